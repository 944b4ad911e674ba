/// What a person presses, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
  case typed(Unicode.Scalar)
  case pasted(String)
  /// Gives the line as the answer.
  case enter
  /// Puts a line feed into the line.
  case newLine
  case complete

  case left, right, wordLeft, wordRight
  /// The row above or below; beyond the text, the line entered before or after.
  case up, down
  case earlierLine, laterLine
  /// The start or end of the paragraph that the cursor is in; pressed again, of the whole text.
  case home, end
  case first, last

  case eraseLeft, eraseRight, eraseWordLeft, eraseWordRight, eraseToStart, eraseToEnd
  /// Puts back what was erased last by word or to an end.
  case yank
  case undo, redo

  case interrupt
  /// Control-D: the end of the input on an empty line, otherwise erases to the right.
  case endOfInput
  case suspend
  case clearScreen
}

extension Key {
  /// The key of a control character, nil for one that means nothing here.
  static func ofControl(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .first
    case 0x02: .left
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x05: .last
    case 0x06: .right
    case 0x08, 0x7F: .eraseLeft
    case 0x09: .complete
    // Enter sends a return, a script a line feed, and what was typed before the terminal was raw arrives as one too.
    case 0x0A, 0x0D: .enter
    case 0x0B: .eraseToEnd
    case 0x0C: .clearScreen
    case 0x0E: .laterLine
    case 0x10: .earlierLine
    case 0x15: .eraseToStart
    case 0x17: .eraseWordLeft
    case 0x19: .yank
    case 0x1A: .suspend
    case 0x1F: .undo
    default: nil
    }
  }

  /// The key of a character pressed with Meta (Alt), nil for one that means nothing here.
  static func ofMeta(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0A, 0x0D: .newLine
    case 0x08, 0x7F: .eraseWordLeft
    case UInt8(ascii: "b"), UInt8(ascii: "B"): .wordLeft
    case UInt8(ascii: "f"), UInt8(ascii: "F"): .wordRight
    case UInt8(ascii: "d"), UInt8(ascii: "D"): .eraseWordRight
    case UInt8(ascii: "<"): .first
    case UInt8(ascii: ">"): .last
    case UInt8(ascii: "_"), 0x1F: .redo
    default: nil
    }
  }
}
