import Console
import Documents
import Forms
import Interviews

extension Session {
  /// Says where we are, a line of context in the people's own words, and the question.
  func ask() {
    sayFindingsOfLastSection()
    let isSamePlace = asked == interview.state.cursor
    asked = interview.state.cursor
    guard let place = interview.state.cursor, let question = template.question(place.question),
      let section = template.section(of: place.question), let ask = interview.guide.ask(at: place)
    else {
      recorder?.asking = nil
      return askAtEnd()
    }
    recorder?.asking = (place.question, voice(of: ask))
    page.blank()
    if section.id != lastSection {
      lastSection = section.id
      listed = []
    }
    // What was said aside belongs to the place it was said at.
    asides = isSamePlace ? asides + freshAsides : freshAsides
    freshAsides = []
    sayPlace(place, question, section)
    if section.isForTherapistAlone, opened.insert("alone \(section.id)").inserted {
      page.say(.dim("For the therapist alone, when the client has gone. Enter leaves it."))
    }
    if opened.insert(section.id).inserted, let opens = section.opens { page.say(.dim(opens)) }
    sayTextToSign(at: place)
    sayOfConversation(at: place)
    if interview.state.doubts.isEmpty { sayOffer(at: place, question) }
    for line in contextLines(place, question) { page.say(line, hang: 1) }
    if let doubt = interview.state.doubts.first {
      page.say(Wording.question(doubt))
      return
    }
    sayQuestion(place, question, ask)
    if let again = checkAgain(at: place) { page.say(.dim(again)) }
  }

  /// When a section is left for another one, forward, what is found in it is said.
  private func sayFindingsOfLastSection() {
    let now = interview.state.cursor.flatMap { template.section(of: $0.question)?.id }
    guard let last = lastSection, last != now, let position = template.sections.firstIndex(where: { $0.id == last })
    else { return }
    let next = now.flatMap { id in template.sections.firstIndex { $0.id == id } } ?? template.sections.count
    if next > position, !said.contains(last) {
      said.insert(last)
      sayFindings(leaving: template.sections[position])
    }
    if now == nil { lastSection = nil }
  }

  /// Whose words the question is asked in.
  func voice(of ask: Ask) -> Voice { interview.state.voice ?? ask.voice }

  private func sayQuestion(_ place: Place, _ question: Question, _ ask: Ask) {
    let words: String
    var shape = ask.shape
    if let field = interview.guide.field(at: place), place.field != nil {
      words = field.ask ?? ask.words(in: voice(of: ask))
      shape = optionList(of: field)
    } else {
      words = wordsAtNextStep(question) ?? ask.words(in: voice(of: ask))
    }
    let key = "\(place.question) \(place.line) \(place.field?.last ?? "")"
    var line = StyledLine(words)
    if showsShape { shown.remove(key) }
    showsShape = false
    if let shape, shown.insert(key).inserted {
      let isShort = displayWidth(words) + displayWidth(shape) + 5 <= page.width
      if isShort {
        line = line + .dim("   \(shape)")
        page.say(line)
      } else {
        page.say(line)
        page.say(.dim(shape))
      }
    } else {
      page.say(endsByEnter(place, question) ? line + .dim("   Enter goes on") : line)
    }
  }

  /// Said with the second line of a list: that an empty Enter ends it.
  private func endsByEnter(_ place: Place, _ question: Question) -> Bool {
    if case .offer(let list, lines: []) = question.manner { return tree[list]?.array?.count == 1 }
    guard case .list = question.manner, place.element == nil else { return false }
    return interview.guide.elements(of: question).count == 1
  }

  /// Where the steps are gone through one by one, the question that fits the next one.
  private func wordsAtNextStep(_ question: Question) -> String? {
    guard question.suggests, interview.state.voice != .therapist, let id = nextWithoutPlan(in: tree) else { return nil }
    let list = template.list(ofID: id)?.path.last ?? "promptingEvent"
    return question.atElements[list]
  }

  /// The words of a field that has a list of them, numbered, where they are not in the question already.
  func optionList(of field: Field) -> String? {
    let names: [String]
    switch field.content {
    case .choice(let name), .choices(let name):
      guard let options = template.options[name], options.all.count > 3,
        !options.all.contains(where: { $0.letter != nil })
      else { return nil }
      names = options.all.map(\.says)
    case .emotion: names = interview.catalog.emotions.map(\.family) + ["other"]
    case .ref(let lists, let events):
      let event = events ? [tree["promptingEvent"]?["id"]?.string].compactMap { $0 } : []
      return (lists.flatMap { tree.ids(in: $0) } + event).joined(separator: " · ")
    case .text, .yesNo, .number, .scale, .card, .outOf, .plan, .span, .time, .hours, .notice, .momentOfDay, .linkTime,
      .due, .dayGone, .dayOrNo,
      .amount, .refs, .skill,
      .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      return nil
    case .step: return nil
    }
    return names.enumerated().map { "\($0 + 1)\u{A0}\($1)" }.joined(separator: " · ")
  }

  // MARK: Where we are

  private func sayPlace(_ place: Place, _ question: Question, _ section: Section) {
    let mark = hasAside(question, section) ? "·" : ""
    if page.isPlain {
      let number = (template.sections.firstIndex { $0.id == section.id } ?? 0) + 1
      var text = "Section \(number) of \(template.sections.count), \(section.title.lowercased())."
      if let element = elementName(place, question) { text += " \(element)." }
      page.say(text + (mark.isEmpty ? "" : " \(mark)"))
      return
    }
    var text = section.title
    if let number = elementNumber(place, question) { text += " \(number)" }
    let left = "\(text) · \(head.client)"
    let gap = page.width - 2 - displayWidth(left) - displayWidth(mark)
    page.say(mark.isEmpty || gap < 1 ? .accent(left) : .accent(left) + .dim(String(repeating: " ", count: gap) + mark))
  }

  /// The number of the element that is asked for: the next one, or the one that stands there.
  private func elementNumber(_ place: Place, _ question: Question) -> String? {
    guard let list = question.list, let kind = template.list(list) else { return nil }
    if let element = place.element {
      return (kind.isPositional ? tree[list.appending(element)]?["ref"]?.string : nil) ?? element
    }
    guard case .list = question.manner else { return nil }
    if let before = place.before { return "before \(before)" }
    return String(tree.ids(in: list).count + 1)
  }

  private func elementName(_ place: Place, _ question: Question) -> String? {
    guard let number = elementNumber(place, question), let list = question.list else { return nil }
    return "\(Wording.element(list).firstUppercased) \(number)"
  }

  private func hasAside(_ question: Question, _ section: Section) -> Bool {
    question.aside != nil || section.aside != nil || !asides.isEmpty
  }

  // MARK: Context

  private func contextLines(_ place: Place, _ question: Question) -> [StyledLine] {
    if place.element != nil, let context = question.context,
      let own = tree[interview.guide.base(of: place)]?[context]?.string
    {
      return [.strong(own)]
    }
    if place.field != nil || place.line > 0 || place.element != nil, let answer = answerLine(at: place, question) {
      return [answer] + beside(place, question)
    }
    if let context = question.context, !isQuotedInstead(context, question) { return contextOf(context) }
    if question.suggests, let id = nextWithoutPlan(in: tree) { return planContext(id) }
    if let list = question.list, let kind = template.list(list) {
      switch question.manner {
      case .list:
        var ids = interview.guide.elements(of: question)
        if let before = place.before, let position = ids.firstIndex(of: before) { ids = Array(ids[..<position]) }
        return ids.last.flatMap { quote(list.appending($0), kind) }.map { [$0] } ?? []
      case .choose, .sort, .each, .tell: return listing(interview.guide.elements(of: question), of: list, kind)
      case .line, .over: return []
      case .offer: break
      }
    }
    return currentAnswer(place, question).map { [$0] } ?? []
  }

  /// The elements that a question is about, unless they stand just above.
  private func listing(_ ids: [String], of list: Path, _ kind: ElementList) -> [StyledLine] {
    if listed.isSuperset(of: ids) { return [] }
    listed = Set(ids)
    let lines = ids.compactMap { id in quote(list.appending(id), kind).map { .dim("\(id)  ") + $0 } }
    let rows = lines.reduce(0) { $0 + wrapped($1, width: page.width - 2, hang: 1).count }
    // Where not all of it fits on the screen, each stands in one row, so that the eye finds it.
    return rows < world.output.height - 8 ? lines : lines.map { $0.shortened(to: page.width - 2) }
  }

  private func answerLine(at place: Place, _ question: Question) -> StyledLine? {
    guard let list = question.list, let element = place.element else { return currentAnswer(place, question) }
    let path = list.appending(element)
    if let quotes = question.quotes, let text = tree[path]?[quotes]?.string { return .strong("“\(text)”") }
    return template.list(list).flatMap { quote(path, $0) }
  }

  /// What was answered here before, in the words that were typed; Enter keeps it.
  private func currentAnswer(_ place: Place, _ question: Question) -> StyledLine? {
    guard place.field == nil, !interview.guide.isOpen(place) else { return nil }
    // What was said in an earlier session is written out of the document.
    let said = interview.state.said[place] ?? (question.manner == .line ? currentText(at: place) : "")
    guard !said.trimmed.isEmpty else { return nil }
    return .strong("“\(said.trimmed)”") + .dim("  Enter keeps it")
  }

  /// The words of an element and its number.
  func quote(_ element: Path, _ kind: ElementList) -> StyledLine? {
    guard let text = tree[element]?[kind.text]?.string, !text.isEmpty else { return nil }
    let number = kind.number.flatMap { tree[element]?[$0]?.int } ?? tree[element]?["belief"]?.int
    return .strong(text.hasPrefix("'") || text.hasPrefix("‘") ? text : "“\(text)”")
      + .dim(number.map { "\u{A0}\($0)" } ?? "")
  }

  /// What is said above a list goes when there is a line of it to quote.
  private func isQuotedInstead(_ context: String, _ question: Question) -> Bool {
    guard case .list = question.manner else { return false }
    return tree[Path(context)]?.array != nil && !interview.guide.elements(of: question).isEmpty
  }

  private func contextOf(_ context: String) -> [StyledLine] {
    if context == "$harms" {
      return (tree["consequences"]?.array ?? []).compactMap { consequence in
        let names = (consequence["harmTo"]?.array ?? []).compactMap(\.string)
        guard !names.isEmpty, let text = consequence["text"]?.string else { return nil }
        return .dim("\(names.joined(separator: ", "))  ") + .strong("“\(text)”")
      }
    }
    if let lines = tree[Path(context)]?.array?.compactMap(\.string) {
      // What is up is only said; what is chosen from has its numbers.
      if ["$flags", "$advice"].contains(context) { return lines.map { .dim($0) } }
      return lines.enumerated().map { .dim("\($0 + 1)  ") + StyledLine($1) }
    }
    let keep = StyledLine(context.hasPrefix("$offered.") ? "  Enter keeps it" : "", .dim)
    return tree[Path(context)]?.string.map { [.strong(CivilDate($0)?.spoken ?? "“\($0)”") + keep] } ?? []
  }

  /// What is on file beside an element that stands there already: how one can tell, and what was counted.
  private func beside(_ place: Place, _ question: Question) -> [StyledLine] {
    guard case .over(let list, _) = question.manner, let element = place.element else { return [] }
    return (tree[list.appending(element)]?["$beside"]?.array ?? []).compactMap(\.string).map { .dim($0) }
  }

  private func planContext(_ id: String) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let list = template.list(ofID: id), let quote = quote(list.path.appending(id), list) {
      lines.append(.dim("\(id)  ") + quote)
    } else if let text = tree["promptingEvent"]?["description"]?.string {
      lines.append(.dim("\(id)  ") + .strong("“\(text)”"))
    }
    let names = interview.catalog.suggestions(for: id, in: tree).map(\.name)
    if !names.isEmpty { lines.append(.dim(Wording.sentence(Nudge.suggestSkills(names)))) }
    return lines
  }

  private func checkAgain(at place: Place) -> String? {
    let marks = (tree["checkAgain"]?.array ?? []).compactMap(\.string).map { Path($0) }
    let base = interview.guide.base(of: place)
    let paths =
      base.isRoot ? (interview.guide.ask(at: place)?.fields.map(\.path) ?? []) : [base]
    guard marks.contains(where: { mark in paths.contains { $0.covers(mark) || mark.covers($0) } }) else { return nil }
    return "Check again: something before it changed. Enter keeps it."
  }
}

extension Wording {
  /// What one element of a list is called.
  static func element(_ list: Path) -> String {
    switch list.last {
    case "links": "link"
    case "vulnerabilities": "vulnerability"
    case "consequences": "consequence"
    case "solutions": "solution"
    case "items": "repair"
    case "commitments": "commitment"
    case "therapistCommitments": "my commitment"
    case "alsoHappened": "behavior"
    case "goals": "goal"
    case "targets": "target"
    case "modes": "mode"
    case "therapistAgreements": "my clause"
    case "clientAgreements": "your clause"
    case "rules": "rule"
    case "obstacles": "obstacle"
    case "amendments": "change"
    case "nextSteps": "step"
    case "clauses": "clause"
    default: "answer"
    }
  }
}
