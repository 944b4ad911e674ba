/// The lines of a file that came from elsewhere: UTF-8, or UTF-16 with a byte-order mark; control characters go.
struct HeardText {
  let lines: [String]

  init(_ bytes: [UInt8]) throws(HeardConversation.Problem) {
    let text = try HeardText.decoded(bytes)
    let ends = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    lines = ends.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.compactMap { scalar in
            if scalar == "\t" { return " " }
            return scalar.properties.generalCategory == .control || scalar == "\u{FEFF}" ? nil : scalar
          }))
    }
  }

  private static func decoded(_ bytes: [UInt8]) throws(HeardConversation.Problem) -> String {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): return try utf16(bytes.dropFirst(2), isBig: false)
    case (0xFE, 0xFF): return try utf16(bytes.dropFirst(2), isBig: true)
    default: break
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .isNoText(at: bytes.indices.first { String(validating: bytes[...$0].dropLast(0), as: UTF8.self) == nil })
    }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) throws(HeardConversation.Problem) -> String {
    guard bytes.count.isMultiple(of: 2) else { throw .isNoText(at: bytes.endIndex - 1) }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? a << 8 | b : b << 8 | a
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .isNoText(at: nil) }
    return text
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmedWords: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
