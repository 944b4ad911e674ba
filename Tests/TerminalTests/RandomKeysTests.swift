import FoundationEssentials
import PseudoTerminals
import TestSupport
import Testing

/// Keys and pieces of keys in any order, on screens that change under them.
@Suite struct RandomKeys {
  private static let keys: [String] = [
    "a", "b", " ", "é", "日", "😀", "👨‍👩‍👧", "\u{301}", "\u{200D}", "นี้", "\"", "\\", "/", "\t", "\r", "\u{1B}\r", "\u{7F}",
    "\u{08}", "\u{01}", "\u{02}", "\u{03}", "\u{05}", "\u{06}", "\u{0B}", "\u{0C}", "\u{0E}", "\u{10}", "\u{12}",
    "\u{14}", "\u{15}", "\u{16}", "\u{17}", "\u{18}", "\u{19}", "\u{1A}", "\u{1C}", "\u{1F}", "\u{1B}", "\u{1B}_",
    "\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}x", "\u{1B}\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D",
    "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[1;5C", "\u{1B}[1;5D", "\u{1B}[15~", "\u{1B}[M", "\u{1B}]0;",
    "\u{1B}[200~pasted\nlines\t\u{1B}[201~", "\u{1B}[200~\u{1B}[201~", "\u{1B}[200~left open ",
    "\u{1B}[200~" + String(repeating: "long paste 日本 ", count: 60) + "\u{1B}[201~", "\u{80}", "\u{AD}", "🫨",
    "\u{10FFFD}",
  ]

  private static let screens: [(seed: UInt64, columns: Int, rows: Int)] = [
    (1, 80, 24), (2, 20, 5), (3, 1, 1), (4, 200, 24), (5, 7, 3), (6, 2, 2), (7, 40, 1), (8, 80, 2),
  ]

  /// 2,000 bursts are typed; `make fuzz` asks for more, and for a line with AddressSanitizer in it.
  private static func asked(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
  private static let burstsEach = (asked("ATTUNE_BURSTS").flatMap { Int($0) } ?? 2000) / screens.count
  private static let program = asked("ATTUNE_LINE_ECHO") ?? "line-echo"

  @Test(arguments: screens)
  func `After any keys the line answers, and what is typed into an emptied one comes back equal`(
    seed: UInt64, columns: Int, rows: Int
  ) throws {
    var chance = Chance(seed: seed)
    let terminal = try PseudoTerminal(Self.program, ["--words", "aa,ab,baa"], columns: columns, rows: rows)
    try terminal.expect("›")
    for burst in 1...Self.burstsEach {
      let count = Int.random(in: 1...12, using: &chance)
      let keys = (0..<count).compactMap { _ in Self.keys.randomElement(using: &chance) }
      terminal.send(keys.joined())
      if Int.random(in: 0..<10, using: &chance) == 0 {
        terminal.resize(columns: Int.random(in: 1...200, using: &chance), rows: Int.random(in: 1...24, using: &chance))
      }
      try expectAnswer(terminal, burst, mayBeThrownAway: !Set(keys).isDisjoint(with: ["\u{03}", "\u{1A}", "\u{1C}"]))
    }
    // Between two lines the system takes a Control-D for its own.
    terminal.settle()
    terminal.send("\u{04}")
    #expect(try terminal.waitExit() == .code(0))
  }

  /// Between two lines a key that interrupts makes the system throw away what is still on its way, a mark with it: only
  /// then is it typed again.
  private func expectAnswer(_ terminal: PseudoTerminal, _ burst: Int, mayBeThrownAway: Bool) throws {
    for attempt in 1...40 {
      let mark = "mark \(burst).\(attempt) of é日"
      // Ends an escape, a report, a string or a paste that may be open.
      terminal.send("    \u{07}\u{1B}[201~\u{01}\u{0B}\(mark)\r")
      do throws(PseudoTerminal.Failure) {
        try terminal.expect("line: \"\(mark)\"", within: mayBeThrownAway ? 0.5 : 30)
        return
      } catch {
        if !mayBeThrownAway || attempt == 40 { throw error }
      }
    }
  }
}
