import Documents
import TestSupport
import Testing

/// Two programs in one practice.
@Suite struct TwoPrograms {
  /// Case 1 as far as its links, in a program that is still at it.
  private func begun(_ practice: ScratchPractice) throws -> (conversation: TypedConversation, rest: ArraySlice<String>)
  {
    try practice.holdCase0()
    let typed = try TypedCase("case1-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(35))
    return (conversation, typed.lines.dropFirst(35))
  }

  @Test func `The second program is told that the session is open, and overwrites nothing`() throws {
    let practice = try ScratchPractice()
    let (conversation, rest) = try begun(practice)
    let before = try practice.contents()
    let resumed = try practice.run(["resume"], input: "18:20 A Shouts.\n")
    #expect(resumed.code == 75)
    #expect(resumed.talk.contains("in use by another attune"))

    let started = try TypedConversation(practice, [], now: "2026-02-09T16:06:00-05:00", prompt: "attune> ")
    #expect(started.terminal.screen().text.contains("A chain with SYN-MAPLE is open in another attune."))
    #expect(try started.answer("list", prompt: "attune> ").contains("chain-20260202-maple0"))
    started.terminal.send("quit\r")
    #expect(try started.terminal.waitExit() == .code(0))
    #expect(try practice.run(["doctor"]).output.contains("is open in another attune."))
    #expect(try practice.contents() == before)

    try conversation.answer(rest)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
  }

  @Test func `A second session with the same client makes a document of its own`() throws {
    let practice = try ScratchPractice()
    let (conversation, rest) = try begun(practice)
    let other = try TypedConversation(
      practice, ["chain", "--client", "SYN-MAPLE", "--synthetic"], now: "2026-02-10T10:00:00-05:00")
    try other.answer("n 30 not")
    try other.answer("/quit")
    other.terminal.send("n\r")
    #expect(try other.terminal.waitExit() == .code(0))
    try conversation.answer(rest)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
    #expect(try practice.document(of: "SYN-MAPLE", on: "2026-02-10")["status"] == "draft")
  }
}
