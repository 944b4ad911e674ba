/// A place in a text, line and column from 1; columns are counted in Unicode scalars.
package struct TextSpot: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where an index of a text stands.
  init(of index: String.Index, in text: String) {
    let lines = TextSpot.lines(of: String(text[..<index]))
    self.init(line: max(1, lines.count), column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  package static func < (a: TextSpot, b: TextSpot) -> Bool { (a.line, a.column) < (b.line, b.column) }

  /// The lines of a text as YAML counts them.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line = .init()
      default: line.append(scalar)
      }
    }
    lines.append(String(line))
    return lines
  }
}
