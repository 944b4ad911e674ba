import Documents
import Storage
import TestSupport
import Testing

/// Something that did not happen: the four questions, typed and by a file.
@Suite struct MissingLinksLooks {
  @Test(arguments: [80, 40]) func `Case 1's missing links come out as their fixture`(columns: Int) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case1-missing")
    let conversation = try TypedConversation(practice, typed, columns: columns)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    let expected = try Fixtures.json("case1-maple-missing-links")
    #expect(document.comparable.differences(from: expected.comparable) == [])
    #expect(try practice.run(["check", "--client", "SYN-MAPLE", "--format", "json"]).output == "[]\n")
  }

  @Test func `By a file it comes back whole, and what does not fit is refused with its path`() throws {
    let practice = try ScratchPractice()
    let given = try practice.file("given.json", Fixtures.bytes("case1-maple-missing-links"))
    #expect(try practice.run(["missing", "--answers", given]).code == 0)
    let saved = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(try saved == Fixtures.json("case1-maple-missing-links"))
    let spoiled: [(Path, JSON)] = [
      ("expected.timesDone", -1), ("expected.agreedHow", "shouted"), ("q2Willing.willingness", 101),
      ("q3Occurred.answer", true), ("q3Occurred.plan.kind", "hope"), ("stoppedAt", "q5"), ("expected.due", "Sunday"),
      ("continuedPastNo", "no"), ("therapistSide.sizeRight", "huge"), ("commitments", [:]), ("validation", "yes"),
    ]
    for (path, value) in spoiled {
      let tree = try Fixtures.json("case1-maple-missing-links").applying([.set(path, value), .set("id", "missing-2")])
      let run = try practice.run(["missing", "--answers", practice.file("b.json", Array(tree.pretty.utf8))])
      #expect(run.code == 65 && run.talk.contains(path.description), "\(path): \(run.code) \(run.talk)")
    }
    let chain = try practice.file("chain.json", Fixtures.bytes("case0-maple-chain"))
    #expect(try practice.run(["missing", "--answers", chain]).code == 65)
    #expect(try practice.run(["missing", "--client", "SYN-MAPLE", "--template", "chain"]).code == 64)
  }

  @Test(arguments: [
    (["y Knew it.", "y", "80", "y", "n", "Do it tonight. | A tick.", "today", "8", "", "", "", ""], "none", "none"),
    (
      [
        "n Did not know which one. -> clarify: Write it on one line together now.", "n", "It. | Tick.", "", "8", "", "",
      ],
      "q1", "notReached"
    ),
    (
      ["y", "p Half willing, half not. -> smaller: Two evenings instead of seven.", "40", "n", "It. | Tick.", "", "8"],
      "q2", "notReached"
    ),
    (
      ["y", "y", "90", "y", "Fell asleep on the sofa. -> cue: An alarm at nine.", "It. | Tick.", "", "8", "", ""], "q4",
      "obstacle"
    ),
    (["n Was not clear. -> clarify: Say it back.", "y", "y", "70", "y", "n", "It. | Tick.", "", "8"], "q1", "none"),
  ])
  func `It stops at the first no, and goes past it only when that is said`(
    lines: [String], stoppedAt: String, obstacle: String
  ) throws {
    let practice = try ScratchPractice()
    let head = try TypedCase("case1-missing").lines.prefix(4)
    let input = (head + lines).joined(separator: "\n") + "\n"
    let run = try practice.run(
      ["missing", "--client", "SYN-MAPLE", "--synthetic"], input: input, now: "2026-02-09T16:45:00-05:00")
    #expect(run.code == 0)
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document["stoppedAt"]?.string == stoppedAt, "\(run.output)")
    #expect(document["q4Obstacle"]?["answer"]?.string == obstacle)
  }

  @Test func `A chain about something not done offers the four questions, as a session of its own`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: "2026-02-02T16:10:00-05:00")
    let chain = try TypedCase("case0-chain").lines.map { $0 == "q other happened" ? "q workNotDone happened" : $0 }
    let missing = try TypedCase("case1-missing").lines
    let said = program.run(
      ["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short", "--session", "6"],
      chain + ["", "y"] + missing + ["", "n"]
    ).said
    #expect(said.contains { $0.contains("Something expected did not happen.") })
    let store = PracticeFolder(on: disk)
    let trees = try store.documents(includingPrivate: false).compactMap {
      try store.load($0.id, includingPrivate: false)
    }
    let look = try #require(trees.first { $0["kind"] == "missingLinks" })
    let first = try #require(trees.first { $0["kind"] == "chain" })
    #expect(look["related"] == [["rel": "with", "id": first["id"] ?? ""]])
    #expect(look["sessionNumber"] == 6)
  }
}
