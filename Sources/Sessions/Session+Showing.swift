import Console
import Documents
import Forms
import Interviews

extension Session {
  /// `/map`: every section on a line, with a mark and a count, and where we are.
  func showMap() {
    asks = false
    let current = interview.state.cursor.flatMap { template.section(of: $0.question)?.id }
    for (index, section) in template.sections.enumerated() {
      let standing = interview.guide.standing(of: section)
      var marks: [String] = []
      if standing.answered > 0 { marks.append("✓ \(standing.answered)") }
      if standing.open > 0 { marks.append("○ \(standing.open)") }
      for state in AnswerState.allCases {
        if let count = standing.states[state] { marks.append("– \(state.word)\(count > 1 ? " \(count)" : "")") }
      }
      if standing.checkAgain > 0 { marks.append("? check again \(standing.checkAgain)") }
      if marks.isEmpty { marks = ["○"] }
      let here = section.id == current ? "›" : " "
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let name = section.title + String(repeating: " ", count: max(1, 20 - displayWidth(section.title)))
      let line = "\(here)\(number)  \(name)\(marks.joined(separator: "   "))"
      page.say(section.id == current ? .accent(line) : StyledLine(line), indent: 1, hang: 5)
    }
    sayTimeLeft()
    let place = template.sections.first { $0.id == "links" } ?? template.sections.dropFirst(3).first
    page.say(.dim("/jump 4 or /jump \(place?.id ?? "end") goes there."))
  }

  private func sayTimeLeft() {
    guard let minutes = tree["orientation"]?["minutesAvailable"]?.int else { return }
    let gone = surroundings.now.minutes(since: began)
    page.say(.dim("\(gone) of \(minutes) minutes gone."))
  }

  /// `/show`: the chain as drawn so far, a section of it, or one element.
  func show(_ name: String) {
    asks = false
    let drawing = ChainDrawing(tree: tree, template: template)
    if name.isEmpty, template.kind == .agreement { return AgreementPage(world.output).sayTerms(of: tree) }
    if name.isEmpty, template.kind != .chain { return showAll() }
    if name.isEmpty { return sayDrawing(drawing.parts(ChainDrawing.Part.allCases)) }
    let word = name.lowercased()
    if let list = template.list(ofID: word), tree.ids(in: list.path).contains(list.key(of: word)) {
      return sayElement(list.path.appending(list.key(of: word)), word)
    }
    guard let place = interview.guide.place(named: name), let section = template.section(of: place.question) else {
      page.say(.dim(Wording.sentence(.noSuchPlace(name, didYouMean: nil), in: template)))
      return
    }
    if template.kind == .chain {
      if let part = ChainDrawing.Part(section: section.id) { sayDrawing(drawing.parts([part])) }
      return sayFields(of: section)
    }
    if !sayContent(of: section) { page.say(.dim("There is nothing to show yet.")) }
  }

  /// What was answered so far, section by section.
  private func showAll() {
    var said = false
    for section in template.sections where !section.isForTherapistAlone && sayContent(of: section) { said = true }
    if !said { page.say(.dim("There is nothing to show yet.")) }
  }

  /// A section with its fields and its lists; false where it holds nothing yet.
  private func sayContent(of section: Section) -> Bool {
    let lists = section.questions.compactMap(\.list).reduce(into: [Path]()) { lists, list in
      if !lists.contains(list), !(tree[list]?.isEmpty ?? true) { lists.append(list) }
    }
    let hasFields = section.questions.contains { question in
      question.manner == .line && interview.guide.applies(question)
        && question.first.fields.contains { !(tree[$0.path]?.isEmpty ?? true) }
    }
    guard hasFields || !lists.isEmpty else { return false }
    page.say(.accent(section.title))
    sayFields(of: section)
    for path in lists {
      guard let list = template.list(path) else {
        for element in tree[path]?.array ?? [] { page.say(.strong(Wording.plain(element)), indent: 4, hang: 4) }
        continue
      }
      for id in tree.ids(in: path) { sayElement(path.appending(id), list.isPositional ? list.prefix + id : id) }
    }
    return true
  }

  private func sayFields(of section: Section) {
    for question in section.questions where question.manner == .line && interview.guide.applies(question) {
      for field in question.first.fields {
        guard let value = tree[field.path], !value.isEmpty else { continue }
        // What belongs to the asking alone is spelled with a sign before it.
        let name = field.path.last.first == "$" ? String(field.path.last.dropFirst()) : field.path.last
        page.say(.dim("\(Wording.label(name))  ") + .strong(said(value, of: field)), hang: 4)
      }
    }
  }

  /// A word of a list as people say it, any other value as it is.
  private func said(_ value: JSON, of field: Field) -> String {
    var options: Options?
    if case .choice(let name) = field.content { options = template.options[name] }
    if case .choices(let name) = field.content { options = template.options[name] }
    guard let options else { return Wording.plain(value) }
    let words = value.string.map { [$0] } ?? value.array?.compactMap(\.string)
    return words?.map(options.says).joined(separator: ", ") ?? Wording.plain(value)
  }

  private func sayDrawing(_ rows: [ChainDrawing.Row]) {
    if rows.isEmpty { return page.say(.dim("There is nothing to show yet.")) }
    for row in rows {
      if page.isPlain {
        page.say(row.words)
      } else if page.width < 60, !row.lead.isEmpty {
        // Where there is no room beside it, what leads stands above the words.
        page.say(.dim(row.heading))
        page.say(row.text, indent: 7)
      } else {
        page.say(row.drawn(width: page.width - 2), hang: row.hang)
      }
    }
  }

  private func sayElement(_ path: Path, _ id: String) {
    page.say(.accent(id))
    for (key, value) in Closing.ordered(tree)[path]?.object ?? [:]
    where key != "id" && key.first != "$" && !value.isEmpty {
      page.say(.dim("\(Wording.label(key))  ") + .strong(Wording.plain(value)), indent: 4, hang: 4)
    }
  }
}

extension Wording {
  /// A value as it is shown in passing.
  static func plain(_ value: JSON) -> String {
    switch value {
    case .null: "not said"
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let digits): digits
    case .string(let text):
      Moment(text).map { "\($0.date.spoken), \($0.time)" } ?? CivilDate(text).map { "\($0.spoken) \($0.year)" } ?? text
    case .array(let elements): elements.map(plain).joined(separator: ", ")
    case .object(let members): members.filter { $0.key != "id" }.map { plain($0.value) }.joined(separator: " ")
    }
  }
}
