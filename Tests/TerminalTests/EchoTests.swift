import Terminal
import TestSupport
import Testing

@Suite struct TypedLines {
  @Test func aTypedLineIsTheAnswer() throws {
    let terminal = try PseudoTerminal("line-echo")
    try terminal.expect("› ")
    terminal.send("She closed the laptop.\r")
    try terminal.expect("line: \"She closed the laptop.\"")
    terminal.send("\u{04}")
    try terminal.expect("end of input")
    #expect(try terminal.waitExit() == .code(0))
  }
}
