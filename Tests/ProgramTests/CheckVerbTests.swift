import Documents
import TestSupport
import Testing

/// `attune check`: findings for people and for programs.
@Suite struct CheckVerbs {
  private func spoiled(_ changes: Change...) throws -> [UInt8] {
    Array(try Fixtures.json("case1-maple-chain").applying(changes).pretty.utf8)
  }

  @Test func `A clean document gives an empty list and no practice`() throws {
    let practice = try ScratchPractice()
    let file = try practice.file("given.json", Fixtures.bytes("case1-maple-chain"))
    let run = try practice.run(["check", file, "--format", "json", "--on", "2026-02-10"])
    #expect(run.code == 0)
    #expect(run.output == "[]\n")
    #expect(try practice.contents().isEmpty)
  }

  @Test func `Findings are sorted by file, then by how much they ask, then by check`() throws {
    let practice = try ScratchPractice()
    let b = try practice.file("b.json", spoiled(.set("validation", []), .set("safetyGate.required", true)))
    let a = try practice.file("a.json", spoiled(.set("target.place", nil), .set("consequences.c5.timing", "immediate")))
    let run = try practice.run(["check", b, a, b, "--format", "json"])
    #expect(run.code == 1)
    let rows = try JSON(reading: Array(run.output.utf8)).array ?? []
    #expect(rows.map { $0["file"] } == [.string(a), .string(a), .string(b), .string(b)])
    #expect(rows.map { $0["check"] } == ["Q01", "Q15", "Q24", "Q23"])
    #expect(rows.map { $0["severity"] } == ["fix", "consider", "stop", "fix"])
    #expect(rows.map { $0["path"] } == ["target.place", "consequences", "safetyGate", "validation"])
    #expect(rows.allSatisfy { $0.object?.keys == ["file", "check", "severity", "path", "message"] })
  }

  @Test func `People read a line a finding`() throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["check", practice.file("a.json", spoiled(.set("validation", [])))])
    #expect(run.code == 1)
    #expect(run.output == "  Q23 fix  What here made sense? Say it and note it.   validation\n")
  }

  @Test func `What is only to be considered ends well`() throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["check", practice.file("a.json", spoiled(.set("function.clientAgrees", "no")))])
    #expect(run.code == 0)
    #expect(run.output.contains("H3 consider"))
  }

  @Test func `A dismissed finding is shown only when asked for, and never counted`() throws {
    let practice = try ScratchPractice()
    let file = try practice.file(
      "a.json",
      spoiled(.set("validation", []), .set("dismissals", [["check": "Q23", "path": "validation", "reason": "Said."]])))
    #expect(try practice.run(["check", file, "--format", "json"]).output == "[]\n")
    let shown = try practice.run(["check", file, "--dismissed"])
    #expect(shown.code == 0)
    #expect(shown.output.contains("Q23 fix") && shown.output.contains("(dismissed)"))
  }

  @Test func `All documents of a client are looked at`() throws {
    let practice = try ScratchPractice()
    _ = try practice.run(["chain", "--answers", practice.file("a.json", spoiled(.set("validation", [])))])
    let run = try practice.run(["check", "--client", "SYN-MAPLE", "--format", "json"])
    #expect(run.code == 1)
    let rows = try JSON(reading: Array(run.output.utf8)).array ?? []
    #expect(rows.map { $0["check"] } == ["Q23"])
    #expect(rows.first?["file"]?.string?.hasSuffix("/chain-20260209-maple1.json") == true)
  }

  @Test func `A wrong type is absent for a check, and no reason to refuse a document`() throws {
    let practice = try ScratchPractice()
    let file = try practice.file("a.json", spoiled(.set("validation", "none"), .set("links", 5)))
    #expect(try practice.run(["check", file]).code == 1)
  }

  private static let refusals: [(text: String, says: String)] = [
    ("[]", "it is no JSON object"), ("{", "ends too early"), ("{}", "it has no kind"),
    (#"{"kind":"poem"}"#, "it is of the kind ‘poem’"),
  ]

  @Test(arguments: refusals) func `What is no document is refused`(text: String, says: String) throws {
    let practice = try ScratchPractice()
    let good = try practice.file("a.json", spoiled(.set("validation", [])))
    let run = try practice.run(["check", good, practice.file("given.json", Array(text.utf8))])
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.talk.contains(says))
  }

  private static let calls: [(words: [String], code: Int32, says: String)] = [
    (["check"], 64, "files, or --client"), (["check", "a.json", "--client", "SYN-MAPLE"], 64, "files, or --client"),
    (["check", "/nowhere.json"], 66, "/nowhere.json"), (["check", "--client", "SYN-NOBODY"], 66, "SYN-NOBODY"),
    (["check", "--client", "a/b"], 64, "client code"), (["check", "a.json", "--on", "today"], 64, "is no date"),
    (["check", "a.json", "--format", "xml"], 64, "text or json"),
    (["schema", "poem"], 64, "Known: chain, missingLinks, agreement"),
  ]

  @Test(arguments: calls) func `A call that cannot be done says why`(words: [String], code: Int32, says: String) throws
  {
    let run = try ScratchPractice().run(words)
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.talk.contains(says))
  }

  @Test func `The schema of a chain is JSON and needs no practice`() throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["schema", "chain"])
    #expect(run.code == 0)
    #expect(try JSON(reading: Array(run.output.utf8))["$id"] == "attune/chain/1")
    #expect(try practice.contents().isEmpty)
  }
}
