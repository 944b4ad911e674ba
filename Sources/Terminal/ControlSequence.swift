/// An escape sequence that began with ESC [ and of which some bytes have come (ECMA-48, section 5.4).
struct ControlSequence {
  enum Progress { case needsMore, key(Key), paste, skip(Int), isBroken }

  private var parameters: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Progress {
    switch byte {
    // The Linux console sends ESC [ [ A for F1.
    case UInt8(ascii: "[") where parameters.isEmpty: return .skip(1)
    // The oldest report of a mouse: three bytes that may be anything.
    case UInt8(ascii: "M") where parameters.isEmpty: return .skip(3)
    case 0x20...0x3F:
      // No key is this long: what comes is swallowed, none of it is kept.
      if parameters.count < 64 { parameters.append(byte) }
      return .needsMore
    case 0x40...0x7E: return meaning(final: byte)
    default: return .isBroken
    }
  }

  /// The key of ESC O and one letter.
  static func singleShiftKey(final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    // rxvt with Control.
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    default: nil
    }
  }

  private func meaning(final: UInt8) -> Progress {
    guard let numbers else { return .skip(0) }
    let first = numbers.first ?? 1
    let modifiers = Modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~") where first == 200: return .paste
    case UInt8(ascii: "~") where first == 27 && numbers.count == 3: return otherKey(numbers[2], modifiers)
    case UInt8(ascii: "~"): return editingKey(first, modifiers)
    case UInt8(ascii: "u"): return otherKey(first, modifiers)
    case UInt8(ascii: "C") where modifiers.isByWord: return .key(.wordRight)
    case UInt8(ascii: "D") where modifiers.isByWord: return .key(.wordLeft)
    case UInt8(ascii: "H") where modifiers.isByWord: return .key(.first)
    case UInt8(ascii: "F") where modifiers.isByWord: return .key(.last)
    case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "H"):
      return Self.singleShiftKey(final: final).map(Progress.key) ?? .skip(0)
    default: return .skip(0)
    }
  }

  /// The numbers between the semicolons; nil if there is anything else, as in the answers and reports of a terminal.
  private var numbers: [Int]? {
    guard !parameters.isEmpty else { return [] }
    var result: [Int] = []
    for field in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard field.allSatisfy({ (0x30...0x39).contains($0) }), field.count < 8 else { return nil }
      result.append(field.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return result
  }

  private func editingKey(_ number: Int, _ modifiers: Modifiers) -> Progress {
    switch number {
    case 1, 7: .key(.home)
    case 4, 8: .key(.end)
    case 3: .key(modifiers.isByWord ? .eraseWordRight : .eraseRight)
    default: .skip(0)
    }
  }

  /// A key sent by its code point, as xterm and kitty do for those that have no bytes of their own.
  private func otherKey(_ code: Int, _ modifiers: Modifiers) -> Progress {
    switch code {
    case 13: .key(modifiers.isAny ? .newLine : .enter)
    case 127 where modifiers.isByWord: .key(.eraseWordLeft)
    case 8, 127: .key(.eraseLeft)
    default: .skip(0)
    }
  }
}

/// The second number of a key's sequence: one more than a set of bits for Shift, Alt, Control and Meta.
private struct Modifiers {
  private let bits: Int

  init(_ number: Int) { bits = max(0, number - 1) }

  var isAny: Bool { bits & 0b1111 != 0 }
  /// Alt or Control: what moves or erases takes a word at a time.
  var isByWord: Bool { bits & 0b0110 != 0 }
}
