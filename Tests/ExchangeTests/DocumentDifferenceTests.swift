import Documents
import Exchange
import TestSupport
import Testing

/// What two documents say differently.
@Suite struct DocumentDifferences {
  private static let base: JSON = [
    "id": "chain-1", "updatedAt": "2026-02-09T16:05:00-05:00", "target": ["place": "kitchen", "tags": ["alcohol"]],
    "links": [["id": "l1", "text": "One"], ["id": "l2", "text": "Two"], ["id": "l3", "text": "Three"]],
    "validation": [["ref": "l1", "text": "Of course."]],
  ]

  private static let table: [(changes: [Change], found: [DocumentDifference])] = [
    ([], []),
    ([.set("updatedAt", "2026-02-10T16:05:00-05:00")], []),
    ([.set("notes", []), .set("summary", ["story": ""]), .set("lang", nil)], []),
    ([.set("target.place", "porch")], [.changed("target.place", from: "kitchen", to: "porch")]),
    ([.remove("target.place")], [.changed("target.place", from: "kitchen", to: nil)]),
    (
      [.set("target.tags", ["alcohol", "other"])],
      [.changed("target.tags", from: ["alcohol"], to: ["alcohol", "other"])]
    ),
    ([.set("links.l2.text", "Zwei")], [.changed("links.l2.text", from: "Two", to: "Zwei")]),
    ([.remove("links.l2")], [.takenOut("links.l2", ["id": "l2", "text": "Two"])]),
    (
      [.insert(["id": "l4", "text": "Four"], into: "links", at: 1)], [.added("links.l4", ["id": "l4", "text": "Four"])]
    ),
    ([.move(id: "l3", in: "links", to: 0)], [.moved("links.l3", from: 3, to: 1)]),
    (
      [.move(id: "l3", in: "links", to: 0), .remove("links.l1"), .set("links.l3.text", "3")],
      [
        .takenOut("links.l1", ["id": "l1", "text": "One"]), .moved("links.l3", from: 3, to: 1),
        .changed("links.l3.text", from: "Three", to: "3"),
      ]
    ),
    (
      [.set("validation", [["ref": "l1", "text": "Sure."]])],
      [.changed("validation.l1.text", from: "Of course.", to: "Sure.")]
    ),
    ([.set("function", ["confidence": 70])], [.changed("function.confidence", from: nil, to: 70)]),
  ]

  @Test(arguments: table) func `A change is told at its place and nowhere else`(
    changes: [Change], found: [DocumentDifference]
  ) {
    #expect(
      DocumentDifference.all(from: DocumentDifferences.base, to: DocumentDifferences.base.applying(changes)) == found)
  }

  @Test func `Between two documents it does not count which they are`() {
    let other = DocumentDifferences.base.applying([
      .set("id", "chain-2"), .set("createdAt", "2026-02-09T16:05:00-05:00"),
    ])
    #expect(DocumentDifference.all(from: DocumentDifferences.base, to: other) == [])
  }

  @Test(arguments: Fixtures.names) func `A document is the same as itself`(name: String) throws {
    let tree = try Fixtures.json(name)
    #expect(DocumentDifference.all(from: tree, to: tree) == [])
  }

  @Test func `Places and values are said in plain words`() {
    #expect(PlainWords.place("commitments.k1.outcomeOn") == "commitments k1, outcome on")
    #expect(PlainWords.place("repair.items.r1.status") == "repair r1, status")
    #expect(PlainWords.value("notKept") == "not kept")
    #expect(PlainWords.value("He's late; again") == "He's late; again")
    #expect(
      PlainWords.value(["id": "l4", "type": "emotion", "text": "Shame", "key": true])
        == "type emotion; text Shame; key yes")
    #expect(PlainWords.value(nil) == "nothing")
  }
}
