/// What a line at something offered says.
enum OfferLine: Hashable {
  case brings(Int)
  case leavesOut([Int])
  case replaces(Int, String)
  case adds(String)
  case noSuchLine(String)

  init(_ line: String, count: Int) {
    let text = line.trimmed
    if let number = Int(text) {
      self = (1...max(1, count)).contains(number) && count > 0 ? .brings(number) : OfferLine.leaving([text], count)
      return
    }
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if !words.isEmpty, words.allSatisfy({ OfferLine.isLeft($0) }) {
      self = OfferLine.leaving(words, count)
      return
    }
    if let colon = text.firstIndex(of: ":"), let number = Int(text[..<colon]) {
      let rest = text[text.index(after: colon)...].trimmed
      if (1...max(1, count)).contains(number), count > 0, !rest.isEmpty {
        self = .replaces(number, rest)
      } else {
        self = .noSuchLine(String(text[..<colon]))
      }
      return
    }
    self = .adds(text)
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

  /// `2: open 3: 11 Mar`, each with its number, in rising order.
  static func several(_ line: String, count: Int) -> [(Int, String)] {
    var found: [(number: Int, words: [Substring])] = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      if word.last == ":", let number = Int(word.dropLast()), number > found.last?.number ?? 0, number <= count {
        found.append((number, []))
      } else if !found.isEmpty {
        found[found.count - 1].words.append(word)
      }
    }
    return found.map { ($0.number, $0.words.joined(separator: " ")) }.filter { !$0.1.isEmpty }
  }
}
