/// A character of several bytes of which some have come.
///
/// The ranges are those of table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing past U+10FFFF.
struct UTF8Sequence {
  enum Progress { case needsMore, complete(Unicode.Scalar), isBroken }

  private var value: UInt32
  private var missing: Int
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  /// Nil for a byte that begins no character.
  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (value, missing) = (UInt32(lead & 0x1F), 1)
    case 0xE0...0xEF: (value, missing) = (UInt32(lead & 0x0F), 2)
    case 0xF0...0xF4: (value, missing) = (UInt32(lead & 0x07), 3)
    default: return nil
    }
    switch lead {
    case 0xE0: next = 0xA0...0xBF
    case 0xED: next = 0x80...0x9F
    case 0xF0: next = 0x90...0xBF
    case 0xF4: next = 0x80...0x8F
    default: break
    }
  }

  mutating func take(_ byte: UInt8) -> Progress {
    guard next.contains(byte) else { return .isBroken }
    next = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    if missing > 0 { return .needsMore }
    return .complete(Unicode.Scalar(value) ?? "\u{FFFD}")
  }
}
