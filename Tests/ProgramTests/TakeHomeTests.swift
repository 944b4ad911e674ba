import Documents
import Foundation
import TestSupport
import Testing

/// `attune card`: a few lines to take home.
@Suite struct Cards {
  private func practice(_ fixture: String, _ changes: [Change] = []) throws -> ScratchPractice {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json(fixture).applying(changes)
    #expect(try practice.run(["chain", "--answers", practice.file("given.json", Array(tree.pretty.utf8))]).code == 0)
    return practice
  }

  @Test func `It says the first sign, what to do, the promises of both, what made sense and the crisis line`() throws {
    let run = try practice("case2-cedar-chain-lateness").run(["card", "chain-20260204-cedar1"])
    #expect(run.code == 0)
    #expect(
      run.output == """
        To take home: Wednesday 4 February
        The first sign: Supervisor asked at 3:35 pm whether he could stay to
          finish the pallet count.
        What I do then: Tell the supervisor on Wednesday morning that he leaves
          at 3:40 pm.
        My therapist promised: Keep five minutes clear before 5:00 pm so that I
          start on time. By Wednesday 11 February.
        I promised: Tell the supervisor on Wednesday morning, use the watch
          alarm, take the 3:50 bus. By Wednesday 11 February.
        What made sense: With a review the next day, not wanting to say no to
          the boss makes sense.
        In danger now: Call 911 or go to the nearest emergency department

        """)
  }

  private static let long = String(repeating: "word after word ", count: 60)

  @Test func `It is never longer than fifteen lines, and its crisis line is whole`() throws {
    let promise: JSON = ["id": "k2", "text": .string(Cards.long), "by": "2026-02-16"]
    let changes: [Change] = [
      .set("promptingEvent.description", .string(Cards.long)), .set("solutions.s3.plan", .string(Cards.long)),
      .set("validation", [["ref": "l1", "level": 5, "text": .string(Cards.long)]]),
      .insert(promise, into: "commitments", at: nil),
      .insert(promise.applying([.set("id", "k3")]), into: "commitments", at: nil),
      .insert(promise.applying([.set("id", "tk2")]), into: "therapistCommitments", at: nil),
      .insert(promise.applying([.set("id", "tk3")]), into: "therapistCommitments", at: nil),
    ]
    let run = try practice("case1-maple-chain", changes).run(["card", "chain-20260209-maple1"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count <= 15, "\(run.output)")
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(lines.last == "In danger now: Call 911 or go to the nearest emergency department")
    #expect(run.output.contains("…"))
    #expect(!run.output.contains("SYN-MAPLE"))
  }

  @Test func `It can go into a new file for its owner alone, and into no file that is there`() throws {
    let practice = try practice("case1-maple-chain")
    let file = practice.root + "/card.txt"
    let run = try practice.run(["card", "chain-20260209-maple1", "--out", file])
    #expect(run.code == 0 && run.output == file + "\n")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text == (try practice.run(["card", "chain-20260209-maple1"]).output))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    let again = try practice.run(["card", "chain-20260209-maple1", "--out", file])
    #expect(again.code == 73 && again.talk.contains("is there already"))
    #expect(try practice.run(["card", "chain-20260209-maple1", "--out", "/nowhere/card.txt"]).code == 66)
    #expect(try practice.run(["card", "chain-20260209-maple2"]).code == 66)
    _ = try practice.run(["void", "chain-20260209-maple1", "--reason", "-"], input: "Mistaken.\n")
    #expect(try practice.run(["card", "chain-20260209-maple1"]).code == 64)
  }
}

/// `attune measure`: the total of a standard measure on a day.
@Suite struct MeasureVerbs {
  private static let now = "2026-03-11T16:00:00-04:00"

  private func measure(_ practice: ScratchPractice) throws -> JSON {
    try #require(try practice.documents(of: "SYN-CEDAR").first { $0["kind"] == "measure" })
  }

  private static let lines: [(line: String, name: String, total: JSON, on: String)] = [
    ("PHQ-9 9 25 Feb", "PHQ-9", 9, "2026-02-25"), ("GAD-7 0", "GAD-7", 0, "2026-03-11"),
    ("PHQ-9 14 2026-01-28", "PHQ-9", 14, "2026-01-28"),
    ("Work and Social 12 yesterday", "Work and Social", 12, "2026-03-10"),
  ]

  @Test(arguments: lines) func `One line says the name, the number and the day`(
    line: String, name: String, total: JSON, on: String
  ) throws {
    let practice = try ScratchPractice()
    let run = try practice.run(
      ["measure", "--client", "SYN-CEDAR", "--synthetic"], input: line + "\n", now: MeasureVerbs.now)
    #expect(run.code == 0, "\(run.talk)")
    let tree = try measure(practice)
    #expect(tree["name"]?.string == name && tree["total"] == total && tree["on"]?.string == on)
    #expect(tree["sessionDate"] == tree["on"] && tree["status"] == "complete" && tree["synthetic"] == true)
    #expect(tree["id"]?.string?.hasPrefix("measure-20260311-") == true)
    #expect(tree["schema"] == "attune/measure/1" && tree["recordClass"] == "clinicalRecord")
    let shown = try practice.run(["show", tree["id"]?.string ?? ""])
    #expect(shown.output.contains("# Measure: SYN-CEDAR, \(on)") && shown.output.contains("**Total:** "))
  }

  private static let wrong = ["PHQ-9", "9 25 Feb", "PHQ-9 9 soon", "PHQ-9 nine", "PHQ-9 9 2026-12-24"]

  @Test(arguments: wrong) func `A line that is none is asked for again, and nothing is written`(line: String) throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["measure", "--client", "SYN-CEDAR"], input: line + "\n", now: MeasureVerbs.now)
    #expect(run.code == 64)
    #expect(run.output.contains("was not understood"))
    #expect(try practice.documents(of: "SYN-CEDAR").isEmpty)
  }

  @Test func `At the loop the words follow the verb`() throws {
    let practice = try ScratchPractice()
    _ = try practice.run([], input: "measure --client SYN-CEDAR PHQ-9 9 25 Feb\nquit\n", now: MeasureVerbs.now)
    #expect(try measure(practice)["total"] == 9)
  }

  @Test func `A measure comes from a file too, and what does not fit is refused`() throws {
    let practice = try ScratchPractice()
    let given: JSON = [
      "id": "measure-20260225-abcd", "kind": "measure", "clientRef": "SYN-CEDAR", "name": "PHQ-9", "total": 9,
      "on": "2026-02-25",
    ]
    let file = try practice.file("measure.json", Array(given.pretty.utf8))
    for _ in 1...2 {
      let run = try practice.run(["measure", "--answers", file], now: MeasureVerbs.now)
      #expect(run.code == 0 && run.output.hasSuffix("/measure-20260225-abcd.json\n"), "\(run.talk)")
    }
    let tree = try measure(practice)
    #expect(tree["sessionDate"] == "2026-02-25" && tree["status"] == "complete")
    for (key, value) in [("total", "nine"), ("on", "soon"), ("name", "")] as [(String, JSON)] {
      let bad = try practice.file("bad.json", Array(given.applying([.set(Path(key), value)]).pretty.utf8))
      let run = try practice.run(["measure", "--answers", bad], now: MeasureVerbs.now)
      #expect(run.code == 65 && run.talk.contains("at ‘\(key)’"))
    }
  }
}

/// `attune list`: which documents are shown.
@Suite struct ListFilters {
  private static let calls: [(words: [String], ids: [String])] = [
    ([], ["chain-20260202-maple0", "chain-20260204-cedar1", "chain-20260209-maple1"]),
    (["--client", "SYN-CEDAR"], ["chain-20260204-cedar1"]),
    (["--kind", "measure"], []), (["--status", "void"], ["chain-20260202-maple0"]),
    (["--kind", "chain", "--status", "complete"], ["chain-20260204-cedar1", "chain-20260209-maple1"]),
    (["--since", "2026-02-04"], ["chain-20260204-cedar1", "chain-20260209-maple1"]),
    (["--until", "4 Feb"], ["chain-20260202-maple0", "chain-20260204-cedar1"]),
    (["--since", "3 Feb", "--until", "yesterday"], ["chain-20260204-cedar1"]),
  ]

  @Test func `Documents are chosen by client, kind, status and day`() throws {
    let practice = try ScratchPractice()
    for name in ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"] {
      _ = try practice.run(["chain", "--answers", practice.file("given.json", Fixtures.bytes(name))])
    }
    _ = try practice.run(["void", "chain-20260202-maple0", "--reason", "-"], input: "Mistaken.\n")
    for call in ListFilters.calls {
      let run = try practice.run(["list", "--format", "json"] + call.words)
      let rows = try JSON(reading: Array(run.output.utf8)).array ?? []
      #expect(rows.compactMap { $0["id"]?.string } == call.ids, "\(call.words)")
    }
    let shown = try practice.run(["list"]).output
    #expect(shown.hasPrefix("  2026-02-02 SYN-MAPLE   chain            void       chain-20260202-maple0\n"))
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try practice.run(["list", "--kind", "measure"]).output.contains("There are no such documents."))
    for (words, says) in [
      (["--kind", "chian"], "Did you mean ‘chain’?"), (["--status", "done"], "Known: draft, complete"),
      (["--since", "soon"], "‘soon’ is no day"),
    ] {
      let run = try practice.run(["list"] + words)
      #expect(run.code == 64 && run.talk.contains(says), "\(run.talk)")
    }
  }
}
