import Documents
import Glibc
import TestSupport
import Testing

/// Case 1, with the process ended where it stands again and again.
@Suite struct Kills {
  /// Where a process is ended: before a line, or in it when so many of its characters were typed.
  private struct Point {
    let line: Int
    let characters: Int
  }

  private static func points(_ lines: [String], seed: UInt64) -> [Point] {
    var chance = Chance(seed: seed)
    return lines.indices.shuffled(using: &chance).prefix(4).sorted().map { index in
      let count = lines[index].count
      return Point(
        line: index, characters: count > 1 && chance.coin() ? Int.random(in: 1..<count, using: &chance) : 0)
    }
  }

  /// Twenty points in all, four in each session.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `A killed session goes on at the same question with the same half line`(seed: UInt64) throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let typed = try TypedCase("case1-chain")
    var conversation = try TypedConversation(practice, typed)
    var next = 0
    for point in Kills.points(typed.lines, seed: seed) {
      try conversation.answer(typed.lines[next..<point.line])
      let half = String(typed.lines[point.line].prefix(point.characters))
      conversation.terminal.send(half)
      conversation.wait { practice.draft == half }
      conversation.terminal.signal(SIGKILL)
      #expect(try conversation.terminal.waitExit() == .signal(SIGKILL))

      conversation = try TypedConversation(practice, [], now: typed.now)
      #expect(conversation.terminal.screen().text.contains("A chain with SYN-MAPLE from today 16:05 is not finished"))
      try conversation.answer("y")
      conversation.wait { conversation.line() == half.filter { !$0.isWhitespace } }
      try conversation.answer(String(typed.lines[point.line].dropFirst(point.characters)))
      next = point.line + 1
    }
    try conversation.answer(typed.lines[next...])
    #expect(try conversation.close(isAtLoop: true) == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
    #expect(practice.draft == "")
    #expect(ScratchPractice.files(under: "\(practice.place)/.attune/journal") == [])
  }

  @Test(arguments: [SIGKILL, SIGTERM]) func `A long answer that was being written stands in the line again`(
    signal: Int32
  ) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let first = try TypedConversation(practice, typed)
    try first.answer(typed.lines.prefix(7))
    try first.answer("/more", prompt: "… ")
    try first.answer("Ate nothing all day.", prompt: "… ")
    try first.answer("", prompt: "… ")
    first.terminal.send("Then a bag of ch")
    first.wait { practice.draft.hasSuffix("bag of ch") }
    first.terminal.signal(signal)
    _ = try first.terminal.waitExit()

    let second = try TypedConversation(practice, ["resume"], now: typed.now)
    second.wait { second.line() == "Atenothingallday.Thenabagofch" }
    try second.answer("ips.")
    try second.answer("/quit")
    second.terminal.send("n\r")
    #expect(try second.terminal.waitExit() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(document["target"]?["behavior"] == "Ate nothing all day.\n\nThen a bag of chips.")
  }
}
