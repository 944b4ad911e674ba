import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// Ways out of a program that nobody means to take: a core file, the screen's memory, names that lead elsewhere.
@Suite struct WaysOut {
  @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT]) func `A crash leaves no core file`(signal: Int32) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(8))
    let status = try String(contentsOfFile: "/proc/\(conversation.terminal.process)/limits", encoding: .utf8)
    let core = status.split(separator: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
    #expect(core.split(separator: " ").contains("0"), "\(core)")
    conversation.terminal.signal(signal)
    if signal == SIGQUIT { conversation.terminal.signal(SIGKILL) }
    _ = try conversation.terminal.waitExit()
    let folders = [FileManager.default.currentDirectoryPath, practice.root, practice.place, practice.home]
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!names.contains { $0 == "core" || $0.hasPrefix("core.") }, "\(folder)")
    }
    #expect(try practice.run(["resume"], input: "/quit\n").output.contains("Saved"))
  }

  @Test(arguments: ["/hide", "/crisis", "/aside"]) func `What is hidden is gone from what can be scrolled back to`(
    command: String
  ) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(8))
    conversation.terminal.send("\(command)\r")
    if command == "/hide" { try conversation.terminal.expect("\u{1B}[3J") }
    try conversation.terminal.expect("\u{1B}[?2004h")
    conversation.terminal.send("\r")
    try conversation.terminal.expect("\u{1B}[3J")
    try conversation.waitForPrompt()
  }

  static let codes = [
    "..", ".", "../SYN-OAK", "/etc", "a/b", "-x", "--client", "", " ", "SYN OAK", "SYN\nOAK", "S", "é1", "日本",
    "SYN-OAK ",
    "SYN-OAK/", "SYN\\OAK", "SYN.OAK", "~", "$HOME", String(repeating: "A", count: 33),
    String(repeating: "A", count: 255),
    "SYN\u{202E}OAK", "\u{1B}[31m",
  ]

  @Test(arguments: codes) func `A code that could lead elsewhere is refused, and nothing is made`(code: String) throws {
    let practice = try ScratchPractice()
    for command in [["chain", "--client=\(code)"], ["list", "--client=\(code)"], ["check", "--client=\(code)"]] {
      let run = try practice.run(command)
      #expect([64, 66].contains(run.code), "\(command): \(run.code) \(run.talk)")
      #expect(!run.talk.contains("\u{1B}") && !run.talk.contains("\u{202E}"))
    }
    #expect(ScratchPractice.files(under: practice.place + "/Clients") == [])
    #expect(ScratchPractice.files(under: practice.root).allSatisfy { !$0.contains("SYN-OAK") })
  }

  static let ids = [
    "../../etc/passwd", "..", "CHAIN-1", "chain 1", "-x", "", "a", String(repeating: "a", count: 65), "é-1", "a\nb",
  ]

  @Test(arguments: ids) func `An id that could lead elsewhere is no document's`(id: String) throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    for verb in ["show", "edit", "card", "diff", "void", "resume"] {
      let run = try practice.run([verb, "--", id])
      // What looks like a path is read as a file, and holds no document.
      #expect([64, 65, 66].contains(run.code), "\(verb): \(run.code) \(run.talk)")
    }
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("id", .string(id)))
    let run = try practice.run(["chain", "--answers", practice.file("a.json", Array(tree.pretty.utf8))])
    #expect(run.code == 65, "\(run.code) \(run.talk)")
    tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("clientRef", .string("../\(id)")))
    #expect(try practice.run(["chain", "--answers", practice.file("b.json", Array(tree.pretty.utf8))]).code == 65)
  }

  static let folders = [
    "with blanks", "-dash", "日本語", "new\nline", "'quote\"", "$HOME", "a;b", String(repeating: "n", count: 255), "é",
    "tab\there",
  ]

  @Test(arguments: folders) func `A practice may lie in a folder of any name`(name: String) throws {
    let practice = try ScratchPractice()
    let place = "\(practice.root)/\(name)"
    let file = try practice.file("case0.json", Fixtures.bytes("case0-maple-chain"))
    let saved = try practice.run(["chain", "--answers", file, "--practice", place])
    #expect(saved.code == 0, "\(saved.talk)")
    #expect(FileManager.default.fileExists(atPath: "\(place)/Clients/SYN-MAPLE/chain-20260202-maple0.json"))
    #expect(
      try practice.run(["list", "--practice=\(place)", "--format", "json"]).output.contains("chain-20260202-maple0"))
  }

  @Test func `A practice cannot be made where there is no place for one, and that is said`() throws {
    let practice = try ScratchPractice()
    let file = try practice.file("plain", [])
    for place in [file, "\(file)/inside", "\(practice.root)/\(String(repeating: "n", count: 256))", "/proc/none"] {
      let run = try practice.run(["list", "--practice", place])
      #expect([73, 74, 77].contains(run.code), "\(place): \(run.code)")
      #expect(run.talk.contains("error:") && run.talk.contains("hint:"), "\(run.talk)")
    }
  }
}
