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
    // One that is come back to without an answer is as new as it was.
    var isNew = false
    if case .line = question.manner, place.element == nil, place.field == nil {
      isNew = !interview.guide.isAnswered(ask, at: place)
    }
    if showsShape || isNew { shown.remove(key) }
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
      if let ask = field.ask, names.allSatisfy(ask.contains) { return nil }
      // A number answers no question that wants its own words.
      if field.isStrict || field.isJudgment { return names.joined(separator: " · ") }
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
