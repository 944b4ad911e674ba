import Console
import Documents
import Forms
import Interviews

/// What stands above a question: what was said there before, what it is about, what is offered.
extension Session {
  func contextLines(_ place: Place, _ question: Question) -> [StyledLine] {
    if place.element != nil, let context = question.context,
      let own = tree[interview.guide.base(of: place)]?[context]?.string
    {
      return [.strong(own)]
    }
    if place.field != nil || place.line > 0 || place.element != nil, let answer = answerLine(at: place, question) {
      return [answer] + beside(place, question)
    }
    if let context = question.context, !isQuotedInstead(context, question) {
      let isPickedFrom = question.first.fields.contains { $0.content == .lines(of: Path(context)) }
      return contextOf(context, isPickedFrom: isPickedFrom)
    }
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

  private func contextOf(_ context: String, isPickedFrom: Bool) -> [StyledLine] {
    if context == "$harms" {
      return (tree["consequences"]?.array ?? []).compactMap { consequence in
        let names = (consequence["harmTo"]?.array ?? []).compactMap(\.string)
        guard !names.isEmpty, let text = consequence["text"]?.string else { return nil }
        return .dim("\(names.joined(separator: ", "))  ") + .strong("“\(text)”")
      }
    }
    if let lines = tree[Path(context)]?.array?.compactMap(\.string) {
      // What the program worked out is said; what is picked from has its numbers.
      if !isPickedFrom { return lines.map { .dim($0) } }
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

  func checkAgain(at place: Place) -> String? {
    let marks = (tree["checkAgain"]?.array ?? []).compactMap(\.string).map { Path($0) }
    let base = interview.guide.base(of: place)
    let paths =
      base.isRoot ? (interview.guide.ask(at: place)?.fields.map(\.path) ?? []) : [base]
    guard marks.contains(where: { mark in paths.contains { $0.covers(mark) || mark.covers($0) } }) else { return nil }
    return "Check again: something before it changed. Enter keeps it."
  }
}
