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
    #expect(
      review["related"] == [["rel": "reviews", "id": "agr-cedar-v1"], ["rel": "creates", "id": new["id"] ?? ""]])
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
    // Both names stand under the review: it is not edited afterwards.
    #expect(try practice.run(["edit", review["id"]?.string ?? ""]).code == 64)
    // Taken out of use, the new version gives its place back.
    #expect(try practice.run(["void", new["id"]?.string ?? "", "--reason", "-"], input: "A slip.\n").code == 0)
    let again = try #require(try documents(practice, "agreement").first { $0["version"] == 1 })
    #expect(again["status"] == "active")
    #expect(again["related"] == nil)
  }

  @Test(arguments: [4, 12, 14, 17, 18]) func `Killed in a review, the old version is in force and nothing is lost`(
    lines: Int
  ) throws {
    let practice = try practice()
    let typed = try TypedCase("case2-review")
    let before = try practice.contents()
    let first = try TypedConversation(practice, typed)
    try first.answer(typed.lines.prefix(lines))
    first.terminal.signal(SIGKILL)
    _ = try first.terminal.waitExit()
    #expect(try practice.contents().filter { !$0.key.contains("/.attune/journal/") } == before)

    let second = try TypedConversation(practice, ["resume"], now: typed.now)
    try second.answer(typed.lines.dropFirst(lines))
    #expect(try second.close() == .code(0))
    let versions = try documents(practice, "agreement")
    let expected = try Fixtures.json("case2-cedar-agreement-review")
    #expect(versions.first { $0["version"] == 1 }?["status"] == "superseded")
    #expect(versions.first { $0["version"] == 2 }?["status"] == "active")
    #expect(versions.first { $0["version"] == 2 }?["amendments"] == expected["amendments"])
    #expect(try documents(practice, "agreementReview").first?["clauses"]?.array?.count == 9)
  }

  // MARK: What else may be said

  /// The same practice in memory, reviewed with these lines; what was said, and what is kept.
  private func review(_ lines: [String]) throws -> (said: String, documents: [JSON]) {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementReviews.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    for (name, total, day) in [("a", 14, "2026-01-07"), ("b", 9, "2026-02-25")] {
      let measure: JSON = [
        "schema": "attune/measure/1", "id": .string("measure-\(name)-1"), "kind": "measure", "clientRef": "SYN-CEDAR",
        "sessionDate": .string(day), "status": "complete", "recordClass": "clinicalRecord", "name": "PHQ-9",
        "total": JSON(total), "on": .string(day),
      ]
      try store.save(measure, markdown: "")
    }
    let said = program.run(["agree", "review", "--client", "SYN-CEDAR"], lines).said
    let documents = try store.documents(includingPrivate: false).compactMap {
      try store.load($0.id, includingPrivate: false)
    }
    return (said.joined(separator: "\n"), documents)
  }

  /// Every clause kept: mine at once, then yours by number and by id.
  private static let kept = ["kept 1 2 3 4 5", "not kept ca4 2", "kept 1 3"]

  @Test func `Several clauses are marked at once, and a measure on file is offered`() throws {
    let run = try review(
      AgreementReviews.kept + ["", "Texts. | Buses.", "stay", "", "Yes.", "8", "", "SYN-CEDAR", "SYN-T1", "", "n"])
    let review = try #require(run.documents.first { $0["kind"] == "agreementReview" })
    let clauses = review["clauses"]?.array ?? []
    #expect(
      clauses.map { $0["kept"] } == ["kept", "notKept", "kept", "notKept", "kept", "kept", "kept", "kept", "kept"])
    #expect(review["measure"] == ["name": "PHQ-9", "baseline": 14, "now": 9, "on": "2026-02-25"])
    #expect(review["newVersion"] == 2)
    let new = try #require(run.documents.first { $0["version"] == 2 })
    // Nothing was changed but the days and the words of going on.
    #expect(new["amendments"] == [])
    #expect(new["status"] == "active")
  }

  @Test func `A criterion that is met asks for a decision, and a step up for what is offered in writing`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "none: It is talk that we go by.", "Texts. | Buses.", "1 3 up More days are needed.",
        "Two new crises in a month.", "Day program; evening group", "I want to try the group.",
        "Me, weekly, until the group begins.", "", "Yes.", "5", "", "SYN-CEDAR", "SYN-T1", "", "n",
      ])
    let review = try #require(run.documents.first { $0["kind"] == "agreementReview" }, "\(run.said)")
    #expect(review["measure"] == ["noneUsed": true, "reason": "It is talk that we go by."])
    #expect(
      review["levelOfCare"] == [
        "criteriaMet": ["No reliable improvement on the agreed measure by session 12", "Any new safety concern"],
        "decision": "stepUp", "note": "More days are needed.",
      ])
    #expect(
      review["referral"] == [
        "reasons": "Two new crises in a month.", "options": ["Day program", "evening group"],
        "clientView": "I want to try the group.", "bridge": "Me, weekly, until the group begins.",
      ])
    #expect(run.said.contains("Below 6: shorter, simpler, or not agreeing."))
    #expect(run.documents.contains { $0["version"] == 2 && $0["status"] == "active" })
  }

  @Test func `No name is taken while a criterion is met and nothing is decided`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "", "Texts. | Buses.", "1", "/skip declined", "", "Yes.", "8", "", "SYN-CEDAR", "/quit", "n",
      ])
    #expect(run.said.contains("A criterion is met, and nothing is decided yet."), "\(run.said)")
    #expect(!run.documents.contains { $0["version"] == 2 })
    let draft = try #require(run.documents.first { $0["kind"] == "agreementReview" })
    #expect(draft["status"] == "draft" && draft["newVersion"] == nil)
  }

  @Test func `The next review is within 92 days`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "", "Texts. | Buses.", "stay", "", "Yes.", "8", "2026-06-12", "2026-06-11", "SYN-CEDAR", "SYN-T1", "", "n",
      ])
    #expect(run.said.contains("That is further off than 92 days."))
    let review = try #require(run.documents.first { $0["kind"] == "agreementReview" }, "\(run.said)")
    #expect(review["nextReviewOn"] == "2026-06-11")
  }

  @Test func `Without names the old version stays in force, and the new one waits for them`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "", "Texts. | Buses.", "stay", "c r1: 2 in 8 | Tighter.", "", "Yes.", "8", "", "", "", "n",
      ])
    #expect(run.documents.first { $0["version"] == 1 }?["status"] == "active")
    #expect(run.documents.first { $0["version"] == 2 }?["status"] == "complete")
    let review = try #require(run.documents.first { $0["kind"] == "agreementReview" })
    #expect(review["status"] == "complete" && review["signatures"] == [])
  }

  @Test func `An ending makes no new version`() throws {
    let run = try review(AgreementReviews.kept + ["", "Texts. | Buses.", "end We are done.", "", "", "n"])
    let review = try #require(run.documents.first { $0["kind"] == "agreementReview" }, "\(run.said)")
    #expect(review["newVersion"] == nil && review["levelOfCare"]?["decision"] == "end")
    #expect(review["related"] == [["rel": "reviews", "id": "agr-cedar-v1"]])
    #expect(!run.documents.contains { $0["version"] == 2 })
  }

  @Test func `A promise not to self-harm is asked about, and nothing is signed with it`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "", "Texts. | Buses.", "stay", "c ca4: I will not hurt myself. | For my sister.", "y", "", "Yes.", "8", "",
        "SYN-CEDAR", "/quit", "n",
      ])
    #expect(run.said.contains("Before a name stands under it:"), "\(run.said)")
    #expect(!run.documents.contains { $0["version"] == 2 })
  }

  @Test func `Looked at and kept, such words can be signed`() throws {
    let run = try review(
      AgreementReviews.kept + [
        "", "Texts. | Buses.", "stay", "c ca4: I will not hurt myself. | For my sister.", "n", "", "Yes.", "8", "",
        "SYN-CEDAR", "SYN-T1", "", "n",
      ])
    #expect(run.documents.contains { $0["version"] == 2 && $0["status"] == "active" }, "\(run.said)")
  }

  @Test func `Without an agreement in force there is nothing to review`() throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["agree", "review", "--client", "SYN-CEDAR"])
    #expect(run.code == 66 && run.talk.contains("agree new"))
  }

  // MARK: By a file

  @Test func `By a file it comes back whole, and what does not fit is refused with its path`() throws {
    let practice = try ScratchPractice()
    let fixture = try Fixtures.json("case2-cedar-agreement-review")
    let given = try practice.file("given.json", Array(fixture.pretty.utf8))
    #expect(try practice.run(["agree", "review", "--answers", given]).code == 0)
    #expect(try practice.documents(of: "SYN-CEDAR") == [fixture])
    let spoiled: [(Path, JSON)] = [
      ("agreementRef", "../v1"), ("versionReviewed", "one"), ("counts.clientLate", "three"), ("clauses", [:]),
      ("clauses.1.kept", "mostly"), ("measure.on", "25 Feb"), ("helped", ["a"]), ("levelOfCare.decision", "more"),
      ("levelOfCare.criteriaMet", "none"), ("amendments.1.proposedBy", "mother"), ("recommitment.strength", 11),
      ("nextReviewOn", "in May"), ("signatures.1.role", "witness"), ("newVersion", 0),
    ]
    for (path, value) in spoiled {
      let tree = fixture.applying([.set(path, value), .set("id", "agrrev-2")])
      let run = try practice.run(["agree", "review", "--answers", practice.file("b.json", Array(tree.pretty.utf8))])
      #expect(run.code == 65 && run.talk.contains(path.steps[0]), "\(path): \(run.code) \(run.talk)")
    }
  }

  @Test(arguments: [
    ("amendments.1.to", "I will not hurt myself.", ["Q30"]), ("amendments.1.to", "Everything stays private.", ["Q30"]),
    ("recommitment.clientWords", "I promise not to kill myself.", ["Q30"]), ("helped", "I will not hurt myself.", []),
  ]) func `Of a review only Q30 is asked`(place: String, words: String, found: [String]) throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json("case2-cedar-agreement-review").applying([.set(Path(place), .string(words))])
    let file = try practice.file("a.json", Array(tree.pretty.utf8))
    let rows = try JSON(reading: Array(practice.run(["check", file, "--format", "json"]).output.utf8)).array ?? []
    #expect(rows.compactMap { $0["check"]?.string } == found)
    #expect(rows.allSatisfy { $0["path"]?.string == place })
  }
}
