import Glibc
import PseudoTerminals
import TestSupport
import Testing

@Suite struct PlainLines {
  @Test(arguments: [["TERM": "dumb"], ["TERM": ""]]) func aDumbTerminalIsSentNoEscapes(environment: [String: String])
    throws
  {
    let terminal = try lineEcho(environment: environment)
    terminal.send("café\n")
    try terminal.expect("line: \"café\"")
    terminal.send("\u{04}")
    try terminal.expect("end of input")
    #expect(try terminal.waitExit() == .code(0))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func plainIsPlainOnAnyTerminal() throws {
    let terminal = try lineEcho(["--plain", "--color"])
    #expect(!terminal.isRaw)
    terminal.send("cafe\u{301}\n")
    try terminal.expect("line: \"caf\u{E9}\"")
    terminal.send("half\u{03}")
    try terminal.expect("interrupt: \"\"")
    terminal.send("again\n")
    try terminal.expect("line: \"again\"")
    terminal.signal(SIGTERM)
    try terminal.expect("hang-up: \"\"")
    #expect(try terminal.waitExit() == .code(0))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func inPlainModeEnterEndsTheWait() throws {
    let terminal = try PseudoTerminal("line-echo", ["--plain", "--wait", "60"])
    try terminal.expect("tick: 1")
    terminal.send("\n")
    try terminal.expect("waited")
    terminal.send("after\n")
    try terminal.expect("line: \"after\"")
  }

  @Test(arguments: [
    ("one\\ntwo\\n", ["line: \"one\"", "line: \"two\"", "end of input"]),
    ("one\\r\\ntwo", ["line: \"one\"", "line: \"two\"", "end of input"]),
    ("", ["end of input"]), ("\\n\\n", ["line: \"\"", "line: \"\"", "end of input"]),
    ("a\\rb\\r\\r\\n", ["line: \"a\\rb\\r\"", "end of input"]),
    ("caf\\0303\\0251 e\\0314\\0201 \\0377\\n", ["line: \"café \u{E9} \u{FFFD}\"", "end of input"]),
  ])
  func linesComeFromAPipeAsTheyAre(bytes: String, events: [String]) throws {
    let script = "printf '%b' '\(bytes)' | \"$0\" --wait 60 > \"$1\"; cat \"$1\"; rm \"$1\"; echo over"
    let file = "/tmp/attune-lines-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, pathBesideTests("line-echo"), file])
    let output = try terminal.expect("over").replacing("\r\n", with: "\n")
    #expect(output == (["waited"] + events + ["over"]).joined(separator: "\n"))
    #expect(!terminal.output.contains(0x1B))
    #expect(!output.contains("›"))
  }
}
