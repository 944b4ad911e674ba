/// The columns that `text` takes on a screen, counted by grapheme: 0 for what joins or does not print, 2 for East Asian
/// wide characters and emoji, 1 for the rest.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

/// The columns that one grapheme takes: those of its first scalar that takes any, or two where it is drawn as an emoji.
package func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
  for scalar in scalars {
    let width = displayWidth(scalar)
    if width > 0 { return width }
  }
  return 0
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20...0x7E: return 1
  case 0..<0xA0, 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
  case 0xAD: return 1
  default: break
  }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  if properties.isDefaultIgnorableCodePoint { return 0 }
  return properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
}

/// Whether Unicode's EastAsianWidth calls a scalar wide or full-width; emoji are told by their own property.
private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    if value > wideRanges[middle].upperBound { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count && wideRanges[low].contains(value)
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x16FFF, 0x17000...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x2FFFD,
  0x30000...0x3FFFD,
]
