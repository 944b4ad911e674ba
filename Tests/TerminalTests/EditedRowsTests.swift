import TestSupport
import Testing

/// What is changed in the middle of a line of many rows is drawn as it is.
@Suite struct EditedRows {
  private static let keys = [
    // Letters that stand twice, since a row that ends in them is where drawing only what changed goes wrong.
    "e", "ee", " ", "seen", "a street ", "\u{01}", "\u{05}", "\u{02}", "\u{02}\u{02}\u{02}", "\u{06}", "\u{1B}b",
    "\u{1B}f", "\u{7F}", "\u{1B}[3~", "\u{17}", "\u{19}", "\u{1B}d", "\u{1B}[A", "\u{1B}[B", "\u{1F}",
  ]

  @Test(arguments: [10, 17, 20, 40, 80], [1, 2, 3] as [UInt64])
  func `The screen shows the line that is answered`(columns: Int, seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let terminal = try lineEcho(columns: columns, rows: 40)
    for _ in 0..<4 {
      terminal.send((0..<columns / 2).map { $0 % 3 == 0 ? "ee" : "tree" }.joined(separator: seed == 1 ? "" : " "))
      for _ in 0..<25 { terminal.send(EditedRows.keys.randomElement(using: &chance) ?? "") }
      terminal.settle()
      let rows = terminal.screen(columns: columns, rows: 40).text
      terminal.send("\r")
      try terminal.expect("line: \"")
      let text = "› " + (try terminal.expect("\"\r\n").dropLast(2))
      let characters = Array(text)
      let expected = stride(from: 0, to: characters.count, by: columns).map {
        String(characters[$0..<min($0 + columns, characters.count)]).trimmingEnd
      }
      let start = rows.lastIndex(of: "›") ?? rows.startIndex
      #expect(String(rows[start...]) == expected.joined(separator: "\n").trimmingEnd)
      try terminal.expect("› ")
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0.isWhitespace }.reversed()) }
}
