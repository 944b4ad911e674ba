import Documents
import Glibc
import PseudoTerminals
import Storage
import TestSupport
import Testing

/// A review of an agreement: what each has kept, what changes, and the version that both sign.
@Suite struct AgreementReviews {
  private static let now = "2026-03-11T17:10:00-04:00"

  /// Case 2 with its agreement in force, what was logged, and what was written down.
  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    func keep(_ verb: [String], _ name: String, _ tree: JSON) throws {
      let file = try practice.file("\(name).json", Array(tree.pretty.utf8))
      #expect(try practice.run(verb + ["--answers", file]).code == 0)
    }
    try keep(["agree", "new"], "v1", Fixtures.json("case2-cedar-agreement-v1"))
    for (index, event) in (try Fixtures.json("case2-cedar-tib-events").array ?? []).enumerated() {
      try keep(["log"], "event\(index)", event)
    }
    for (index, session) in (try Fixtures.json("case2-cedar-sessions").array ?? []).enumerated() {
      try keep(["log", "session"], "session\(index)", session)
    }
    try keep(["chain"], "chain", Fixtures.json("case2-cedar-chain-lateness"))
    return practice
  }

  private func documents(_ practice: ScratchPractice, _ kind: String) throws -> [JSON] {
    try practice.documents(of: "SYN-CEDAR").filter { $0["kind"]?.string == kind }
  }

  @Test(arguments: [80, 40]) func `Case 2's review comes out as its fixture, and version 2 is signed`(
    columns: Int
  ) throws {
    let practice = try practice()
    let typed = try TypedCase("case2-review")
    let conversation = try TypedConversation(practice, typed, columns: columns)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    var review = try #require(try documents(practice, "agreementReview").first)
    let versions = try documents(practice, "agreement")
    let new = try #require(versions.first { $0["version"] == 2 })
    let old = try #require(versions.first { $0["version"] == 1 })
    #expect(review["related"] == [["rel": "reviews", "id": "agr-cedar-v1"], ["rel": "creates", "id": new["id"] ?? ""]])
    #expect(review["signatures"] == new["signatures"])
    // The fingerprint and the minute of each name are of this run.
    var expected = try Fixtures.json("case2-cedar-agreement-review")
    for place in ["signatures.1", "signatures.2"] {
      review.apply(.remove(Path("\(place).sha256")))
      review.apply(.remove(Path("\(place).at")))
      expected.apply(.remove(Path("\(place).at")))
    }
    #expect(review.comparable.differences(from: expected.comparable) == [])

    #expect(new["status"] == "active")
    #expect(new["supersedes"] == "agr-cedar-v1")
    #expect(new["amendments"] == expected["amendments"])
    #expect(new["attendance"]?["rules"]?.array?.first?["threshold"] == 2)
    #expect(new["format"]?["modes"]?.array?.first?["place"]?.string?.hasPrefix("telehealth") == true)
    #expect(new["commitment"]?["clientWords"] == "Still in.")
    #expect(new["effective"] == "2026-03-11")
    #expect(new["reviewOn"] == "2026-05-13")
    #expect(old["status"] == "superseded")
    #expect(old["related"] == [["rel": "supersededBy", "id": new["id"] ?? ""]])
    #expect(try practice.run(["agree", "verify", new["id"]?.string ?? ""]).code == 0)
    #expect(try practice.run(["check", "--client", "SYN-CEDAR", "--on", "2026-03-11", "--format", "json"]).code == 0)
  }
}
