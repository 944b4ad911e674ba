/// How much weight a piece of text has. Color is decoration: every meaning stands in the words too.
package enum Weight: Hashable, Sendable {
  /// What is asked.
  case normal
  /// What was said by the people.
  case strong
  /// Everything the program adds.
  case dim
  /// Where we are.
  case accent
}

/// One line of text in pieces of different weight.
package struct StyledLine: Hashable, Sendable {
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var weight: Weight

    package init(text: String, weight: Weight) {
      self.text = text
      self.weight = weight
    }
  }

  package var pieces: [Piece]

  package init(_ text: String, _ weight: Weight = .normal) {
    pieces = text.isEmpty ? [] : [Piece(text: text, weight: weight)]
  }

  package init(pieces: [Piece]) { self.pieces = pieces }

  package var text: String { pieces.map(\.text).joined() }

  package static func + (a: StyledLine, b: StyledLine) -> StyledLine { StyledLine(pieces: a.pieces + b.pieces) }

  /// As much of it as fits into so many columns, with `…` where something was left out.
  package func shortened(to width: Int) -> StyledLine {
    guard displayWidth(text) > width else { return self }
    var left = width - 1
    var kept: [Piece] = []
    for piece in pieces where left > 0 {
      var fits = ""
      for character in piece.text {
        let columns = displayWidth(String(character))
        guard columns <= left else {
          left = 0
          break
        }
        fits.append(character)
        left -= columns
      }
      kept.append(Piece(text: fits, weight: piece.weight))
    }
    return StyledLine(pieces: kept + [Piece(text: "…", weight: .dim)])
  }
}
