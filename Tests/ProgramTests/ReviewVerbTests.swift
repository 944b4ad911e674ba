import Documents
import Foundation
import TestSupport
import Testing

/// A client's course on one page, by the built program.
@Suite struct Reviews {
  private static let now = "2026-03-11T17:47:00-04:00"

  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    for name in Fixtures.names where name.hasPrefix("case") && !name.contains("PRIVATE") { try practice.put(name) }
    return practice
  }

  private func review(_ practice: ScratchPractice, _ more: [String]) throws -> ScratchPractice.Finished {
    try practice.run(["review"] + more, now: Self.now)
  }

  @Test func `Only the client's own files are read`() throws {
    let practice = try practice()
    let before = try review(practice, ["--client", "SYN-CEDAR", "--format", "json"])
    #expect(before.code == 0, "\(before)")
    try Data("{".utf8).write(to: URL(filePath: "\(practice.place)/Clients/SYN-MAPLE/chain-20260209-maple1.json"))
    let after = try review(practice, ["--client", "SYN-CEDAR", "--format", "json"])
    #expect(after.output == before.output && !after.talk.contains("does not read"))
    // Of the other client it is said.
    let other = try review(practice, ["--client", "SYN-MAPLE"])
    #expect(other.talk.contains("does not read; it is left out"), "\(other.talk)")
  }

  @Test func `What lies with what is private is on the private page alone, whatever it says of itself`() throws {
    let practice = try practice()
    let name = "chain-20260204-cedar1.json"
    let folder = "\(practice.place)/Private/SYN-CEDAR"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: "\(practice.place)/Clients/SYN-CEDAR/\(name)", toPath: "\(folder)/\(name)")
    let run = try review(practice, ["--client", "SYN-CEDAR", "--private", "--save", "--format", "md"])
    #expect(run.code == 0, "\(run)")
    let saved = try practice.documents(of: "SYN-CEDAR").filter { $0["kind"] == "review" }
    #expect(saved.count == 1)
    #expect(saved.first?["chains"] == 0 && !(saved.first?.compact.contains("Supervisor") ?? true))
    let hidden = ScratchPractice.files(under: folder).filter { $0.contains("/review-") && $0.hasSuffix(".md") }
    #expect(hidden.count == 1)
    #expect(try String(decoding: practice.bytes(of: #require(hidden.first)), as: UTF8.self).contains("**Private.**"))
  }

  @Test func `A saved review is found by its kind and crowds out nothing that it quotes`() throws {
    let practice = try practice()
    #expect(try review(practice, ["--client", "SYN-CEDAR", "--save"]).code == 0)
    let words = try practice.run(["find", "--format", "json"], input: "bus\n", now: Self.now).output
    #expect(!words.contains("\"review\""), "\(words)")
    let kinds = try practice.run(["find", "--format", "json"], input: "kind:review\n", now: Self.now).output
    #expect(kinds.contains("\"review\""), "\(kinds)")
    let id = try #require(try practice.documents(of: "SYN-CEDAR").first { $0["kind"] == "review" }?["id"]?.string)
    #expect(try practice.run(["show", id], now: Self.now).output.contains("PHQ-9 14 → 9"))
    let edited = try practice.run(["edit", id], now: Self.now)
    #expect(edited.code == 64 && edited.talk.contains("no form asks for one"), "\(edited)")
  }

  @Test func `Numbers that no one means stop nothing`() throws {
    let practice = try practice()
    let path = "\(practice.place)/Clients/SYN-MAPLE/chain-20260209-maple1.json"
    let tree = try JSON(reading: practice.bytes(of: path))
    for digits in ["1e30", "1e400", "-1e308", "99999999999999999999999999"] {
      try practice.overwrite(
        path,
        tree.applying([
          .set("links.l2.tried", ["skill": "dt.stop", "helped": .number(digits)]),
          .set("commitments.k1.strength", .number(digits)), .set("target.timesLast4Weeks", .number(digits)),
          .set("target.startedAt", "0206-02-06T19:40:00Z"),
        ]))
      for more in [["--client", "SYN-MAPLE"], ["--all"], ["--client", "SYN-MAPLE", "--window", "999w"]] {
        #expect(try review(practice, more).code == 0, "\(digits) \(more)")
      }
    }
    let limit = try practice.run(["find", "--limit", "9223372036854775807"], input: "kitchen\n")
    #expect(limit.code == 0, "\(limit)")
  }

  @Test(arguments: [
    ["--all", "--save"], ["--all", "--private"], ["--all", "--client", "SYN-CEDAR"], ["--all", "--window", "8w"],
    ["--client", "SYN-CEDAR", "--window", "8x"], ["--client", "SYN-CEDAR", "--since", "2026-04-01"],
    ["--client", "SYN-CEDAR", "--since", "2026-01-01", "--window", "8w"], ["--client", "SYN-CEDAR", "--on", "soon"],
    ["--client", "SYN-CEDAR", "--format", "xml"],
  ])
  func `What does not go together is refused and writes nothing`(arguments: [String]) throws {
    let practice = try practice()
    let before = try practice.contents()
    let run = try review(practice, arguments)
    #expect(run.code == 64 && run.output.isEmpty, "\(run)")
    #expect(try practice.contents() == before)
  }

  @Test func `Of nobody there is none`() throws {
    #expect(try review(practice(), ["--client", "SYN-NOBODY"]).code == 66)
  }
}
