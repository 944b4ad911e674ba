import Documents
import Forms

extension Interview {
  /// Answers that are said once for several elements.
  mutating func mark(
    _ text: String, _ place: Place, _ question: Question, _ voice: Voice?, _ surroundings: Surroundings,
    _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard let list = question.list else { return }
    let reader = MarkReader(
      template: template, tree: state.tree, list: list, candidates: guide.elements(of: question),
      isAnsweredAnew: !guide.isOpen(place))
    let marks: MarkReader.Marks
    var passes: [Place] = []
    switch question.manner {
    case .choose(_, let key, let most):
      marks = try reader.choose(text, sets: key, atMost: most, says: question.says ?? "chosen")
      passes = [place.plain]
    case .sort(_, let key, let name, let bare, let rest):
      marks = try reader.sort(text, into: key, options: template.options[name] ?? .none, bare: bare, rest: rest)
    case .each(_, let key, let name, let rest):
      marks = try reader.each(text, into: key, options: name.flatMap { template.options[$0] }, rest: rest)
      passes = rest == nil ? [place.plain] : []
    case .tell(_, let key, let also):
      let options = question.first.fields.first.flatMap { field -> Options? in
        if case .choices(let name) = field.content { template.options[name] } else { nil }
      }
      marks = try reader.tell(
        text, into: key, also: also, options: options, open: unsaid(key, question, list),
        says: question.first.fields.first?.says ?? "")
    case .line, .list, .over, .offer: return
    }
    var event = Event(.answered, at: surroundings.now, place: place, said: text)
    let paths = marks.changes.compactMap { if case .set(let path, _) = $0 { path } else { nil } }
    event.changes = marks.changes + clearedStates(marks.changes) + voiced(marks.changes, at: place, voice, paths: paths)
    event.passes = passes
    outcome.events.append(take(event))
    outcome.remarks.append(.marked(marks.sayings))
  }

  // MARK: Fields that are seldom asked

  /// `l8 tried: paced 3`: a field of an element that is seldom asked, at any prompt of its section.
  mutating func takeSeldom(
    _ text: String, _ place: Place, _ question: Question, in surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    if takeNone(text, colon, place, question, in: surroundings, &outcome) { return true }
    let words = text[..<colon].split(whereSeparator: \.isWhitespace)
    let value = text[text.index(after: colon)...].trimmed
    guard words.count == 2, !value.isEmpty, let list = template.list(ofID: words[0].lowercased()),
      state.tree.ids(in: list.path).contains(words[0].lowercased()),
      let section = template.section(of: place.question),
      let owner = section.questions.first(where: { $0.list == list.path && !$0.seldom.isEmpty }),
      let field = owner.seldom.first(where: { $0.path.last.lowercased() == words[1].lowercased() })
    else { return false }
    let id = words[0].lowercased()
    let base = list.path.appending(id)
    let reading = try FieldReader(context: context(base, tree: state.tree, surroundings)).read(value, field)
    var event = Event(.changed, at: surroundings.now, place: place, said: text)
    event.changes = reading.changes + clearedStates(reading.changes)
    event.doubts = state.doubts
    outcome.events.append(take(event, staysAt: .some(state.cursor)))
    outcome.remarks.append(.took(id: id, [field.path.last] + reading.sayings))
    return true
  }

  /// `body: none`: a kind of step was looked for and there was none (spec 2.3, `links.body`).
  private mutating func takeNone(
    _ text: String, _ colon: String.Index, _ place: Place, _ question: Question, in surroundings: Surroundings,
    _ outcome: inout Outcome
  ) -> Bool {
    guard question.list == "links", text[text.index(after: colon)...].trimmed.lowercased() == "none",
      let options = template.options["linkType"],
      let option = options.option(options.match(text[..<colon].trimmed, minimum: 3, numbers: false))
    else { return false }
    var event = Event(.changed, at: surroundings.now, place: place, said: text)
    event.changes = [.set(statePath(Path(["links", option.value])), .string(AnswerState.noneIdentified.rawValue))]
    event.doubts = state.doubts
    outcome.events.append(take(event, staysAt: .some(state.cursor)))
    outcome.remarks.append(.took(id: nil, ["\(option.says): looked for, none"]))
    return true
  }

  // MARK: Validation

  /// The question that asks what makes sense, when nothing was said of it.
  mutating func answerValidation(
    _ text: String, _ place: Place, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    let (level, words) = Interview.splitLevel(text)
    guard !words.isEmpty else { throw .isRequired }
    validate(level: level, words: words, at: place, staysAt: nil, surroundings, &outcome)
  }

  /// `5 It makes sense…` in its level and its words.
  static func splitLevel(_ text: String) -> (Int?, String) {
    let words = Words(text)
    guard let first = words.first, let level = Int(first), (1...6).contains(level) else { return (nil, text.trimmed) }
    var rest = words
    rest.dropFirst()
    return (level, rest.text)
  }

  mutating func validate(
    level: Int?, words: String, at place: Place?, staysAt: Place??, _ surroundings: Surroundings,
    _ outcome: inout Outcome
  ) {
    let ref = validationRef(at: place)
    var members: JSON.Members = ["ref": .string(ref)]
    members["level"] = level.map { JSON($0) }
    members["text"] = .string(words)
    let position = state.tree.ids(in: "validation").count + 1
    var event = Event(.validated, at: surroundings.now, place: place)
    event.changes = [.insert(.object(members), into: "validation", at: nil)]
    event.doubts = state.doubts
    if level == nil {
      let path = Path(["validation", String(position), "level"])
      let level = Doubt(
        fact: .level,
        choices: (1...6).map {
          Doubt.Choice(keys: [String($0)], says: "level \($0)", changes: [.set(path, JSON($0))])
        } + [Doubt.Choice(keys: ["-"], says: "no level", changes: [])], standard: 6)
      event.doubts.insert(level, at: 0)
    }
    outcome.events.append(take(event, staysAt: staysAt))
    outcome.remarks.append(.did(.validated(level: level, at: ref)))
  }

  /// What a validation here is about: the element asked about, or the last one said.
  private func validationRef(at place: Place?) -> String {
    guard let place, let question = template.question(place.question) else { return "summary" }
    if let list = question.list, template.list(list) != nil {
      if let element = place.element { return element }
      let ids = state.tree.ids(in: list)
      if let last = ids.last { return last }
    }
    if let section = template.section(of: place.question), section.id == "commitment" || section.id == "close" {
      let keys = (state.tree["links"]?.array ?? []).filter { $0["key"] == true }.compactMap { $0["id"]?.string }
      if let key = keys.first { return key }
    }
    let asked = question.first.fields.first?.path.steps.first ?? section(place.question)
    // What makes sense about something that was not done is about where it stopped.
    let isPast = asked == "continuedPastNo" || question.list != nil
    let root = isPast ? MissingLinks(state.tree).stoppedMember ?? asked : asked
    return root == "promptingEvent" ? "p1" : root
  }

  private func section(_ question: String) -> String { template.section(of: question)?.id ?? question }
}
