import Console
import PseudoTerminals

/// A small VT100: what is drawn when a terminal is sent these bytes, and where the cursor stands.
package struct Screen: Hashable, Sendable {
  package let columns: Int
  package let height: Int
  /// Counted from nought.
  package private(set) var row = 0
  package private(set) var column = 0

  private enum Cell: Hashable, Sendable {
    case blank
    case text(String)
    /// The right half of a wide character.
    case covered
  }

  private enum State: Hashable, Sendable { case ground, escape, control([UInt8]), string, charset }

  private var cells: [[Cell]]
  private var state = State.ground
  private var pending: [UInt8] = []
  /// The cursor stands behind the last column: the next character goes to the next row.
  private var wrapsNext = false

  package init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    cells = Array(repeating: Array(repeating: .blank, count: columns), count: rows)
  }

  /// The rows, without the blanks at their ends.
  package var rows: [String] {
    cells.map { row in
      let text = row.map { cell in
        switch cell {
        case .blank: " "
        case .text(let text): text
        case .covered: ""
        }
      }.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows from the first to the last that is not blank.
  package var text: String {
    let rows = rows
    let end = rows.lastIndex { !$0.isEmpty } ?? -1
    return rows[...end].joined(separator: "\n")
  }

  package mutating func feed(_ bytes: [UInt8]) { for byte in bytes { take(byte) } }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takePlain(byte)
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .control([])
      case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
      case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
      default: state = .ground
      }
    case .control(let parameters):
      if (0x40...0x7E).contains(byte) {
        state = .ground
        obey(final: byte, parameters)
      } else {
        state = .control(parameters + [byte])
      }
    case .string: if byte == 0x07 || byte == UInt8(ascii: "\\") { state = .ground }
    case .charset: state = .ground
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D: moveTo(row, 0)
    case 0x0A: lineFeed()
    case 0x08: moveTo(row, column - 1)
    case 0x09: moveTo(row, (column / 8 + 1) * 8)
    case 0..<0x20, 0x7F: break
    default:
      pending.append(byte)
      // Bytes are gathered until they make a character.
      if let scalar = String(validating: pending, as: UTF8.self)?.unicodeScalars.first {
        pending = []
        draw(scalar)
      } else if pending.count > 3 {
        pending = []
      }
    }
  }

  private mutating func draw(_ scalar: Unicode.Scalar) {
    let width = displayWidth(String(scalar))
    if width == 0 { return join(scalar) }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = .text(String(scalar))
    if width == 2, column + 1 < columns { cells[row][column + 1] = .covered }
    column += width
    wrapsNext = column >= columns
    if wrapsNext { column = columns - 1 }
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    var place = wrapsNext ? column : column - 1
    if place >= 0, cells[row][place] == .covered { place -= 1 }
    guard place >= 0, case .text(let text) = cells[row][place] else { return }
    cells[row][place] = .text(text + String(scalar))
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row + 1 < height {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: .blank, count: columns))
    }
  }

  private mutating func moveTo(_ newRow: Int, _ newColumn: Int) {
    wrapsNext = false
    row = max(0, min(newRow, height - 1))
    column = max(0, min(newColumn, columns - 1))
  }

  private mutating func obey(final: UInt8, _ parameters: [UInt8]) {
    let numbers = String(decoding: parameters, as: UTF8.self).split(separator: ";").map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch UnicodeScalar(final) {
    case "A": moveTo(row - count, column)
    case "B": moveTo(row + count, column)
    case "C": moveTo(row, column + count)
    case "D": moveTo(row, column - count)
    case "G": moveTo(row, count - 1)
    case "d": moveTo(count - 1, column)
    case "H", "f": moveTo(count - 1, (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1)
    case "J": erase(first)
    case "K":
      let range = first == 0 ? column..<columns : first == 1 ? 0..<(column + 1) : 0..<columns
      for place in range { cells[row][place] = .blank }
    case "P": shift(removing: count, inserting: 0)
    case "@": shift(removing: 0, inserting: count)
    default: break
    }
  }

  private mutating func erase(_ what: Int) {
    for place in column..<columns where what == 0 { cells[row][place] = .blank }
    let whole = what == 0 ? (row + 1)..<height : what == 1 ? 0..<row : 0..<height
    for other in whole { cells[other] = Array(repeating: .blank, count: columns) }
  }

  private mutating func shift(removing removed: Int, inserting inserted: Int) {
    var tail = Array(cells[row][column...])
    tail.removeFirst(min(removed, tail.count))
    tail = Array(repeating: .blank, count: inserted) + tail + Array(repeating: .blank, count: removed)
    cells[row] = Array(cells[row][..<column] + tail.prefix(columns - column))
  }
}

extension PseudoTerminal {
  /// What a screen shows of everything written so far.
  package func screen(columns: Int = 80, rows: Int = 24) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.feed(output)
    return screen
  }
}
