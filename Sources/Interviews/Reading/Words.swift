/// A line cut into words that know where they stand, so that what is left over keeps its own blanks.
struct Words {
  let line: Substring
  private(set) var words: [Substring]

  init(_ line: some StringProtocol) {
    self.line = Substring(String(line))
    words = self.line.split(whereSeparator: \.isWhitespace)
  }

  var isEmpty: Bool { words.isEmpty }
  var first: Substring? { words.first }
  var last: Substring? { words.last }
  var count: Int { words.count }

  mutating func dropFirst(_ count: Int = 1) { words.removeFirst(min(count, words.count)) }
  mutating func dropLast(_ count: Int = 1) { words.removeLast(min(count, words.count)) }

  /// What the remaining words span in the line, blanks between them as they were.
  var text: String {
    guard let first = words.first, let last = words.last else { return "" }
    return String(line[first.startIndex..<last.endIndex])
  }
}

extension StringProtocol {
  /// Whether it begins with a small letter, as the middle of a sentence does.
  var beginsSmall: Bool { first.map { $0.isLetter && $0.isLowercase } ?? false }

  /// Without commas and semicolons at its end.
  var withoutComma: String {
    var text = String(self)
    while let last = text.last, last == "," || last == ";" { text.removeLast() }
    return text
  }
}
