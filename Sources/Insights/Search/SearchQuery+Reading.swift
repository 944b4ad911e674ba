import Documents
import Forms

extension SearchQuery {
  /// Reads what was typed: words, "phrases", prefix*, and `name:value` for what is so of a document.
  ///
  /// Words and filters all hold; of several `client:` or `kind:` one does. `today` is what `8w` and `30d` count from.
  package init(reading text: String, today: CivilDate) throws(SearchQueryProblem) {
    var anyOf: [Filter: Set<Facet>] = [:]
    for item in try Item.all(in: text) {
      guard let name = item.name else {
        phrases.append(try item.phrase())
        continue
      }
      guard let filter = Filter(rawValue: name.lowercased()) else {
        throw SearchQueryProblem(.unknownFilter(name, known: Filter.allCases.map(\.rawValue)), at: item.column)
      }
      switch filter {
      case .since: since = max(since, try item.day(from: today, isEnd: false))
      case .until: until = min(until, try item.day(from: today, isEnd: true))
      case .client, .kind: anyOf[filter, default: []].formUnion(try item.facets(filter))
      case .tier, .tag, .skill, .type, .emotion: facets.append(try item.facets(filter))
      }
      if let since, let until, until < since { throw SearchQueryProblem(.endsBeforeItBegins, at: item.column) }
    }
    facets += Filter.allCases.compactMap { anyOf[$0] }
    if phrases.isEmpty, facets.isEmpty, since == nil, until == nil { throw SearchQueryProblem(.isEmpty, at: 1) }
  }

  /// What can stand before a colon.
  enum Filter: String, CaseIterable { case client, kind, tier, tag, skill, type, emotion, since, until }
}

private func max(_ one: CivilDate?, _ other: CivilDate) -> CivilDate { one.map { Swift.max($0, other) } ?? other }
private func min(_ one: CivilDate?, _ other: CivilDate) -> CivilDate { one.map { Swift.min($0, other) } ?? other }

// MARK: - Items

/// A part of a query between blanks, or between quotes.
private struct Item {
  /// What stands before the colon.
  var name: String?
  var value: String
  var isQuoted: Bool
  /// Where it begins, and where its value does, in characters from 1.
  let column: Int
  var valueColumn: Int

  static func all(in text: String) throws(SearchQueryProblem) -> [Item] {
    let letters = Array(text)
    var items: [Item] = []
    var here = 0
    while here < letters.count {
      if letters[here].isWhitespace {
        here += 1
        continue
      }
      items.append(try next(in: letters, at: &here))
    }
    return items
  }

  private static func next(in letters: [Character], at here: inout Int) throws(SearchQueryProblem) -> Item {
    var item = Item(name: nil, value: "", isQuoted: false, column: here + 1, valueColumn: here + 1)
    var word = ""
    while here < letters.count, !letters[here].isWhitespace {
      if isQuote(letters[here]), word.isEmpty {
        item.value = try quoted(in: letters, at: &here)
        item.isQuoted = true
        if here < letters.count, letters[here] == "*" {
          throw SearchQueryProblem(.starIsNotOfAWord("\"\(item.value)\"*"), at: item.column)
        }
        return item
      }
      if isQuote(letters[here]) { throw SearchQueryProblem(.quoteIsOpen, at: here + 1) }
      // What begins with a digit, as 18:20, is a time and no filter.
      if letters[here] == ":", item.name == nil, let first = word.first, first.isLetter {
        item.name = word
        item.valueColumn = here + 2
        word = ""
      } else {
        word.append(letters[here])
      }
      here += 1
    }
    item.value = word
    return item
  }

  private static func quoted(in letters: [Character], at here: inout Int) throws(SearchQueryProblem) -> String {
    let begun = here
    here += 1
    var words = ""
    while here < letters.count, !isQuote(letters[here]) {
      words.append(letters[here])
      here += 1
    }
    guard here < letters.count else { throw SearchQueryProblem(.quoteIsOpen, at: begun + 1) }
    here += 1
    return words
  }

  private static func isQuote(_ letter: Character) -> Bool { "\"“”„".contains(letter) }

  /// The words of it.
  func phrase() throws(SearchQueryProblem) -> SearchQuery.Phrase {
    if isQuoted {
      let words = searchWords(of: value)
      guard !words.isEmpty else {
        throw SearchQueryProblem(value.allSatisfy(\.isWhitespace) ? .isBlank("\"\"") : .hasNoWord(value), at: column)
      }
      return SearchQuery.Phrase(words)
    }
    if value.hasPrefix("-"), value.count > 1 { throw SearchQueryProblem(.leavesOut(value), at: column) }
    let isPrefix = value.hasSuffix("*")
    let word = isPrefix ? String(value.dropLast()) : value
    if let star = word.firstIndex(of: "*") {
      throw SearchQueryProblem(
        .starIsMisplaced(value), at: column + word.distance(from: word.startIndex, to: star))
    }
    let words = searchWords(of: word)
    guard let last = words.last else {
      throw SearchQueryProblem(isPrefix ? .starIsMisplaced(value) : .hasNoWord(value), at: column)
    }
    // Between the word and its star nothing stands.
    guard !isPrefix || searchWords(of: word + "a").last == last + "a" else {
      throw SearchQueryProblem(.starIsMisplaced(value), at: column + word.count)
    }
    return SearchQuery.Phrase(words, isPrefix: isPrefix)
  }
}

// MARK: - Filters

extension Item {
  func facets(_ filter: SearchQuery.Filter) throws(SearchQueryProblem) -> Set<Facet> {
    guard !value.allSatisfy(\.isWhitespace) else { throw problem(.isBlank("\(filter.rawValue):")) }
    if value.hasSuffix("*") { throw problem(.starIsNotOfAWord("\(filter.rawValue):\(value)")) }
    switch filter {
    case .client:
      guard let code = ClientCode(value) else { throw problem(.isNoClientCode(value)) }
      return [.client(code)]
    case .kind:
      if let kind = Kind(spoken: value) { return [.kind(kind)] }
      throw problem(.unknownValue(value, of: filter.rawValue, known: Kind.allCases.map(\.rawValue)))
    case .tier: return [.tier(try word(among: choices("tier"), filter).lowercased())]
    case .type: return [.link(try word(among: choices("linkType"), filter).lowercased())]
    case .tag: return [.tag(value.lowercased())]
    case .skill: return [.skill(try skill())]
    case .emotion: return try emotion()
    case .since, .until: return []
    }
  }

  /// An id, its last part, a module as `dt`, or a name as people say it. One of a practice's own begins with `x-`.
  private func skill() throws(SearchQueryProblem) -> String {
    let typed = value.lowercased()
    if typed.hasPrefix("x-") { return typed }
    let skills = BuiltIn.catalog().skills
    let parts = skills.flatMap {
      [$0.id.lowercased()] + $0.id.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
    }
    if parts.contains(typed) { return typed }
    func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
    if let named = skills.first(where: { letters($0.name) == letters(typed) }) { return named.id.lowercased() }
    throw problem(.unknownValue(value, of: "skill", known: skills.map(\.id)))
  }

  private func problem(_ what: SearchQueryProblem.What) -> SearchQueryProblem {
    SearchQueryProblem(what, at: valueColumn)
  }

  private func word(among known: [String], _ filter: SearchQuery.Filter) throws(SearchQueryProblem) -> String {
    guard let word = known.first(where: { $0.lowercased() == value.lowercased() }) else {
      throw problem(.unknownValue(value, of: filter.rawValue, known: known))
    }
    return word
  }

  private func choices(_ name: String) -> [String] { BuiltIn.template("chain")?.options[name]?.all.map(\.value) ?? [] }

  /// `shame`, `shame:70`, `shame:70+` or `shame:40-60`, on 0–100.
  private func emotion() throws(SearchQueryProblem) -> Set<Facet> {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].lowercased()
    guard searchWords(of: name).first != nil else { throw problem(.hasNoWord(value)) }
    guard parts.count == 2 else { return [.emotion(name, nil)] }
    guard let range = intensities(parts[1]) else {
      throw SearchQueryProblem(.isNoIntensity(parts[1]), at: valueColumn + parts[0].count + 1)
    }
    return Set(range.map { .emotion(name, $0) })
  }

  private func intensities(_ text: String) -> ClosedRange<Int>? {
    func number(_ text: some StringProtocol) -> Int? {
      guard (1...3).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return Int(text).flatMap { (0...100).contains($0) ? $0 : nil }
    }
    if text.hasSuffix("+") { return number(text.dropLast()).map { $0...100 } }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, let low = number(ends[0]), let high = number(ends[ends.count - 1]), low <= high else {
      return nil
    }
    return low...high
  }

  /// A day, a month, a year, or so many weeks or days ago.
  func day(from today: CivilDate, isEnd: Bool) throws(SearchQueryProblem) -> CivilDate {
    guard !value.isEmpty else { throw problem(.isBlank("\(name ?? ""):")) }
    if let day = CivilDate(value) { return day }
    if let days = ago { return today.adding(days: -days) }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts[0].count == 4, let year = Int(parts[0]), parts.count <= 2 {
      let month = parts.count == 2 ? parts[1].count == 2 ? Int(parts[1]) : nil : isEnd ? 12 : 1
      if let month, let first = CivilDate(year: year, month: month, day: 1) {
        return isEnd ? first.adding(days: CivilDate.days(in: month, of: year) - 1) : first
      }
    }
    throw problem(.isNoDay(value))
  }

  private var ago: Int? {
    guard value.count <= 5, let count = Int(value.dropLast()), count >= 0 else { return nil }
    switch value.last {
    case "d": return count
    case "w": return count * 7
    default: return nil
    }
  }
}
