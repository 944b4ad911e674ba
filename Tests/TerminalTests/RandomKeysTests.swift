import TestSupport
import Testing

@Suite struct RandomKeys {
  private static let keys: [String] = [
    "a", "b", " ", "é", "日", "😀", "👨‍👩‍👧", "\u{301}", "\u{200D}", "นี้", "\"", "\\", "/", "\t", "\r", "\u{1B}\r", "\u{7F}",
    "\u{08}",
    "\u{01}", "\u{02}", "\u{03}", "\u{05}", "\u{06}", "\u{0B}", "\u{0C}", "\u{0E}", "\u{10}", "\u{12}", "\u{14}",
    "\u{15}", "\u{16}",
    "\u{17}", "\u{18}", "\u{19}", "\u{1A}", "\u{1C}", "\u{1F}", "\u{1B}", "\u{1B}_", "\u{1B}b", "\u{1B}f", "\u{1B}d",
    "\u{1B}x",
    "\u{1B}\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[1;5C",
    "\u{1B}[1;5D",
    "\u{1B}[15~", "\u{1B}[M", "\u{1B}]0;", "\u{1B}[200~pasted\nlines\t\u{1B}[201~", "\u{1B}[200~\u{1B}[201~",
    "\u{1B}[200~" + String(repeating: "long paste 日本 ", count: 60) + "\u{1B}[201~", "\u{80}", "\u{AD}", "🫨",
    "\u{10FFFD}",
  ]

  @Test(arguments: [(1, 80, 24), (2, 20, 5), (3, 1, 1), (4, 200, 50), (5, 7, 3), (6, 2, 2), (7, 40, 1), (8, 80, 2)])
  func theLineStillAnswersAfterAnyKeys(seed: UInt64, columns: Int, rows: Int) throws {
    var random = SeededRandom(seed: seed)
    let terminal = try lineEcho(["--words", "aa,ab,baa"], columns: columns, rows: rows)
    for round in 0..<10 {
      for _ in 0..<25 {
        let count = Int.random(in: 1...12, using: &random)
        terminal.send((0..<count).compactMap { _ in Self.keys.randomElement(using: &random) }.joined())
        if Int.random(in: 0..<10, using: &random) == 0 {
          terminal.resize(
            columns: Int.random(in: 1...100, using: &random), rows: Int.random(in: 1...40, using: &random))
        }
      }
      // A Control-C between two lines makes the system throw away what is still on its way, this mark with it.
      terminal.settle()
      // Ends an escape, a report, a string or a paste that may be open.
      terminal.send("    \u{07}\u{1B}[201~\u{01}\u{0B}mark \(round) of é日\r")
      try terminal.expect("line: \"mark \(round) of é日\"", within: 30)
    }
  }
}

/// The same numbers every time (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
