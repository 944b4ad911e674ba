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
}
