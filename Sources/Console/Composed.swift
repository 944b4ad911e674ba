// The standard library composes; Foundation, which could too, would double the time to the first prompt.
@_spi(_Unicode) import Swift

/// `text` in Unicode's normal form C, as every answer is kept.
package func composed(_ text: String) -> String {
  // The normal form of what is ASCII is itself.
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: text._nfc)
  return String(result)
}

/// Scalars in Unicode's normal form C.
package func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return Array(String(view)._nfc)
}

/// `text` as it may stand in a line: composed, its line ends all line feeds, and no control character but those and tabs.
package func fitForALine(_ text: String) -> [Unicode.Scalar] {
  var kept = String.UnicodeScalarView()
  var previousIsReturn = false
  for scalar in text.unicodeScalars {
    defer { previousIsReturn = scalar == "\r" }
    switch scalar.value {
    case 0x0D: kept.append("\n")
    case 0x0A: if !previousIsReturn { kept.append("\n") }
    case 0x09: kept.append(scalar)
    case 0..<0x20, 0x7F..<0xA0: break
    default: kept.append(scalar)
    }
  }
  return Array(composed(String(kept)).unicodeScalars)
}
