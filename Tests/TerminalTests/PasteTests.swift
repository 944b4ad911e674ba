import TestSupport
import Testing

@Suite struct Pastes {
  @Test func manyLinesAreOneAnswer() throws {
    let terminal = try lineEcho()
    terminal.send("\u{1B}[200~one\rtwo\r\nthree\n/quit\u{1B}[201~")
    terminal.settle()
    #expect(terminal.screen().text == "› one\ntwo\nthree\n/quit")
    terminal.send("\r")
    try terminal.expect("pasted: \"one\\ntwo\\nthree\\n/quit\"")
  }

  @Test func aPastedSlashIsNoCommand() throws {
    let terminal = try lineEcho()
    terminal.send("\u{1B}[200~/quit\u{1B}[201~ now\r")
    try terminal.expect("pasted: \"/quit now\"")
  }

  @Test func typingBeforeAPasteIsTyping() throws {
    let terminal = try lineEcho()
    terminal.send("/note \u{1B}[200~pasted\u{1B}[201~\r")
    try terminal.expect("line: \"/note pasted\"")
  }

  @Test func tabsAndKeysInAPasteArePartOfTheText() throws {
    let terminal = try lineEcho(["--words", "wrong"])
    terminal.send("\u{1B}[200~a\tb\u{03}c\u{1B}[Dd\u{1B}[201~\r")
    try terminal.expect("pasted: \"a\tbc[Dd\"")
  }

  @Test(arguments: [80, 20, 3]) func twentyThousandCharactersComeThrough(columns: Int) throws {
    let text = String((0..<20_000).map { index in Array("abcdefghij é日klmnop ")[index % 20] })
    let terminal = try lineEcho(columns: columns)
    terminal.send("\u{1B}[200~\(text)\u{1B}[201~")
    terminal.send("\r")
    try terminal.expect("pasted: \"\(text)\"", within: 30)
  }

  @Test func manyThousandRowsComeThrough() throws {
    let terminal = try lineEcho()
    terminal.send("\u{1B}[200~\(String(repeating: "x\n", count: 6_000))\u{1B}[201~")
    terminal.send("\u{01}first\u{05}last\r")
    try terminal.expect("line: \"first\(String(repeating: "x\\n", count: 6_000))last\"", within: 30)
  }

  @Test func typingTwentyThousandCharactersWorksToo() throws {
    let text = String(repeating: "never a dull moment ", count: 1_000)
    let terminal = try lineEcho()
    terminal.send(text + "\r")
    try terminal.expect("line: \"\(text)\"", within: 30)
  }

  @Test func pastingIsAskedForOnlyWhileALineIsRead() throws {
    let terminal = try lineEcho()
    terminal.send("x\r")
    let answered = try terminal.expect("line: \"x\"")
    #expect(answered.contains("\u{1B}[?2004l"))
    try terminal.expect("\u{1B}[?2004h")
    terminal.send("\u{04}")
    #expect(try terminal.expect("end of input").contains("\u{1B}[?2004l"))
  }
}
