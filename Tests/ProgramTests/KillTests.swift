import Documents
import Foundation
import Glibc
import PseudoTerminals
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
    return lines.indices.shuffled(using: &chance).prefix(10).sorted().map { index in
      let count = lines[index].count
      return Point(
        line: index, characters: count > 1 && chance.coin() ? Int.random(in: 1..<count, using: &chance) : 0)
    }
  }

  /// How a process comes to its end.
  enum Ending: CaseIterable { case killed, askedToEnd, hungUp, terminalClosed }

  /// Ten points a session: twenty kills and ten of each other ending, or two hundred and fifty.
  static let sessions: [(Ending, UInt64)] = Ending.allCases.flatMap { ending in
    let count = ending == .killed ? Proof.count(2, whole: 20) : Proof.count(1, whole: 5)
    return (1...count).map { (ending, UInt64($0)) }
  }

  private func end(_ terminal: PseudoTerminal, _ ending: Ending) throws {
    switch ending {
    case .killed: terminal.signal(SIGKILL)
    case .askedToEnd: terminal.signal(SIGTERM)
    case .hungUp: terminal.signal(SIGHUP)
    case .terminalClosed: terminal.hangUp()
    }
    let exit = try terminal.waitExit()
    #expect(exit == (ending == .killed ? .signal(SIGKILL) : .code(0)))
  }

  @Test(arguments: sessions)
  func `A session that was ended goes on at the same question with the same half line`(
    ending: Ending, seed: UInt64
  ) throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    // With a transcript kept, what was heard is written behind the half line.
    if [.hungUp, .terminalClosed].contains(ending) {
      try Data("transcripts: keep\n".utf8).write(to: URL(filePath: practice.place + "/practice.yaml"))
    }
    let typed = try TypedCase("case1-chain")
    var conversation = try TypedConversation(practice, typed)
    var next = 0
    for point in Kills.points(typed.lines, seed: seed) {
      try conversation.answer(typed.lines[next..<point.line])
      let half = String(typed.lines[point.line].prefix(point.characters))
      conversation.terminal.send(half)
      conversation.wait { practice.draft == half }
      try end(conversation.terminal, ending)

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

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP]) func `A process that is ended inside a paste keeps every answer`(
    signal: Int32
  ) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case0-chain")
    let first = try TypedConversation(practice, typed)
    try first.answer(typed.lines.prefix(7))
    first.terminal.send("Ate nothing")
    first.wait { practice.draft == "Ate nothing" }
    // The end of the paste never comes.
    first.terminal.send("\u{1B}[200~ all day,\nthen " + String(repeating: "a bag of chips, ", count: 9))
    first.terminal.signal(signal)
    _ = try first.terminal.waitExit()

    let second = try TypedConversation(practice, ["resume"], now: typed.now)
    second.wait { second.line().hasPrefix("Atenothing") }
    try second.answer("")
    try second.answer(typed.lines.dropFirst(8))
    #expect(try second.close() == .code(0))
    var document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let behavior = try #require(document["target"]?["behavior"]?.string)
    #expect(behavior.hasPrefix("Ate nothing"))
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    document.apply(.set("target.behavior", try #require(expected["target"]?["behavior"])))
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }
}
