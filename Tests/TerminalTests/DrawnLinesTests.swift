import TestSupport
import Testing

@Suite struct DrawnLines {
  @Test func aLineTallerThanTheScreenIsSafe() throws {
    let text = String(repeating: "0123456789", count: 300)
    let terminal = try lineEcho()
    terminal.send(text)
    terminal.send("\u{1B}[Hstart \u{1B}[F end\u{1B}[A\u{1B}[A\u{01}\u{05}!\r")
    try terminal.expect("line: \"start \(text) end!\"")
  }

  @Test func soIsTheNextOne() throws {
    let text = String(repeating: "0123456789", count: 300)
    let terminal = try lineEcho()
    for _ in 0..<3 {
      terminal.send(text)
      terminal.send("\u{01}start \u{05} end\u{1B}[A\u{1B}[A\u{01}\u{05}!\r")
      try terminal.expect("line: \"start \(text) end!\"")
      try terminal.expect("› ")
    }
  }

  @Test func aTerminalThatNobodyDescribedIsNotComplainedOf() throws {
    let terminal = try lineEcho(environment: ["TERM": "no-such-terminal"])
    terminal.send("one two\u{7F}\u{01}> \r")
    try terminal.expect("line: \"> one tw\"")
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("no-such"))
  }

  @Test func twentyColumnsWrap() throws {
    let terminal = try lineEcho(columns: 20)
    terminal.send("The door was shut and nobody came.")
    terminal.settle()
    let screen = terminal.screen(columns: 20)
    #expect(screen.text == "› The door was shut\nand nobody came.")
    #expect([screen.row, screen.column] == [1, 16])
    terminal.send("\u{01}\u{1B}[BX\r")
    try terminal.expect("line: \"The door was shut anXd nobody came.\"")
  }

  @Test func aFullRowLeavesTheCursorOnTheNext() throws {
    let terminal = try lineEcho(columns: 10)
    terminal.send("12345678")
    terminal.settle()
    #expect(terminal.screen(columns: 10).row == 1)
    terminal.send("\u{7F}")
    terminal.settle()
    let screen = terminal.screen(columns: 10)
    #expect(screen.text == "› 1234567")
    #expect([screen.row, screen.column] == [0, 9])
  }

  @Test func wideCharactersAtTheMarginAreDrawnWhole() throws {
    let terminal = try lineEcho(columns: 9)
    terminal.send("日本語の文")
    terminal.settle()
    let screen = terminal.screen(columns: 9)
    #expect(screen.text == "› 日本語\nの文")
    #expect([screen.row, screen.column] == [1, 4])
  }

  @Test func changesInTheMiddleAreDrawn() throws {
    let terminal = try lineEcho()
    terminal.send("one three\u{1B}btwo \u{01}> ")
    terminal.settle()
    let screen = terminal.screen()
    #expect(screen.text == "› > one two three")
    #expect(screen.column == 4)
  }

  @Test func aNewSizeIsTakenIn() throws {
    let terminal = try lineEcho(columns: 40)
    terminal.send("It was late and nobody had said a word.")
    terminal.settle()
    terminal.resize(columns: 20, rows: 24)
    terminal.settle(for: 0.3)
    terminal.send("\u{01}Now: \r")
    try terminal.expect("line: \"Now: It was late and nobody had said a word.\"")
    terminal.settle()
    terminal.resize(columns: 100, rows: 30)
    terminal.settle(for: 0.3)
    let wide = String(repeating: "x", count: 90)
    terminal.send(wide)
    terminal.settle()
    #expect(terminal.screen(columns: 100, rows: 30).rows.contains("› " + wide))
  }

  @Test func manySizesInTheMiddleOfTypingLoseNothing() throws {
    let terminal = try lineEcho()
    var expected = ""
    for round in 0..<40 {
      terminal.resize(columns: 1 + round * 7 % 90, rows: 1 + round * 5 % 30)
      terminal.send("part \(round) ")
      expected += "part \(round) "
      if round % 8 == 0 { terminal.settle(for: 0.12) }
    }
    terminal.send("\r")
    try terminal.expect("line: \"\(expected)\"")
  }

  @Test func theScreenIsClearedAndTheLineStays() throws {
    let terminal = try lineEcho()
    terminal.send("first\r")
    try terminal.expect("› ")
    terminal.send("second\u{0C}")
    terminal.settle()
    #expect(terminal.screen().text == "› second")
  }
}
