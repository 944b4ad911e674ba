import Checks
import Documents
import Insights
import TestSupport
import Testing

/// What only several documents together show: rows of spec 13.5, and H6.
@Suite struct SetsOfDocuments {
  private func findings(_ trees: [JSON], on day: String) throws -> [String] {
    SetOfDocuments(trees, on: try #require(CivilDate(day))).findings.map { position, finding in
      "\(finding.check) \(trees[position]["id"]?.string ?? "") \(finding.path)"
    }.sorted()
  }

  private func case2(_ names: String...) throws -> [JSON] { try Case2.documents(with: ["agreement-v1"] + names) }

  @Test func `A rule that was reached wants a conversation`() throws {
    #expect(try findings(case2("tib-events"), on: "2026-02-11") == ["Q32 tib-20260204-cedar countsUnder"])
    #expect(try findings(case2("tib-events"), on: "2026-02-03") == [])
    #expect(try findings(case2("tib-events", "accountability"), on: "2026-03-10") == [])
    let early = try Fixtures.json("case2-cedar-accountability").applying([.set("sessionDate", "2026-01-20")])
    #expect(try findings(case2("tib-events") + [early], on: "2026-02-11").count == 1)
    let void = try Fixtures.json("case2-cedar-accountability").applying([.set("status", "void")])
    #expect(try findings(case2("tib-events") + [void], on: "2026-02-11").count == 1)
    #expect(try findings(Case2.documents(with: ["tib-events"]), on: "2026-02-11") == [])
  }

  @Test func `Another client's conversation is none`() throws {
    let other = try Fixtures.json("case2-cedar-accountability").applying([.set("clientRef", "SYN-MAPLE")])
    #expect(try findings(case2("tib-events") + [other], on: "2026-02-11").count == 1)
  }

  @Test func `What is due says what became of it, and one document alone is no set`() throws {
    let chain = try Fixtures.json("case0-maple-chain")
    let other = try Fixtures.json("case1-maple-missing-links")
    #expect(try findings([chain], on: "2026-03-01") == [])
    let due = try findings([chain, other], on: "2026-02-08")
    #expect(due.contains("Q25 chain-20260202-maple0 commitments.k1"), "\(due)")
    #expect(try findings([chain, other], on: "2026-02-07").allSatisfy { !$0.contains("maple0") })
    let told = chain.applying([.set("commitments.k1.outcome", "notKept")])
    #expect(try findings([told, other], on: "2026-02-09").allSatisfy { !$0.contains("maple0") })
    let declined = chain.applying([.set(Path(["fieldStates", "commitments.k1.outcome"]), "declined")])
    #expect(try findings([declined, other], on: "2026-02-09").allSatisfy { !$0.contains("maple0") })
  }

  private func chains(_ count: Int, _ change: (Int, inout JSON) -> Void = { _, _ in }) throws -> [JSON] {
    try (1...count).map { number in
      var tree = try Fixtures.json("case2-cedar-chain-lateness").applying([
        .set("id", .string("chain-\(number)00")), .set("sessionDate", .string("2026-02-0\(number)")),
        .set("solutions", [["id": "s1", "ref": "l1", "skill": "dt.stop", "plan": "Stop.", "chosen": true]]),
      ])
      change(number, &tree)
      return tree
    }
  }

  @Test func `One skill in four chains running that nobody rated is asked about at the last`() throws {
    #expect(try findings(chains(3), on: "2026-02-10") == [])
    #expect(try findings(chains(4), on: "2026-02-10") == ["H6 chain-400 solutions.s1.skill"])
    #expect(try findings(chains(5), on: "2026-02-10") == ["H6 chain-500 solutions.s1.skill"])
    let broken = try chains(5) { number, tree in
      if number == 3 { tree.apply(.set("solutions.s1.skill", "er.checkFacts")) }
    }
    #expect(try findings(broken, on: "2026-02-10") == [])
    let rated = try chains(5) { number, tree in
      if number == 3 {
        tree.apply(.set("commitments.k1.solutionRefs", ["s1"]))
        tree.apply(.set("commitments.k1.helped", 6))
      }
    }
    #expect(try findings(rated, on: "2026-02-10") == [])
    let unchosen = try chains(5) { number, tree in
      if number == 2 { tree.apply(.set("solutions.s1.chosen", false)) }
    }
    #expect(try findings(unchosen, on: "2026-02-10") == [])
  }
}
