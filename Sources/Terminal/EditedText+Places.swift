extension EditedText {
  /// The farthest that a grapheme is looked for; none that people write is longer.
  private static let reach = 256

  /// Where the grapheme before a place starts.
  package func graphemeStart(before place: Int) -> Int {
    guard place > 0 else { return 0 }
    var start = place - 1
    // Between two ASCII characters there is always a border.
    while start > 0, place - start < Self.reach, !(scalars[start].isASCII && scalars[start - 1].isASCII) { start -= 1 }
    let window = Self.string(of: scalars[start..<place])
    return place - (window.last?.unicodeScalars.count ?? 1)
  }

  /// Where the grapheme that begins at a place ends.
  package func graphemeEnd(after place: Int) -> Int {
    guard place < scalars.count else { return scalars.count }
    let window = Self.string(of: scalars[place..<min(place + Self.reach, scalars.count)])
    return place + (window.first?.unicodeScalars.count ?? 1)
  }

  /// Where the word before a place starts.
  package func wordStart(before place: Int) -> Int {
    var start = place
    while start > 0, !scalars[start - 1].isPartOfAWord { start -= 1 }
    while start > 0, scalars[start - 1].isPartOfAWord { start -= 1 }
    return start
  }

  /// Where the word after a place ends.
  package func wordEnd(after place: Int) -> Int {
    var end = place
    while end < scalars.count, !scalars[end].isPartOfAWord { end += 1 }
    while end < scalars.count, scalars[end].isPartOfAWord { end += 1 }
    return end
  }

  /// Where the paragraph around a place starts, just behind a line feed.
  package func paragraphStart(around place: Int) -> Int {
    scalars[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// Where the paragraph around a place ends, just before a line feed.
  package func paragraphEnd(around place: Int) -> Int { scalars[place...].firstIndex(of: "\n") ?? scalars.count }
}

extension Unicode.Scalar {
  fileprivate var isPartOfAWord: Bool {
    switch value {
    case 0x27, 0x5F, 0x2019, 0x200D, 0xFE0F: return true
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    case .decimalNumber, .letterNumber, .otherNumber: return true
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return properties.isEmojiPresentation || properties.isEmojiModifier
    }
  }
}
