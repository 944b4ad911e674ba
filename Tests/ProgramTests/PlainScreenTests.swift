import Console
import Documents
import TestSupport
import Testing

/// Case 0 where nothing can be drawn, and on screens that are narrow.
@Suite struct PlainAndNarrowScreens {
  private func expectCase0(_ practice: ScratchPractice) throws {
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }

  @Test(arguments: [false, true]) func `A dumb terminal and plain mode get not one escape`(isPlain: Bool) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(
      practice, typed, plain: isPlain, environment: isPlain ? [:] : ["TERM": "dumb"])
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    #expect(!conversation.terminal.output.contains(0x1B))
    try expectCase0(practice)
  }

  @Test func `A line that a plain terminal cuts is not cut in silence`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed, plain: true)
    try conversation.answer(typed.lines.prefix(7))
    let text = (0..<1000).map { "word\($0 % 10)" }.joined(separator: " ")
    let said = try conversation.answer(text)
    #expect(said.contains("longer than a plain terminal passes on"))
    #expect(said.contains("/more"))
    conversation.terminal.send("/quit\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    let kept = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")["target"]?["behavior"]?.string
    #expect(kept == String(text.prefix(4095)))
  }

  @Test func `Lines from a pipe make the same document`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let input = (typed.lines + ["", ""]).joined(separator: "\n")
    let run = try practice.run(typed.command, input: input, now: typed.now)
    #expect(run.code == 0)
    #expect(!(run.output + run.talk).contains("\u{1B}"))
    try expectCase0(practice)
  }

  @Test(arguments: [20, 40]) func `No row that is said is wider than the screen`(columns: Int) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed, columns: columns)
    try conversation.answer(typed.lines)
    #expect(try conversation.answer("/show").contains("SYN-MAPLE"))
    try conversation.answer("/map")
    #expect(try conversation.close() == .code(0))
    try expectCase0(practice)
    let output = String(decoding: conversation.terminal.output, as: UTF8.self)
    // What is said stands between the end of a line that was read and the next; paths are not broken at the screen's edge.
    let said = output.split(separator: "\u{1B}[?2004l").flatMap {
      $0.prefix(upTo: $0.firstRange(of: "\u{1B}[?2004h")?.lowerBound ?? $0.endIndex).split(separator: "\r\n")
    }
    let wide = said.map { $0.replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: "") }.filter {
      displayWidth(String($0)) > columns
    }
    #expect(wide == [])
  }
}
