import Documents
import Foundation
import Storage
import TestSupport
import Testing

/// A therapist's reflection: typed, from a file, edited, and what became of its steps.
@Suite struct Reflections {
  private static let fixture = "case2-cedar-reflection-PRIVATE"

  /// A practice with what was on file with the client when the reflection of case 2 was written, and since.
  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    for name in ["agreement-v1", "tib-events", "sessions", "chain-lateness"] { try practice.put("case2-cedar-\(name)") }
    return practice
  }

  private func reflection(in practice: ScratchPractice) throws -> JSON {
    let folder = "\(practice.place)/Private/SYN-CEDAR"
    let files = ScratchPractice.files(under: folder).filter { $0.hasSuffix(".json") && !$0.contains("/.") }
    return try JSON(reading: practice.bytes(of: try #require(files.count == 1 ? files[0] : nil, "\(files)")))
  }

  @Test(arguments: [80, 40]) func `Case 2's reflection comes out as its fixture, alone at the screen`(
    columns: Int
  ) throws {
    let practice = try practice()
    let typed = try TypedCase("case2-reflect")
    let conversation = try TypedConversation(practice, typed, columns: columns)
    let asked = conversation.terminal.screen(columns: columns).text.filter { !$0.isWhitespace }
    #expect(asked.contains("Hastheclientgone"))
    try conversation.answer("y")
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    let id = try #require(reflection(in: practice)["id"]?.string)
    // What was told later.
    let told = try TypedCase.all("case2-outcomes").filter { $0.command.contains { $0.hasPrefix("refl-") } }
    #expect(told.count == 2)
    for call in told {
      let command = call.command.map { $0.replacingOccurrences(of: "refl-20260205-cedar", with: id) }
      let run = try practice.run(command, input: call.lines.joined(separator: "\n") + "\n", now: call.now)
      #expect(run.code == 0, "\(run.talk)")
    }
    let document = try reflection(in: practice)
    let expected = try Fixtures.json(Reflections.fixture)
    #expect(document.comparable.differences(from: expected.comparable) == [])
    #expect(document["recordClass"] == "private")
    #expect(document["related"] == expected["related"])
    #expect(document["updatedAt"]?.string?.hasPrefix("2026-02-11T18:30") == true)
  }

  @Test func `What is up is said with why, before a step is asked for`() throws {
    let practice = try practice()
    let typed = try TypedCase("case2-reflect")
    let run = try practice.run(typed.command, input: typed.lines.joined(separator: "\n") + "\n\n", now: typed.now)
    #expect(run.output.contains("Late, on the client's side, 3 times in six weeks: 14 Jan, 28 Jan, 4 Feb."))
    #expect(run.output.contains("Keep watching."))
    #expect(!run.output.contains("Level of care"))
    let risk = typed.lines.map { $0 == "n n n" ? "n n n risk" : $0 }
    let urgent = try self.practice().run(typed.command, input: risk.joined(separator: "\n") + "\n", now: typed.now)
    #expect(urgent.output.contains("Risk is up, as you said."))
    #expect(urgent.output.contains("Consult this week; review level of care."))
    #expect(urgent.output.contains("I. Risk of harm"))
  }

  @Test func `Two flags want a step with a date; at 70 and over it is settled first`() throws {
    let practice = try practice()
    let typed = try TypedCase("case2-reflect")
    var lines = typed.lines.map { $0 == "1 harm liked" ? "2 harm liked" : $0 }
    lines = lines.map { $0.replacingOccurrences(of: "the room. 65", with: "the room. 85") }
    let settled = try #require(lines.firstIndex { $0.hasPrefix("Paced breathing") })
    lines.insert("", at: settled)
    let steps = try #require(lines.firstIndex { $0.hasPrefix("consult Fri") })
    lines.insert("", at: steps)
    let run = try practice.run(typed.command, input: lines.joined(separator: "\n") + "\n\n", now: typed.now)
    #expect(run.output.contains("70 or more: settle first."))
    #expect(run.output.contains("Choose a dated next step."))
    #expect(run.output.contains("You let 2 sessions go by without raising it."))
    let document = try reflection(in: practice)
    #expect(document["status"] == "complete")
    #expect(document["undertreatment"]?["flags"] == ["repeatedTib", "avoidedRaising"])
    #expect(document["nextSteps"]?.array?.count == 2)
  }

  @Test func `The measure that is on file is offered whole`() throws {
    let practice = try practice()
    for (line, day) in [("PHQ-9 14 7 Jan", "2026-01-07"), ("PHQ-9 13 28 Jan", "2026-01-28")] {
      let run = try practice.run(
        ["measure", "--client", "SYN-CEDAR"], input: line + "\n", now: "\(day)T18:00:00-05:00")
      #expect(run.code == 0)
    }
    let typed = try TypedCase("case2-reflect")
    let lines = typed.lines.map { $0.hasPrefix("PHQ-9") ? "" : $0 }
    let run = try practice.run(typed.command, input: lines.joined(separator: "\n") + "\n\n", now: typed.now)
    #expect(run.output.contains("“PHQ-9 14 13 28 Jan”  Enter keeps it"))
    let check = try reflection(in: practice)["undertreatment"]
    #expect(check?["baselineScore"] == 14)
    #expect(check?["lastScore"] == 13)
    #expect(check?["lastMeasuredOn"] == "2026-01-28")
  }

  @Test func `By a file it comes back whole, and what does not fit is refused with its path`() throws {
    let practice = try ScratchPractice()
    let given = try practice.file("given.json", Fixtures.bytes(Reflections.fixture))
    let run = try practice.run(["reflect", "--answers", given])
    #expect(run.code == 0, "\(run.talk)")
    #expect(run.output.contains("/Private/SYN-CEDAR/refl-20260205-cedar.json"))
    #expect(try reflection(in: practice) == Fixtures.json(Reflections.fixture))
    let spoiled: [(Path, JSON)] = [
      ("annoyance.present", true), ("annoyance.intensity", 101), ("annoyance.urge", "shout"),
      ("annoyance.scale", "0-5"), ("sourceCheck.mine", "maybe"), ("ownPart.contributions", "Started late"),
      ("ownPart.avoidedRaisingSessions", -1), ("ownPart.barriers", ["lazy"]), ("balance.attunement", 11),
      ("limits.status", "fine"), ("parallel.seen", false), ("undertreatment.flags", ["tired"]),
      ("undertreatment.lastMeasuredOn", "January"), ("undertreatment.outsideCompetence", false),
      ("choiceSeverity.leaning", "stubborn"), ("nextSteps", [:]), ("consultAgreements", ["kindness"]),
    ]
    for (path, value) in spoiled {
      let tree = try Fixtures.json(Reflections.fixture).applying([.set(path, value), .set("id", "refl-2")])
      let run = try practice.run(["reflect", "--answers", practice.file("b.json", Array(tree.pretty.utf8))])
      #expect(run.code == 65 && run.talk.contains(path.description), "\(path): \(run.code) \(run.talk)")
    }
    let chain = try practice.file("chain.json", Fixtures.bytes("case0-maple-chain"))
    #expect(try practice.run(["reflect", "--answers", chain]).code == 65)
  }

  @Test func `No class of record moves it out of Private, and a shared one keeps it a draft`() throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json(Reflections.fixture).applying([.set("recordClass", "clinicalRecord")])
    let run = try practice.run(["reflect", "--answers", practice.file("a.json", Array(tree.pretty.utf8))])
    #expect(run.code == 1)
    #expect(run.talk.contains("Q36 stop  This is a private reflection. It cannot leave with the client file."))
    #expect(try reflection(in: practice)["status"] == "draft")
    #expect(ScratchPractice.files(under: "\(practice.place)/Clients") == [])
    #expect(try practice.run(["check", "--client", "SYN-CEDAR"]).code == 66)
    let checked = try practice.run(["check", "--client", "SYN-CEDAR", "--private", "--format", "json"])
    #expect(checked.output.contains("\"Q36\""))
  }

  @Test(arguments: ["refl-20260205-cedar", "reflection-1"])
  func `Edited, its journal is private whatever its id, and its flags stay what they were`(id: String) throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json(Reflections.fixture).applying([.set("id", .string(id))])
    #expect(try practice.run(["reflect", "--answers", practice.file("a.json", Array(tree.pretty.utf8))]).code == 0)
    #expect(try practice.run(["edit", id], input: "/quit\n").code == 66)
    let left = try practice.run(["edit", id, "--private"], input: "/jump history\nmarkword of history\n/quit\n")
    #expect(left.code == 0 && left.output.contains("resume --private"), "\(left.output)")
    let marked = try practice.contents().filter { String(decoding: $0.value, as: UTF8.self).contains("markword") }
    #expect(!marked.isEmpty && marked.keys.allSatisfy { $0.contains("/Private/SYN-CEDAR/.journal/") }, "\(marked.keys)")
    #expect(try practice.run(["resume"]).output.contains("No session is open."))
    let closed = try practice.run(["resume", "--private"], input: "/jump signs\nn n n\n/jump end\n\n")
    #expect(closed.output.contains("Saved."), "\(closed.output)")
    let after = try reflection(in: practice)
    #expect(after["ownPart"]?["history"] == "markword of history")
    #expect(after["undertreatment"]?["flags"] == ["repeatedTib"])
    #expect(after["status"] == "complete")
  }

  @Test func `A chain that is private is edited in private, too`() throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json("case0-maple-chain").applying([.set("recordClass", "private")])
    #expect(try practice.run(["chain", "--answers", practice.file("a.json", Array(tree.pretty.utf8))]).code == 0)
    let id = try #require(tree["id"]?.string)
    #expect(try practice.run(["edit", id], input: "/quit\n").code == 66)
    #expect(
      try practice.run(["edit", id, "--private"], input: "/jump closing\nmarkword of it\n/quit\n").code == 0)
    let outside = try practice.contents().filter {
      !$0.key.contains("/Private/") && String(decoding: $0.value, as: UTF8.self).contains("markword")
    }
    #expect(outside.keys.sorted() == [])
  }

  @Test func `A step is told once, and named where it is not there`() throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json(Reflections.fixture).applying([
      .remove("nextSteps.1.done"), .remove("nextSteps.1.learned"),
    ])
    #expect(try practice.run(["reflect", "--answers", practice.file("a.json", Array(tree.pretty.utf8))]).code == 0)
    let id = "refl-20260205-cedar"
    #expect(try practice.run(["outcome", "\(id)#nextSteps.1"], input: "done So.\n").code == 66)
    #expect(try practice.run(["outcome", "--private", "\(id)#nextSteps.9"], input: "done\n").code == 66)
    #expect(try practice.run(["outcome", "--private", "\(id)#nextSteps.1"], input: "perhaps\n").code == 64)
    let told = try practice.run(
      ["outcome", "--private", "nextSteps.1"], input: "done Say it in one sentence. | Say it on Wednesday.\n")
    #expect(told.code == 0, "\(told.talk)")
    let step = try reflection(in: practice)["nextSteps"]?.array?.first
    #expect(step?["done"] == true)
    #expect(step?["learned"] == "Say it in one sentence.")
    #expect(step?["decision"] == "Say it on Wednesday.")
    let again = try practice.run(["outcome", "--private", "\(id)#nextSteps.1"], input: "done\n")
    #expect(again.output.contains("stands there already"))
    #expect(try practice.run(["outcome", "--private"]).output == "  Nothing is open.\n")
  }
}
