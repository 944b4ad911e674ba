/// Breaks lines at words so that none is wider than `width` columns; what follows the first line hangs under `hang` blanks.
///
/// A word wider than a line is broken between graphemes. A line feed ends a line. Blanks at a break are dropped, all
/// others stay, so that text that is set in columns keeps them.
package func wrapped(_ line: StyledLine, width: Int, hang: Int = 0) -> [StyledLine] {
  if let row = rowAsItStands(line, width: width) { return [row] }
  // However narrow the screen, a wide character has to fit beside what hangs.
  var wrapping = Wrapping(width: max(1, width), hang: max(0, min(hang, width / 2, width - 2)))
  for piece in line.pieces {
    for character in piece.text { wrapping.take(Cell(character: character, weight: piece.weight)) }
  }
  return wrapping.finished()
}

/// A line that needs no breaking, which most lines do not; nothing where it has to be looked at closer.
private func rowAsItStands(_ line: StyledLine, width: Int) -> StyledLine? {
  var pieces: [StyledLine.Piece] = []
  var columns = 0
  for piece in line.pieces where !piece.text.isEmpty {
    guard !piece.text.utf8.contains(0x0A) else { return nil }
    columns += displayWidth(piece.text)
    if let last = pieces.last, last.weight == piece.weight {
      pieces[pieces.count - 1].text += piece.text
    } else {
      pieces.append(piece)
    }
  }
  // Blanks at the end are dropped.
  guard columns <= width, let last = pieces.last, last.text.utf8.last != UInt8(ascii: " ") else { return nil }
  return StyledLine(pieces: pieces)
}

private struct Cell {
  let character: Character
  let weight: Weight
  let width: Int

  init(character: Character, weight: Weight) {
    self.character = character
    self.weight = weight
    self.width = displayWidth(character)
  }
}

private struct Wrapping {
  let width: Int
  let hang: Int
  private var lines: [StyledLine] = []
  private var row: [Cell] = []
  private var rowWidth = 0
  private var blanks: [Cell] = []
  private var word: [Cell] = []
  private var wordWidth = 0

  init(width: Int, hang: Int) {
    self.width = width
    self.hang = hang
  }

  mutating func take(_ cell: Cell) {
    switch cell.character {
    case "\n", "\r\n":
      endWord()
      endRow()
    case " ":
      endWord()
      blanks.append(cell)
    default:
      word.append(cell)
      wordWidth += cell.width
    }
  }

  mutating func finished() -> [StyledLine] {
    endWord()
    endRow()
    return lines
  }

  private var room: Int { width - (lines.isEmpty ? 0 : hang) }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let isTooWideForAnyRow = wordWidth > width - hang
    if rowWidth + blanks.count + wordWidth <= room {
      append(blanks + word)
    } else if isTooWideForAnyRow {
      if rowWidth + blanks.count + word[0].width <= room { append(blanks) } else if !row.isEmpty { endRow() }
      for cell in word {
        if rowWidth + cell.width > room, !row.isEmpty { endRow() }
        append([cell])
      }
    } else {
      if !row.isEmpty { endRow() }
      append(word)
    }
    blanks = []
    word = []
    wordWidth = 0
  }

  private mutating func append(_ cells: [Cell]) {
    row += cells
    rowWidth += cells.reduce(0) { $0 + $1.width }
  }

  private mutating func endRow() {
    var pieces: [StyledLine.Piece] = []
    if !lines.isEmpty, hang > 0, !row.isEmpty {
      pieces.append(StyledLine.Piece(text: String(repeating: " ", count: hang), weight: .normal))
    }
    for cell in row {
      if let last = pieces.last, last.weight == cell.weight {
        pieces[pieces.count - 1].text.append(cell.character)
      } else {
        pieces.append(StyledLine.Piece(text: String(cell.character), weight: cell.weight))
      }
    }
    lines.append(StyledLine(pieces: pieces))
    row = []
    rowWidth = 0
    blanks = []
  }
}
