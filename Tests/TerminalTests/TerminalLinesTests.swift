import PseudoTerminals
import TestSupport
import Testing

/// line-echo on a terminal, at its first prompt.
func lineEcho(
  _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    "line-echo", arguments, columns: columns, rows: rows, environment: environment)
  // On a screen of two columns the prompt is cut in two.
  try terminal.expect("›")
  terminal.settle()
  return terminal
}

@Suite struct LinesOnATerminal {
  @Test func aTypedLineIsTheAnswer() throws {
    let terminal = try lineEcho()
    terminal.send("She closed the laptop.\r")
    try terminal.expect("line: \"She closed the laptop.\"")
    try terminal.expect("› ")
    terminal.send("\u{04}")
    try terminal.expect("end of input")
    #expect(try terminal.waitExit() == .code(0))
    #expect(!terminal.isRaw)
  }

  @Test(arguments: [
    ["LANG": "C"], ["LANG": "xx_YY.UTF-8"], ["LANG": ""], ["LC_ALL": "POSIX"], ["LC_CTYPE": "C", "LANG": "C.UTF-8"],
  ])
  func everyLanguageIsTakenWhateverTheLocale(environment: [String: String]) throws {
    let terminal = try lineEcho(environment: environment)
    terminal.send("Übergröße ß naïve 日本語 한국어 😀 ไทย Ω\r")
    try terminal.expect("line: \"Übergröße ß naïve 日本語 한국어 😀 ไทย Ω\"")
  }

  @Test(arguments: [
    ("cafe\u{301} noir", "caf\u{E9} noir"), ("👨‍👩‍👧x\u{7F}\u{7F}done", "done"), ("re\u{301}\u{7F}\u{7F}", ""),
    ("❤\u{FE0F}\u{7F}ok", "ok"), ("abc\u{1B}[D\u{1B}[D\u{1B}[3~", "ac"), ("\u{C3}\u{28}", "\u{C3}("),
    ("a\u{AD}\u{A0}b", "a\u{AD}\u{A0}b"),
    ("one two three\u{1B}[1;5D\u{1B}[1;5DX", "one Xtwo three"), ("one two\u{01}\u{1B}[1;5CX", "oneX two"),
    ("one two\u{1F}\u{1F}\u{1B}_ four", "one four"), ("one two\u{1F}\u{1B}_!", "one two!"),
    ("one two\u{17}\u{19}\u{19}", "one twotwo"),
    ("one\u{1B}\rtwo", "one\\ntwo"), ("one\u{1B}[13;2utwo\u{1B}[27;2;13~three", "one\\ntwo\\nthree"),
    (
      "a\u{1B}[15~b\u{1B}[[Ac\u{1B}OPd\u{1B}[<0;1;1Me\u{1B}[If\u{1B}[24;80Rg\u{13}h\u{1C}i\u{16}j\u{18}k\u{12}l",
      "abcdefghijkl"
    ),
    ("one\u{1B}xtwo\"three", "onetwo\\\"three"), ("\u{1B}x\"", "\\\""),
  ])
  func keysDoWhatTheySay(keys: String, answer: String) throws {
    let terminal = try lineEcho()
    terminal.send(keys)
    terminal.send("\r")
    try terminal.expect("line: \"\(answer)\"\r\n")
  }

  @Test func bytesThatAreNoTextAreSeenToBeMissing() throws {
    let terminal = try lineEcho()
    terminal.send(bytes: [0x61, 0xFF, 0x62, 0xC3, 0x63, 0x0D])
    try terminal.expect("line: \"a\u{FFFD}b\u{FFFD}c\"")
  }

  @Test func anEscapeByItselfDoesNotEatTheNextKey() throws {
    let terminal = try lineEcho()
    terminal.send("a\u{1B}")
    terminal.settle(for: 0.15)
    terminal.send("b\r")
    try terminal.expect("line: \"ab\"")
  }

  @Test func whatIsTypedBeforeThePromptIsNotLost() throws {
    let terminal = try PseudoTerminal("line-echo")
    terminal.send("typed ahead\rand half")
    try terminal.expect("line: \"typed ahead\"")
    terminal.settle()
    terminal.send(" a line\r")
    try terminal.expect("line: \"and half a line\"")
  }

  @Test func earlierLinesComeBackAndALongDraftIsKept() throws {
    let draft = String(repeating: "Then he said nothing. ", count: 100)
    let terminal = try lineEcho()
    terminal.send("first\r")
    try terminal.expect("line: \"first\"")
    terminal.send("second\r")
    try terminal.expect("line: \"second\"")
    terminal.send(draft + "\u{01}\u{1B}[A\u{1B}[A\u{1B}[B\u{1B}[B!\r")
    try terminal.expect("line: \"!\(draft)\"")
    try terminal.expect("› ")
    terminal.send("\u{1B}[A\u{10}\u{10}\r")
    try terminal.expect("line: \"first\"")
  }

  @Test func anEarlierAnswerIsOfferedForEditing() throws {
    let terminal = try lineEcho(["--initial", "one\ntwo é 👨‍👩‍👧"])
    #expect(terminal.screen().rows.prefix(2).map { $0.prefix(5) } == ["› one", "two é"])
    terminal.send("!\u{1B}[A\u{1B}[H> \r")
    try terminal.expect("line: \"> one\\ntwo é 👨‍👩‍👧!\"")
    try terminal.expect("› ")
    terminal.send("\u{15}\r")
    try terminal.expect("line: \"\"")
  }

  @Test func tabCompletesAndThenLists() throws {
    let terminal = try lineEcho(["--words", "shame,sharp,sadness"])
    terminal.send("I felt sh\t")
    terminal.settle()
    #expect(terminal.screen().text == "› I felt sha")
    terminal.send("\t")
    terminal.settle()
    #expect(terminal.screen().text == "› I felt sha\nshame  sharp\n› I felt sha")
    terminal.send("m\tagain\r")
    try terminal.expect("line: \"I felt shame again\"")
  }

  @Test func aKeyEndsTheWait() throws {
    let terminal = try PseudoTerminal("line-echo", ["--wait", "60"])
    try terminal.expect("tick: 1\r\n")
    terminal.send("\u{1B}[A")
    try terminal.expect("waited")
    try terminal.expect("› ")
    terminal.send("after\r")
    try terminal.expect("line: \"after\"")
  }
}
