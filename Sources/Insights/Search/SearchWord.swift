@_spi(_Unicode) import Swift

/// A word of a text as a search compares it: letters and digits alone, small, without accents.
struct SearchWord: Hashable {
  let folded: String
  let range: Range<String.Index>

  /// The words of a text, in its order, with where they stand in it.
  static func all(in text: String) -> [SearchWord] {
    var words: [SearchWord] = []
    var start: String.Index?
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      if scalars[index].isOfWord {
        start = start ?? index
      } else if let begun = start {
        words.append(SearchWord(text, begun..<index))
        start = nil
      }
    }
    if let begun = start { words.append(SearchWord(text, begun..<text.endIndex)) }
    return words.filter { !$0.folded.isEmpty }
  }

  private init(_ text: String, _ range: Range<String.Index>) {
    folded = fold(text[range])
    self.range = range
  }
}

/// The words of a text as a search compares them, without where they stand.
func searchWords(of text: String) -> [String] {
  // Most text is ASCII, and a long index is made of it: no word of it needs more than small letters.
  var text = text
  let words = text.withUTF8 { bytes -> [String]? in
    var words: [String] = []
    var word: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x80...: return nil
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
  return words ?? SearchWord.all(in: text).map(\.folded)
}

private func fold(_ word: Substring) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var bare = String.UnicodeScalarView()
  for scalar in String(word)._nfd where !scalar.isMark { bare.append(scalar) }
  // Some letters have small forms with marks of their own.
  var small = String.UnicodeScalarView()
  for scalar in String(bare).lowercased()._nfd where !scalar.isMark { small.append(scalar) }
  return String(small)
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// A letter or a digit, with what stands over and under it.
  fileprivate var isOfWord: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .enclosingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
