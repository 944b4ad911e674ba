import Documents
import Storage
import TestSupport
import Testing

/// A finding that was looked at and kept stays kept, however the document goes on.
@Suite struct Dismissals {
  @Test func `A dismissal survives a save, another order and an edit of other fields`() throws {
    let practice = try ScratchPractice()
    let spoiled = try Fixtures.json("case1-maple-chain").applying([
      .set("links.l4.text", "Felt attacked by both of them"),
      .set(
        "dismissals",
        [
          [
            "check": "Q11", "path": "links.l4", "reason": "Her own words for the shame.", "by": "T1",
            "at": "2026-02-09",
          ]
        ]),
    ])
    let saved = try practice.run(["chain", "--answers", practice.file("a.json", Array(spoiled.pretty.utf8))])
    #expect(saved.code == 0, "\(saved.talk)")
    let id = try #require(spoiled["id"]?.string)
    let program = try ScriptedProgram(on: PosixDisk(place: practice.place), now: "2026-02-10T09:00:00-05:00")
    let edit = program.run(["edit", id], ["/move l4 before l2", "/check", "", "n"])
    #expect(edit.said.contains("  Saved."), "\(edit.said.joined(separator: "\n"))")
    #expect(!edit.said.contains { $0.contains("Q11") })
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.ids(in: "links").prefix(3) == ["l1", "l4", "l2"])
    #expect(document["dismissals"] == spoiled["dismissals"])
    let found = try practice.run(["check", "--client", "SYN-MAPLE", "--format", "json"])
    #expect(!found.output.contains("Q11"))
    #expect(try practice.run(["check", "--client", "SYN-MAPLE", "--dismissed"]).output.contains("Q11"))
  }
}
