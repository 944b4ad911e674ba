import Console

/// The one column in which everything is said: two blanks at the left, lines broken at words, at most 76 columns.
package struct Page {
  package let output: any Output

  package init(_ output: any Output) { self.output = output }

  package var width: Int { max(16, min(output.width, 78)) }
  package var isPlain: Bool { output.isPlain }

  /// Says a paragraph; what follows its first line hangs under `hang` more blanks.
  package func say(_ text: String, _ weight: Weight = .normal, indent: Int = 2, hang: Int = 0) {
    say(StyledLine(text, weight), indent: indent, hang: hang)
  }

  package func say(_ line: StyledLine, indent: Int = 2, hang: Int = 0) {
    let margin = StyledLine(String(repeating: " ", count: indent))
    let safe = StyledLine(pieces: line.pieces.map { .init(text: harmless($0.text), weight: $0.weight) })
    for row in wrapped(safe, width: width - indent, hang: hang) {
      output.say(row.text.isEmpty ? StyledLine("") : margin + row)
    }
  }

  package func blank() { output.say(StyledLine("")) }
}

extension StyledLine {
  package static func dim(_ text: String) -> StyledLine { StyledLine(text, .dim) }
  package static func strong(_ text: String) -> StyledLine { StyledLine(text, .strong) }
  package static func accent(_ text: String) -> StyledLine { StyledLine(text, .accent) }
}
