// The standard library composes; Foundation, which could too, would double the time to the first prompt.
@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normal form C.
  package var inNormalFormC: String {
    // The normal form of what is ASCII is itself.
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: _nfc)
    return String(result)
  }
}
