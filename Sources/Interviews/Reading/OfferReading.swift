/// What a line at something offered says.
enum OfferLine: Hashable {
  case brings(Int)
  case leavesOut([Int])
  case replaces(Int, String)
  case adds(String)
  case noSuchLine(String)
  /// A number with nothing behind it.
  case saysNothing

  init(_ line: String, count: Int) {
    let text = line.trimmed
    if let number = Int(text) {
      self = (1...max(1, count)).contains(number) && count > 0 ? .brings(number) : OfferLine.leaving([text], count)
      return
    }
    let left = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if !left.isEmpty, left.allSatisfy({ OfferLine.isLeft($0) }) {
      self = OfferLine.leaving(left, count)
      return
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    if let first = words.first, let number = OfferLine.number(first) {
      if count == 0 || !(1...count).contains(number) {
        self = .noSuchLine(String(number))
      } else if words.count == 1 {
        self = .saysNothing
      } else {
        self = .replaces(number, text.dropFirst(first.count).trimmed)
      }
      return
    }
    self = .adds(text)
  }

  /// `3:` names a line by its number. A blank follows, or nothing: `3:30 call` are words.
  private static func number(_ word: Substring) -> Int? {
    word.last == ":" ? Int(word.dropLast()) : nil
  }

  private static func isLeft(_ word: String) -> Bool {
    guard let sign = word.first, "-−–".contains(sign) else { return false }
    return !word.dropFirst().isEmpty && word.dropFirst().allSatisfy(\.isNumber)
  }

  private static func leaving(_ words: [String], _ count: Int) -> OfferLine {
    var numbers: [Int] = []
    for word in words {
      let digits = word.drop { "-−–".contains($0) }
      guard let number = Int(digits), number >= 1, number <= count else { return .noSuchLine(String(digits)) }
      numbers.append(number)
    }
    return .leavesOut(numbers)
  }

  /// `2: open 3: 11 Mar`, each with its number, in rising order; nothing where a number has no words.
  static func several(_ line: String, count: Int) -> [(Int, String)]? {
    var found: [(number: Int, words: [Substring])] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      if let number = number(word), number > found.last?.number ?? 0, number <= count {
        found.append((number, []))
      } else if !found.isEmpty {
        found[found.count - 1].words.append(word)
      }
    }
    guard found.allSatisfy({ !$0.words.isEmpty }) else { return nil }
    return found.map { ($0.number, $0.words.joined(separator: " ")) }
  }
}
