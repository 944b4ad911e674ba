import Documents
import Exchange
import Foundation
import Glibc
import PseudoTerminals
import Storage
import TestSupport
import Testing

/// A new version of an agreement: the old one in force until both have signed the new one.
@Suite struct AgreementAmending {
  private static let now = "2026-03-11T17:10:00-04:00"
  private static let changes = [
    "c r1: 2 in 8 | He asked for a tighter number to keep it honest.",
    "t C1: office every week -> telehealth allowed on count days, at most once a month | Removes the bus on the hardest day.",
    "",
  ]
  private static let signing = ["2: 13 May", "", "Still in.", "9", "SYN-CEDAR", "SYN-T1", "y"]

  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    let given = try practice.file("v1.json", Fixtures.bytes("case2-cedar-agreement-v1"))
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
    return practice
  }

  private func versions(_ practice: ScratchPractice) throws -> [Int: JSON] {
    Dictionary(uniqueKeysWithValues: try practice.documents(of: "SYN-CEDAR").map { ($0["version"]?.int ?? 0, $0) })
  }

  @Test func `Version 2 is signed, and version 1 kept`() throws {
    let practice = try practice()
    let conversation = try TypedConversation(
      practice, ["agree", "amend", "--client", "SYN-CEDAR", "--synthetic", "--session", "12"],
      now: AgreementAmending.now)
    try conversation.answer(AgreementAmending.changes + AgreementAmending.signing)
    #expect(try conversation.close() == .code(0))
    let versions = try versions(practice)
    let (old, new) = (try #require(versions[1]), try #require(versions[2]))
    let review = try Fixtures.json("case2-cedar-agreement-review")
    #expect(new["amendments"] == review["amendments"])
    #expect(new["status"] == "active")
    #expect(new["supersedes"] == "agr-cedar-v1")
    #expect(new["related"] == [["rel": "amends", "id": "agr-cedar-v1"]])
    #expect(new["attendance"]?["rules"]?.array?.first?["threshold"] == 2)
    #expect(new["attendance"]?["rules"]?.array?.first?["clearsWhen"] == ["attended": 4, "of": 4])
    #expect(
      new["format"]?["modes"]?.array?.first?["place"] == "telehealth allowed on count days, at most once a month")
    #expect(new["commitment"]?["clientWords"] == "Still in.")
    #expect(new["reviewOn"] == review["nextReviewOn"])
    #expect(new["signatures"]?.array?.map { $0["version"] } == [2, 2])
    var kept = try Fixtures.json("case2-cedar-agreement-v1")
    #expect(old["status"] == "superseded")
    #expect(old["related"] == [["rel": "supersededBy", "id": new["id"] ?? ""]])
    kept = kept.applying([
      .set("status", "superseded"), .set("related", old["related"] ?? []), .set("updatedAt", old["updatedAt"] ?? ""),
    ])
    #expect(old == kept)
    #expect(try practice.run(["check", "--client", "SYN-CEDAR", "--format", "json"]).output == "[]\n")

    let id = try #require(new["id"]?.string)
    let diff = try practice.run(["agree", "diff", "agr-cedar-v1", id])
    #expect(diff.code == 1)
    #expect(diff.output.contains("Rule r1, number  3 → 2"))
    #expect(diff.output.contains("C1, where  office → telehealth allowed on count days, at most once a month"))
    #expect(diff.output.contains("r1: proposed by client; He asked for a tighter number to keep it honest."))
    #expect(!diff.output.contains("Goal"))
    #expect(try practice.run(["agree", "diff", id]).output == diff.output)
    #expect(try practice.run(["agree", "diff", id, id]).code == 0)
    let shown = try practice.run(["agree", "show", "--client", "SYN-CEDAR"], now: "2026-03-12T09:00:00-04:00").output
    #expect(shown.contains("\(id), version 2"))
    let before = try practice.run(["agree", "show", "--client", "SYN-CEDAR"], now: "2026-03-01T09:00:00-05:00").output
    #expect(before.contains("agr-cedar-v1, version 1"))
  }

  @Test(arguments: [3, 6, 8, 9]) func `Killed in an amendment, the old version is in force and nothing is lost`(
    lines: Int
  ) throws {
    let practice = try practice()
    let all = AgreementAmending.changes + AgreementAmending.signing
    let before = try practice.contents()
    let first = try TypedConversation(
      practice, ["agree", "amend", "agr-cedar-v1", "--synthetic", "--session", "12"], now: AgreementAmending.now)
    try first.answer(all.prefix(lines))
    first.terminal.signal(SIGKILL)
    _ = try first.terminal.waitExit()
    let after = try practice.contents().filter { !$0.key.contains("/.attune/journal/") }
    #expect(after == before)

    let second = try TypedConversation(practice, ["resume"], now: AgreementAmending.now)
    try second.answer(all.dropFirst(lines))
    #expect(try second.close() == .code(0))
    let versions = try versions(practice)
    #expect(versions[1]?["status"] == "superseded")
    #expect(versions[2]?["status"] == "active")
    let review = try Fixtures.json("case2-cedar-agreement-review")
    #expect(versions[2]?["amendments"] == review["amendments"])
  }

  @Test func `Without both names the old version stays in force`() throws {
    let practice = try practice()
    let conversation = try TypedConversation(practice, ["agree", "amend", "agr-cedar-v1"], now: AgreementAmending.now)
    try conversation.answer(AgreementAmending.changes + AgreementAmending.signing.prefix(4) + [""])
    #expect(try conversation.close() == .code(0))
    let versions = try versions(practice)
    #expect(versions[1]?["status"] == "active")
    #expect(versions[2]?["status"] == "complete")
    #expect(
      try practice.run(["agree", "show", "--client", "SYN-CEDAR"], now: AgreementAmending.now).output
        .contains("agr-cedar-v1, version 1"))
    // What is counted is what both signed: 3, and not 2.
    let words = ["agree", "status", "--client", "SYN-CEDAR", "--on", "2026-03-12", "--format", "json"]
    let status = try practice.run(words, now: AgreementAmending.now)
    #expect(try JSON(reading: Array(status.output.utf8)).array?.first?["threshold"] == 3)
    // No other version is begun beside it.
    let next = try #require(versions[2]?["id"]?.string)
    for verb in ["amend", "review"] {
      let run = try practice.run(["agree", verb, "--client", "SYN-CEDAR"], now: AgreementAmending.now)
      #expect(run.code == 64 && run.talk.contains("attune agree sign \(next)"), "\(verb): \(run.talk)")
    }
    // The names are given later.
    let id = try #require(versions[2]?["id"]?.string)
    let later = try TypedConversation(practice, ["agree", "sign", id], now: "2026-03-18T17:10:00-04:00")
    try later.answer(["SYN-CEDAR", "SYN-T1", "y"])
    #expect(try later.close() == .code(0))
    #expect(try self.versions(practice)[1]?["status"] == "superseded")
    #expect(try self.versions(practice)[2]?["status"] == "active")
  }

  @Test func `A version that is signed for a later day is named, and until then the old one is looked at`() throws {
    let practice = try practice()
    var new = try Fixtures.json("case2-cedar-agreement-v1").applying([
      .set("id", "agr-cedar-v2"), .set("version", 2), .set("supersedes", "agr-cedar-v1"),
      .set("effective", "2026-03-25"), .set("reviewOn", "2026-06-10"), .set("signatures.1.version", 2),
    ])
    new.apply(.set("signatures.2.version", 2))
    #expect(try practice.run(["agree", "new", "--answers", practice.file("2.json", Array(new.pretty.utf8))]).code == 0)
    let amended = try practice.run(["agree", "amend", "--client", "SYN-CEDAR"], now: AgreementAmending.now)
    #expect(amended.code == 64 && amended.talk.contains("attune agree amend agr-cedar-v2"), "\(amended.talk)")
    let reviewed = try practice.run(["agree", "review", "--client", "SYN-CEDAR"], now: AgreementAmending.now)
    #expect(reviewed.code == 64 && reviewed.talk.contains("attune agree show agr-cedar-v2"), "\(reviewed.talk)")
    func agenda(_ now: String) throws -> [JSON?] {
      let run = try practice.run(["agenda", "--client", "SYN-CEDAR", "--format", "json"], now: now)
      return try JSON(reading: Array(run.output.utf8)).array?.filter { $0["what"] == "review" }.map { $0["due"] } ?? []
    }
    #expect(try agenda(AgreementAmending.now) == ["2026-03-11"])
    #expect(try agenda("2026-03-26T09:00:00-04:00") == ["2026-06-10"])
  }

  @Test(arguments: ["show", "amend", "review"])
  func `Before the day of the first agreement it is named with its day`(verb: String) throws {
    let practice = try practice()
    let run = try practice.run(["agree", verb, "--client", "SYN-CEDAR"], now: "2026-01-05T10:00:00-05:00")
    #expect(run.code == 66)
    #expect(run.talk.contains("‘agr-cedar-v1’ is signed, and holds from Wednesday 7 January 2026 on"), "\(run.talk)")
    #expect(!run.talk.contains("agree new"))
  }

  @Test func `A clause comes, another goes, and each can be taken back`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementAmending.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    program.run(
      ["agree", "amend", "agr-cedar-v1"],
      [
        "t ta6: Send a reminder on Tuesday. | Message log. | It was asked for.", "c ca3: left out | It is in L.",
        "c ca1: Come by 5:05 pm. | The bus.", "/drop m3", "notice: 48 hours by text", "It helps.", "t", "", "",
        "Still in.", "8", "SYN-CEDAR", "SYN-T1", "y", "", "",
      ])
    let file = try #require(try store.documents(includingPrivate: false).first { $0.id.text != "agr-cedar-v1" })
    let new = try #require(try store.load(file.id, includingPrivate: false))
    #expect(
      new["therapistAgreements"]?.array?.last == [
        "id": "ta6", "text": "Send a reminder on Tuesday.", "measure": "Message log.",
      ])
    #expect(new["clientAgreements"]?.array?.map { $0["id"] } == ["ca1", "ca2", "ca4"])
    #expect(new["clientAgreements"]?.array?.first?["text"]?.string?.hasPrefix("Come to each scheduled") == true)
    #expect(new["attendance"]?["notice"] == "48 hours by text")
    let amendments = new["amendments"]?.array ?? []
    #expect(
      amendments.map { $0["clause"] } == ["therapistAgreements.ta6", "clientAgreements.ca3", "attendance.notice"])
    #expect(amendments.allSatisfy { $0["effective"] == "2026-03-11" && $0["why"] != nil && $0["proposedBy"] != nil })
    #expect(new["status"] == "active")
  }

  @Test func `After three changes the terms can be written without the history`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementAmending.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    let change: JSON = ["clause": "ca1", "from": "A.", "to": "B.", "why": "C.", "proposedBy": "client"]
    try store.save(
      Fixtures.json("case2-cedar-agreement-v1").applying([.set("amendments", [change, change, change])]), markdown: "")
    let said = program.run(
      ["agree", "amend", "agr-cedar-v1"], ["y", "", "", "Still in.", "8", "SYN-CEDAR", "SYN-T1", "y", "", ""]
    ).said
    #expect(said.contains { $0.contains("Three changes so far.") })
    let file = try #require(try store.documents(includingPrivate: false).first { $0.id.text != "agr-cedar-v1" })
    let new = try #require(try store.load(file.id, includingPrivate: false))
    #expect(new["amendments"] == [])
    #expect(new["status"] == "active", "\(said.suffix(40).joined(separator: "\n"))")
    #expect(
      try store.load(try #require(DocumentID("agr-cedar-v1")), includingPrivate: false)?["amendments"]?.array?.count
        == 3)
  }
}
