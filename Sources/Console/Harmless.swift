/// `text` with everything a terminal would obey made visible or taken out: escapes, control characters, bidirectional
/// overrides. Line feeds stay, a tab becomes a blank.
package func harmless(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
  var result = String.UnicodeScalarView()
  var previousIsReturn = false
  for scalar in text.unicodeScalars {
    // A return before a line feed is how some systems end a line; alone it would let text write over itself.
    if previousIsReturn && scalar != "\n" { result.append("\u{FFFD}") }
    previousIsReturn = scalar == "\r"
    if previousIsReturn { continue }
    switch treatment(of: scalar) {
    case .keep: result.append(scalar)
    case .blank: result.append(" ")
    case .show: result.append("\u{FFFD}")
    case .takeOut: break
    }
  }
  if previousIsReturn { result.append("\u{FFFD}") }
  return String(result)
}

private enum Treatment { case keep, blank, show, takeOut }

private func treatment(of scalar: Unicode.Scalar) -> Treatment {
  switch scalar.value {
  case 0x0A: return .keep
  case 0x09, 0x2028, 0x2029: return .blank
  case 0..<0x20, 0x7F...0x9F: return .show
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: return .takeOut
  case 0xFDD0...0xFDEF: return .show
  case let value where value & 0xFFFE == 0xFFFE: return .show
  default: return .keep
  }
}
