import CPlatform

/// How libedit lays a prompt and a text out in rows: it wraps at the margin, and a full row leaves the cursor on the next.
package struct ScreenRows {
  package struct Place: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  private let prompt: [Unicode.Scalar]
  private let columns: Int

  package init(prompt: String, columns: Int) {
    self.prompt = Array(prompt.unicodeScalars)
    // libedit takes a screen of one column for one of eighty.
    self.columns = columns < 2 ? 80 : columns
  }

  /// Where the cursor is drawn before the scalar at `index`.
  package func place(of index: Int, in scalars: [Unicode.Scalar]) -> Place {
    var place = promptEnd
    for scalar in scalars[..<index] { advance(&place, over: scalar) }
    return place
  }

  /// The scalar that is drawn in a row at a column, or the last of the row if it is shorter; nil if there is no such row.
  package func index(at wanted: Place, in scalars: [Unicode.Scalar]) -> Int? {
    guard wanted.row >= 0 else { return nil }
    var place = promptEnd
    var found: Int?
    for index in 0...scalars.count {
      if place.row == wanted.row, found == nil || place.column <= wanted.column { found = index }
      if place.row > wanted.row || index == scalars.count { break }
      advance(&place, over: scalars[index])
    }
    return found
  }

  private var promptEnd: Place {
    var place = Place(row: 0, column: 0)
    for scalar in prompt { advance(&place, over: scalar) }
    return place
  }

  private func advance(_ place: inout Place, over scalar: Unicode.Scalar) {
    let width: Int
    switch scalar {
    case "\n":
      place = Place(row: place.row + 1, column: 0)
      return
    case "\t": width = 8 - place.column % 8
    default: width = drawnWidth(scalar)
    }
    if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
    place.column += width
    if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
  }

  /// What does not print libedit shows by its number, such as `\U+1FAE8`.
  private func drawnWidth(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 2 : 1 }
    let width = Int(attune_wcwidth(scalar.value))
    if width >= 0 { return width }
    return scalar.value > 0xFFFF ? 8 : 7
  }
}
