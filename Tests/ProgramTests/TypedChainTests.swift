import Documents
import TestSupport
import Testing

extension JSON {
  /// Without what is told in later sessions: the outcomes of what was promised.
  var withoutOutcomes: JSON {
    var tree = self
    for list in ["commitments", "therapistCommitments"] {
      for id in tree.ids(in: Path(list)) {
        for field in ["outcome", "outcomeOn", "outcomeNote"] { tree.apply(.remove(Path("\(list).\(id).\(field)"))) }
      }
    }
    return tree
  }

  /// With another document's id wherever `id` stands.
  func renaming(_ id: String, to other: String) throws -> JSON {
    try JSON(reading: Array(compact.replacing(id, with: other).utf8))
  }
}

extension ScratchPractice {
  /// Puts case 0 where it stood before case 1: nobody has said yet what became of its commitment.
  func holdCase0() throws {
    let document = try Fixtures.json("case0-maple-chain").withoutOutcomes
    let run = try run(["chain", "--answers", file("case0.json", Array(document.pretty.utf8))])
    try #require(run.code == 0, "\(run.talk)")
  }
}

/// Chains typed whole by a practiced hand, at a terminal of 80 columns and 24 rows.
@Suite struct TypedChains {
  @Test func `Case 0 and case 1 come out as their fixtures, and case 1 says what became of case 0`() throws {
    let practice = try ScratchPractice()
    let case0 = try TypedCase("case0-chain")
    let first = try TypedConversation(practice, case0)
    try first.answer(case0.lines)
    #expect(try first.close() == .code(0))
    let before = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain")
    #expect(before.comparable.differences(from: expected.withoutOutcomes.comparable) == [])

    let case1 = try TypedCase("case1-chain")
    let second = try TypedConversation(practice, case1)
    try second.answer(case1.lines)
    #expect(try second.close() == .code(0))
    let id = try #require(before["id"]?.string)
    let after = try practice.document(of: "SYN-MAPLE", on: "2026-02-09").renaming(id, to: "chain-20260202-maple0")
    #expect(after.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
    var told = expected
    told.apply(.set("commitments.k1.outcome", "partly"))
    told.apply(.set("commitments.k1.outcomeOn", "2026-02-09"))
    told.apply(
      .set(
        "commitments.k1.outcomeNote",
        "Ate dinner before 7 pm on 3 of 5 planned evenings. The alarm on the stove got me up, and the dinners stood in front."
      ))
    let home = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    #expect(home.comparable.differences(from: told.comparable) == [])
  }

  @Test func `Case 1 comes out as its fixture with a way back and a changed answer on the way`() throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let typed = try TypedCase("case1-chain")
    let conversation = try TypedConversation(practice, typed)
    for line in typed.lines {
      switch line {
      case "45":
        // Another number first; then back to it, and the old one is changed in the line.
        try conversation.answer("54")
        #expect(try conversation.answer("/back").contains("54"))
        try conversation.answer("45")
      case "Fri 19:40-22:15 kitchen at home; alone":
        try conversation.answer("Fri 19:40-22:15 kitchen at home; alon")
        try conversation.answer("/edit")
        try conversation.answer("e")
      default: try conversation.answer(line)
      }
    }
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
  }

  @Test func `Case 1 in plain words alone, field by field, comes out as its fixture`() throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let typed = try TypedCase("case1-plain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
  }

  @Test func `Case 2 comes out as its fixture`() throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case2-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    // What became of the repair was told later.
    var expected = try Fixtures.json("case2-cedar-chain-lateness").withoutOutcomes
    expected.apply(.set("repair.items.r1.status", "planned"))
    let document = try practice.document(of: "SYN-CEDAR", on: "2026-02-04")
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }
}
