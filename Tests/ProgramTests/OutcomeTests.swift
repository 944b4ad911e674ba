import Documents
import Foundation
import TestSupport
import Testing

/// `attune outcome`: what became of a promise is written where it stands.
@Suite struct Outcomes {
  private static let id = "chain-20260204-cedar1"

  /// The fixture as it was before anybody looked back at it.
  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    var tree = try Fixtures.json("case2-cedar-chain-lateness")
    for place in ["commitments.k1", "therapistCommitments.tk1"] {
      tree.apply(.remove(Path(place).appending("outcome")))
      tree.apply(.remove(Path(place).appending("outcomeOn")))
    }
    tree.apply(.set("repair.items.r1.status", "planned"))
    let file = try practice.file("given.json", Array(tree.pretty.utf8))
    #expect(try practice.run(["chain", "--answers", file]).code == 0)
    return practice
  }

  private func tree(_ practice: ScratchPractice) throws -> JSON {
    try JSON(reading: practice.bytes(of: "Clients/SYN-CEDAR/\(Outcomes.id).json"))
  }

  @Test func `The typed case makes the fixture, a revision an outcome`() throws {
    let practice = try practice()
    let calls = try TypedCase.all("case2-outcomes").filter { $0.command.last?.hasPrefix(Outcomes.id) == true }
    #expect(calls.count == 3)
    for call in calls {
      let run = try practice.run(call.command, input: call.lines.joined(separator: "\n") + "\n", now: call.now)
      #expect(run.code == 0, "\(run.talk)")
    }
    let after = try tree(practice)
    let fixture = try Fixtures.json("case2-cedar-chain-lateness")
    #expect(after["updatedAt"]?.string?.hasPrefix("2026-02-11T17:45:0") == true)
    #expect(after.applying([.set("updatedAt", fixture["updatedAt"] ?? .null)]).pretty == fixture.pretty)
    let kept = ScratchPractice.files(under: practice.place + "/.attune/revisions/\(Outcomes.id)")
    #expect(kept.map { $0.suffix(9) } == ["0001.json", "0002.json", "0003.json"])
  }

  private static let lines: [(line: String, more: String?, fields: JSON)] = [
    ("kept", "", ["outcome": "kept"]),
    ("kept 8", "", ["outcome": "kept", "tried": true, "helped": 8]),
    (
      "partly Took the 3:50 bus. 6", "The alarm.",
      ["outcome": "partly", "outcomeNote": "Took the 3:50 bus. The alarm.", "tried": true, "helped": 6]
    ),
    ("not kept He was ill", nil, ["outcome": "notKept", "outcomeNote": "He was ill"]),
    ("not due", nil, ["outcome": "notDue"]),
    ("replaced", nil, ["outcome": "replaced"]),
  ]

  @Test(arguments: lines) func `One line says the outcome, the words and how much it helped`(
    line: String, more: String?, fields: JSON
  ) throws {
    let practice = try practice()
    let before = try tree(practice)
    let input = [line, more].compactMap { $0 }.joined(separator: "\n") + "\n"
    let run = try practice.run(["outcome", "k1"], input: input, now: "2026-02-11T17:45:00-05:00")
    #expect(run.code == 0, "\(run.talk)")
    var wanted = try #require(before[Path("commitments.k1")])
    for (key, value) in try #require(fields.object) { wanted.apply(.set(Path(key), value)) }
    wanted.apply(.set("outcomeOn", "2026-02-11"))
    let after = try tree(practice)
    #expect(try #require(after[Path("commitments.k1")]).differences(from: wanted) == [])
    #expect(
      after.applying([.set("commitments", before["commitments"] ?? []), .set("updatedAt", before["updatedAt"] ?? "")])
        == before)
  }

  @Test func `A number that may be part of the sentence is asked about`() throws {
    let practice = try practice()
    let run = try practice.run(["outcome", "k1"], input: "not kept Stayed until 5\nn\n")
    #expect(run.code == 0)
    #expect(run.output.contains("part of the sentence"))
    #expect(try tree(practice)[Path("commitments.k1.outcomeNote")] == "Stayed until 5")
    #expect(try tree(practice)[Path("commitments.k1.helped")] == nil)
  }

  @Test func `What was said is safe before anything more is asked`() throws {
    let practice = try practice()
    let talk = try TypedConversation(practice, ["outcome", "k1", "--plain"], now: "2026-02-11T17:45:00-05:00")
    #expect(try talk.answer("partly Took the 3:50 bus.").contains("What did you do that made that happen?"))
    #expect(try tree(practice)[Path("commitments.k1.outcomeNote")] == "Took the 3:50 bus.")
    talk.terminal.send("The alarm.\r")
    #expect(try talk.terminal.waitExit() == .code(0))
    #expect(try tree(practice)[Path("commitments.k1.outcomeNote")] == "Took the 3:50 bus. The alarm.")
  }

  @Test func `A line that says no outcome is asked for again, and the end of the input writes nothing`() throws {
    let practice = try practice()
    let before = try practice.contents()
    let run = try practice.run(["outcome", "k1"], input: "it went well\n")
    #expect(run.code == 64)
    #expect(run.output.contains("none of the words here: kept · partly · not"))
    #expect(run.talk.contains("Nothing was written."))
    #expect(try practice.contents() == before)
  }

  @Test func `A later outcome stands, and the same one again is no revision`() throws {
    let practice = try practice()
    _ = try practice.run(["outcome", "k1"], input: "kept\n\n", now: "2026-02-11T17:45:00-05:00")
    let before = try practice.contents()
    let earlier = try practice.run(
      ["outcome", "\(Outcomes.id)#k1"], input: "not kept\n", now: "2026-02-10T12:00:00-05:00")
    #expect(earlier.code == 0)
    #expect(earlier.output.contains("What was written on Wednesday 11 February is later and stands."))
    let again = try practice.run(
      ["outcome", "\(Outcomes.id)#k1"], input: "kept\n\n", now: "2026-02-11T19:00:00-05:00")
    #expect(again.output.contains("That is what stands there already."))
    #expect(try practice.contents() == before)
  }

  @Test func `What is open is listed, the therapist's first, and goes as it is told`() throws {
    let practice = try practice()
    let list = try practice.run(["outcome", "--format", "json"])
    let rows = try JSON(reading: Array(list.output.utf8)).array ?? []
    #expect(rows.map { $0["ref"] } == ["tk1", "k1", "r1"].map { .string("\(Outcomes.id)#\($0)") })
    #expect(rows.map { $0["side"] } == ["therapist", "client", "client"])
    #expect(rows.map { $0["due"] } == ["2026-02-11", "2026-02-11", "2026-02-06"])
    _ = try practice.run(["outcome", "tk1", "kept"])
    _ = try practice.run(["outcome", "r1", "dropped"])
    let left = try practice.run(["outcome", "--client", "SYN-CEDAR"])
    #expect(left.output.contains("\(Outcomes.id)#k1  client by 11 Feb"))
    #expect(!left.output.contains("tk1") && !left.output.contains("#r1"))
  }

  @Test func `Words stay off a shell's command line and may follow the verb at the loop`() throws {
    let practice = try practice()
    let refused = try practice.run(["outcome", "k1", "partly", "Took", "the", "bus"])
    #expect(refused.code == 64)
    #expect(refused.talk.contains("--note -"))
    #expect(!refused.talk.contains("bus"))
    let noted = try practice.run(["outcome", "k1", "partly", "--note", "-"], input: "Took the bus.\n")
    #expect(noted.code == 0)
    #expect(try tree(practice)[Path("commitments.k1.outcomeNote")] == "Took the bus.")
    let typed = try practice.run(
      [], input: "outcome r1 done\noutcome tk1 not kept I didn't \"block\" the time.\nquit\n")
    #expect(typed.code == 0)
    #expect(try tree(practice)[Path("repair.items.r1.status")] == "done")
    #expect(try tree(practice)[Path("therapistCommitments.tk1.outcomeNote")] == "I didn't \"block\" the time.")
  }

  private static let refusals: [(words: [String], code: Int32, says: String)] = [
    (["outcome", "k7"], 66, "Open: chain-20260204-cedar1#tk1, chain-20260204-cedar1#k1"),
    (["outcome", "chain-20260204-cedar1#k7"], 66, "‘chain-20260204-cedar1’ holds tk1, k1 and r1."),
    (["outcome", "chain-20260204-cedar2#k1"], 66, "Did you mean ‘chain-20260204-cedar1’?"),
    (["outcome", "k1", "--client", "a/b"], 64, "client code"),
    (["outcome", "k1", "--client", "SYN-NOBODY"], 66, "SYN-NOBODY"),
    (["outcome", "k1", "--note", "words"], 64, "--note -"),
  ]

  @Test(arguments: refusals) func `What cannot be told says why`(words: [String], code: Int32, says: String) throws {
    let run = try practice().run(words)
    #expect(run.code == code)
    #expect(run.talk.contains(says), "\(run.talk)")
  }
}
