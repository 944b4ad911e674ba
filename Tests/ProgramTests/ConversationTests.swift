import Documents
import Foundation
import Glibc
import TestSupport
import Testing

/// The conversation about how two people work together: prepared alone, held in the room, or raised by the client.
@Suite struct Conversations {
  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    for name in [
      "case2-cedar-agreement-v1", "case2-cedar-tib-events", "case2-cedar-sessions", "case2-cedar-chain-lateness",
    ] {
      try practice.put(name)
    }
    return practice
  }

  private func conversation(of practice: ScratchPractice) throws -> JSON {
    let found = try practice.documents(of: "SYN-CEDAR").filter { $0["kind"] == "accountability" }
    return try #require(found.count == 1 ? found[0] : nil, "\(found.count) conversations")
  }

  @Test(arguments: [80, 40]) func `Case 2's conversation, prepared and held, comes out as its fixture`(
    columns: Int
  ) throws {
    let practice = try practice()
    let calls = try TypedCase.all("case2-talk")
    #expect(calls.count == 2)
    let prepared = try TypedConversation(practice, calls[0], columns: columns)
    try prepared.answer(calls[0].lines)
    #expect(try prepared.answer("").contains("Prepared"))
    prepared.terminal.send("n\r")
    #expect(try prepared.terminal.waitExit() == .code(0))
    let draft = try conversation(of: practice)
    #expect(draft["status"] == "draft" && draft["mode"] == "therapistOnly")

    let held = try TypedConversation(practice, calls[1], columns: columns)
    var said = ""
    for line in calls[1].lines { said += try held.answer(line) }
    #expect(try held.close() == .code(0))
    let document = try conversation(of: practice)
    let fixture = try Fixtures.json("case2-cedar-accountability")
    #expect(document.comparable.differences(from: fixture.comparable) == [])
    #expect(document["id"] == draft["id"])
    #expect(document["related"] == fixture["related"])
    // What was prepared is said in the room, my part before the counts, mine before theirs, and then the question.
    let heard = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let order = ["My part", "What makes sense", "Me:", "You:", "What was seen", "What do you"]
    let places = order.map { heard.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil), "\(zip(order, places).filter { $0.1 == nil }.map(\.0))")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func `A file of answers gives the fixture back whole, and a spoiled one nothing`() throws {
    let practice = try ScratchPractice()
    let given = try practice.file("given.json", Fixtures.bytes("case2-cedar-accountability"))
    let run = try practice.run(["talk", "--answers", given])
    #expect(run.code == 0, "\(run.talk)")
    #expect(try conversation(of: practice) == Fixtures.json("case2-cedar-accountability"))
    let page = try String(
      contentsOfFile: run.output.trimmingCharacters(in: .newlines).replacing(".json", with: ".md"),
      encoding: .utf8)
    for words in ["The therapist's part", "What makes sense", "3 of 3", "Practical", "The way back", "8 of 10"] {
      #expect(page.contains(words), "\(words)")
    }
    for (path, value): (Path, JSON) in [("leaning", "lazy"), ("agree.client.k1.strength", 11), ("events", "one")] {
      let tree = try Fixtures.json("case2-cedar-accountability").applying([.set(path, value), .set("id", "acc-2")])
      let refused = try practice.run(["talk", "--answers", practice.file("bad.json", Array(tree.pretty.utf8))])
      #expect(refused.code == 65)
      #expect(refused.talk.contains(path.description))
    }
  }

  @Test func `Not prepared, it is held in one go, and the events that it raised are told so where they stand`() throws {
    let practice = try practice()
    let event = "tib-20260204-cedar"
    let path = "\(practice.place)/Clients/SYN-CEDAR/\(event).json"
    let raised = try JSON(reading: practice.bytes(of: path))
    try practice.overwrite(path, raised.applying([.remove("addressedOn"), .remove("addressedHow")]))
    let lines = [
      "75 y p", "y", "35", "I let two of them go by.", "5 Your hours changed in January.", "", "", "",
      "We lost a third of the time.", "", "I did not know it mattered.", "n", "3", "Fear 60. 2",
      "mixed", "Come on time. | The log", "", "8", "", "", "Start on time. | The log", "", "",
      "We look again. | Four on time.",
      "5", "Strange.", "", "",
    ]
    let run = try practice.run(
      ["talk", "--client", "SYN-CEDAR", "--synthetic"], input: lines.joined(separator: "\n") + "\n",
      now: "2026-02-11T17:05:00-05:00")
    #expect(run.code == 0, "\(run.talk)")
    let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("70 or more: settle first"))
    #expect(said.contains("Then repair comes first"))
    let document = try conversation(of: practice)
    #expect(document["status"] == "complete", "\(said.suffix(500))")
    #expect(document["mode"] == "inSession")
    #expect(document["observe"]?.string?.hasPrefix("On January 14") == true)
    let told = try JSON(reading: practice.bytes(of: path))
    #expect(told["addressedOn"] == "2026-02-11")
    #expect(told["addressedHow"] == "conversation")
    // The next one begins with what came since.
    let next = try practice.run(
      ["talk", "--client", "SYN-CEDAR"], input: "30 y y\ny\n35\nMine.\n5 Yes.\n\n/quit\n",
      now: "2026-02-18T17:05:00-05:00")
    #expect(!next.output.contains("4 February"))
  }

  @Test func `The client may raise it: they observe, the therapist owns, and theirs may be empty`() throws {
    let practice = try practice()
    let lines = [
      "20 y y", "y", "55", "On January 21 you started 6 minutes late, and did not say so.",
      "I did not say a word of it.",
      "5 Anybody would have noticed.", "", "", "It cost us six minutes. | I need to know that I count.", "",
      "That I was nervous too.", "n", "", "", "Say it when I am late. | My log", "", "",
      "You tell me again. | Two on time.",
      "9", "Good.", "", "",
    ]
    let run = try practice.run(
      ["talk", "--mine", "--client", "SYN-CEDAR", "--synthetic"], input: lines.joined(separator: "\n") + "\n",
      now: "2026-02-11T17:05:00-05:00")
    #expect(run.code == 0, "\(run.talk)")
    let document = try conversation(of: practice)
    #expect(document["status"] == "complete", "\(run.output.suffix(900))")
    #expect(document["about"] == "therapist")
    #expect(document["answeredBy"]?["observe"] == nil || document["answeredBy"]?["observe"] == "client")
    #expect(document["agree"]?["client"] == nil)
    let id = try #require(document["id"]?.string)
    let checked = try practice.run(["check", id], now: "2026-02-11T18:05:00-05:00")
    #expect(!checked.output.contains("Q33"), "\(checked.output)")
  }
}
