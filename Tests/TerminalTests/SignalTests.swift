import Glibc
import PseudoTerminals
import TestSupport
import Testing

@Suite struct Signals {
  @Test func controlCGivesUpTheLineAndNotTheProgram() throws {
    let terminal = try lineEcho()
    terminal.send("half a li\u{03}")
    try terminal.expect("interrupt: \"half a li\"")
    try terminal.expect("› ")
    terminal.send("still here\r")
    try terminal.expect("line: \"still here\"")
  }

  @Test func anInterruptFromOutsideIsTheSame() throws {
    let terminal = try lineEcho()
    terminal.send("half")
    terminal.settle()
    terminal.signal(SIGINT)
    try terminal.expect("interrupt: \"half\"")
  }

  @Test func controlDErasesInALineAndEndsTheInputOnAnEmptyOne() throws {
    let terminal = try lineEcho()
    terminal.send("xab\u{01}\u{04}\r")
    try terminal.expect("line: \"ab\"")
    try terminal.expect("› ")
    terminal.send("\u{04}")
    try terminal.expect("end of input")
    #expect(try terminal.waitExit() == .code(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func beingAskedToEndKeepsTheLineAndRestoresTheTerminal(signal: Int32) throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "stty -a > /dev/null; echo ready; read go; exec \"$0\"", pathBesideTests("line-echo")])
    try terminal.expect("ready")
    let before = terminal.modes
    terminal.send("\n")
    try terminal.expect("› ")
    terminal.send("half a line")
    terminal.settle()
    #expect(terminal.isRaw)
    terminal.signal(signal)
    try terminal.expect("hang-up: \"half a line\"")
    #expect(try terminal.waitExit() == .code(0))
    #expect(terminal.modes == before)
  }

  @Test func controlBackslashAndControlSDoNothing() throws {
    let terminal = try lineEcho()
    terminal.send("a\u{1C}\u{13}b")
    terminal.signal(SIGQUIT)
    terminal.send("c\r")
    try terminal.expect("line: \"abc\"")
  }

  @Test func aStoppedLineGoesOnWhereItWas() throws {
    let terminal = try lineEcho()
    terminal.send("before ")
    terminal.settle()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.settle()
    terminal.send("after\r")
    try terminal.expect("line: \"before after\"")
  }

  @Test func controlZStopsUntilTheShellWakesIt() throws {
    let script = "set -m; \"$0\"; echo stopped; stty sane; read go; fg >/dev/null; echo over"
    let terminal = try PseudoTerminal("/bin/bash", ["-c", script, pathBesideTests("line-echo")])
    try terminal.expect("› ")
    terminal.send("before ")
    terminal.settle()
    terminal.send("\u{1A}")
    try terminal.expect("stopped")
    #expect(!terminal.isRaw)
    terminal.send("\n")
    try terminal.expect("› before ")
    terminal.settle()
    terminal.send("after\r")
    try terminal.expect("line: \"before after\"")
    try terminal.expect("› ")
    terminal.send("\u{04}")
    try terminal.expect("over")
  }

  @Test func whereNobodyCouldWakeItControlZOnlyDrawsAgain() throws {
    let terminal = try lineEcho()
    terminal.send("one \u{1A}two\r")
    try terminal.expect("line: \"one two\"")
  }

  @Test func aDraftIsKeptWhenOnePausesAndWhenTheLineIsGivenUp() throws {
    let file = "/tmp/attune-drafts-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(file) }
    let terminal = try lineEcho(["--drafts", file])
    terminal.send("a pause")
    try waitUntil { contents(of: file) == "\"a pause\"\n" }
    terminal.send(" and more")
    terminal.signal(SIGHUP)
    _ = try terminal.waitExit()
    #expect(contents(of: file).hasSuffix("\"a pause and more\"\n"))
  }

  @Test(arguments: ["half a line", "\u{1B}[200~half a paste"]) func aClosedTerminalLosesNothing(keys: String) throws {
    let file = "/tmp/attune-drafts-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(file) }
    let terminal = try lineEcho(["--drafts", file])
    terminal.send(keys)
    terminal.settle()
    terminal.hangUp()
    #expect(try terminal.waitExit() == .code(0))
    #expect(contents(of: file).hasSuffix("\"half a \(keys.hasSuffix("line") ? "line" : "paste")\"\n"))
  }

  private func waitUntil(_ isSo: () -> Bool) throws {
    for _ in 0..<60 {
      if isSo() { return }
      usleep(50_000)
    }
    Issue.record("It did not come to be so within three seconds.")
  }

  private func contents(of file: String) -> String {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
