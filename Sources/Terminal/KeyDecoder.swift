/// Turns the bytes that a terminal sends into keys: UTF-8, control characters, escape sequences, bracketed pastes.
///
/// What is not known is swallowed whole, so that no part of an escape sequence ends up in an answer. Bytes that are no
/// UTF-8 become U+FFFD. The bytes of one key may come in pieces; `expire` ends a key whose rest does not come.
package struct KeyDecoder {
  /// How long to wait for the rest of a key.
  package enum Patience: Hashable, Sendable {
    case nothingIsOpen
    /// An escape that may be a key of its own, or a character cut in two.
    case short
    /// A paste, which arrives in bursts.
    case long
  }

  private enum State {
    case ground
    case character(UTF8Sequence)
    case escape
    case control(ControlSequence)
    case singleShift
    case skipping(Int)
    case string(afterEscape: Bool)
    case paste
  }

  private var state = State.ground
  private var paste: [UInt8] = []

  package init() {}

  package var patience: Patience {
    switch state {
    case .ground: .nothingIsOpen
    case .paste: .long
    case .character, .escape, .control, .singleShift, .skipping, .string: .short
    }
  }

  /// Takes one byte in and appends the keys that it completes.
  package mutating func take(_ byte: UInt8, into keys: inout [Key]) {
    switch state {
    case .ground: takePlain(byte, into: &keys)
    case .character(let sequence): takeContinuation(byte, of: sequence, into: &keys)
    case .escape: takeAfterEscape(byte, into: &keys)
    case .control(let sequence): takeControl(byte, of: sequence, into: &keys)
    case .singleShift:
      state = .ground
      if let key = ControlSequence.singleShiftKey(final: byte) { keys.append(key) }
    case .skipping(let count): state = count > 1 ? .skipping(count - 1) : .ground
    case .string(let afterEscape): takeString(byte, afterEscape: afterEscape)
    case .paste: takePaste(byte, into: &keys)
    }
  }

  /// Ends what is open, because nothing more came for a while.
  package mutating func expire(into keys: inout [Key]) {
    switch state {
    case .character: keys.append(.typed("\u{FFFD}"))
    case .paste: endPaste(into: &keys)
    case .ground, .escape, .control, .singleShift, .skipping, .string: break
    }
    state = .ground
  }

  private mutating func takePlain(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x1B: state = .escape
    case 0..<0x20, 0x7F: if let key = Key.ofControl(byte) { keys.append(key) }
    case 0x20..<0x7F: keys.append(.typed(Unicode.Scalar(byte)))
    default:
      if let sequence = UTF8Sequence(lead: byte) {
        state = .character(sequence)
      } else {
        keys.append(.typed("\u{FFFD}"))
      }
    }
  }

  private mutating func takeContinuation(_ byte: UInt8, of sequence: UTF8Sequence, into keys: inout [Key]) {
    var sequence = sequence
    switch sequence.take(byte) {
    case .needsMore: state = .character(sequence)
    case .complete(let scalar):
      state = .ground
      // U+0080 to U+009F are commands to a terminal, no text.
      if scalar.value >= 0xA0 { keys.append(.typed(scalar)) }
    case .isBroken:
      state = .ground
      keys.append(.typed("\u{FFFD}"))
      takePlain(byte, into: &keys)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into keys: inout [Key]) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"): state = .string(afterEscape: false)
    case 0x80...0xFF: takePlain(byte, into: &keys)
    default: if let key = Key.ofMeta(byte) { keys.append(key) }
    }
  }

  private mutating func takeControl(_ byte: UInt8, of sequence: ControlSequence, into keys: inout [Key]) {
    var sequence = sequence
    switch sequence.take(byte) {
    case .needsMore: state = .control(sequence)
    case .skip(let count): state = count > 0 ? .skipping(count) : .ground
    case .key(let key):
      state = .ground
      keys.append(key)
    case .paste:
      state = .paste
      paste = []
    case .isBroken:
      state = .ground
      takePlain(byte, into: &keys)
    }
  }

  private mutating func takeString(_ byte: UInt8, afterEscape: Bool) {
    switch byte {
    case 0x07, 0x18, 0x1A: state = .ground
    case 0x1B: state = .string(afterEscape: true)
    case UInt8(ascii: "\\") where afterEscape: state = .ground
    default: state = .string(afterEscape: false)
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func takePaste(_ byte: UInt8, into keys: inout [Key]) {
    paste.append(byte)
    guard byte == UInt8(ascii: "~"), paste.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else { return }
    paste.removeLast(Self.pasteEnd.count)
    state = .ground
    endPaste(into: &keys)
  }

  private mutating func endPaste(into keys: inout [Key]) {
    let text = String(decoding: paste, as: UTF8.self)
    paste = []
    if !text.isEmpty { keys.append(.pasted(text)) }
  }
}
