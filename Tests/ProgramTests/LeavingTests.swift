import Documents
import Glibc
import PseudoTerminals
import TestSupport
import Testing

/// Leaving on purpose, being asked to end, and losing the terminal: everything is kept, the line being typed too.
@Suite struct Leaving {
  private let words = "Ate nothing between a 2 pm sandwich"

  /// Case 0 at the question for the behavior, with half an answer in the line.
  private func halfway(_ practice: ScratchPractice) throws -> TypedConversation {
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(7))
    conversation.terminal.send(words)
    conversation.wait { conversation.line() == words.filter { $0 != " " } }
    return conversation
  }

  /// The draft document is there, and the session goes on with the half line.
  private func expectKept(_ practice: ScratchPractice, half: String) throws {
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(draft["status"] == "draft")
    #expect(draft["safetyGate"]?["reason"] == "Asked; no safety concerns today.")
    #expect(practice.draft == half)
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, ["resume"], now: typed.now)
    conversation.wait { conversation.line() == half.filter { $0 != " " } }
    try conversation.answer(String(typed.lines[7].dropFirst(half.count)))
    try conversation.answer(typed.lines.dropFirst(8))
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `Being asked to end keeps the half line and gives the terminal back`(signal: Int32) throws {
    let practice = try ScratchPractice()
    let conversation = try halfway(practice)
    #expect(conversation.terminal.isRaw)
    conversation.terminal.signal(signal)
    #expect(try conversation.terminal.waitExit() == .code(0))
    #expect(conversation.terminal.modes == (try untouchedModes()))
    #expect(
      String(decoding: conversation.terminal.output, as: UTF8.self).contains("can be resumed with: attune resume"))
    try expectKept(practice, half: words)
  }

  @Test(arguments: ["/more", "/hide", "/crisis", "/pause", "\u{04}"])
  func `Being asked to end is heard wherever the program waits`(keys: String) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(2))
    conversation.terminal.send(keys == "\u{04}" ? keys : keys + "\r")
    conversation.wait { conversation.terminal.screen().text.contains(Self.waits[keys] ?? "") }
    conversation.terminal.settle()
    conversation.terminal.signal(SIGTERM)
    #expect(try conversation.terminal.waitExit() == .code(0))
    #expect(conversation.terminal.modes == (try untouchedModes()))
    #expect(try practice.document(of: "SYN-MAPLE", on: "2026-02-02")["orientation"]?["permission"] == "yes")
  }

  private static let waits = [
    "/more": "a line with a single dot ends it", "/hide": "Enter goes on", "/crisis": "Enter goes back",
    "/pause": "Any key goes on", "\u{04}": "Leave now?",
  ]

  @Test func `A closed terminal loses nothing`() throws {
    let practice = try ScratchPractice()
    let conversation = try halfway(practice)
    conversation.terminal.hangUp()
    #expect(try conversation.terminal.waitExit() == .code(0))
    try expectKept(practice, half: words)
  }

  @Test func `Control-C drops the line and not the session, and edit brings it back`() throws {
    let practice = try ScratchPractice()
    let conversation = try halfway(practice)
    conversation.terminal.send("\u{03}")
    try conversation.terminal.expect("/edit brings it back")
    try conversation.waitForPrompt()
    #expect(conversation.line() == "")
    try conversation.answer("/edit")
    conversation.wait { conversation.line() == words.filter { $0 != " " } }
    let rest = try TypedCase("case0-chain").lines[7].dropFirst(words.count)
    try conversation.answer(String(rest))
    conversation.terminal.send("\u{04}")
    try conversation.terminal.expect("Leave now? Everything is kept.")
    try conversation.waitForPrompt()
    #expect(try conversation.answer("y").contains("Clear the screen"))
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(draft["target"]?["behavior"]?.string == words + rest)
  }

  @Test func `Control-D at an empty prompt asks first, and no is no`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    conversation.terminal.send("\u{04}")
    try conversation.terminal.expect("Leave now?")
    try conversation.waitForPrompt()
    #expect(try conversation.answer("n").contains("Say what we are about to do"))
    try conversation.answer("/quit")
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
  }

  /// The modes of a terminal at which nothing was run.
  private func untouchedModes() throws -> [UInt32] {
    let terminal = try PseudoTerminal("/bin/sleep", ["60"])
    return terminal.modes
  }
}
