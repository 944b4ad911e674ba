import Documents
import Forms
import TestSupport
import Testing

/// What a known field of a chain takes, and where it is said that it does not.
@Suite struct DocumentShapes {
  private static let chains = ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"]

  private func problem(in tree: JSON) throws -> DocumentShape.Problem? {
    let template = try #require(BuiltIn.template("chain"))
    return DocumentShape(of: template, scale: tree["scale"] == "0-5" ? 5 : 100).problem(in: tree)
  }

  @Test(arguments: chains) func `A fixture fits`(name: String) throws {
    #expect(try problem(in: Fixtures.json(name)) == nil)
  }

  private static let misfits: [(change: Change, path: String)] = [
    (.set("id", "Chain 1"), "id"),
    (.set("clientRef", 5), "clientRef"),
    (.set("clientRef", "SYN/MAPLE"), "clientRef"),
    (.set("createdAt", "2026-02-09"), "createdAt"),
    (.set("lang", "english language"), "lang"),
    (.set("lang", 5), "lang"),
    (.set("related", [["rel": "friend"]]), "related.1.rel"),
    (.set("commitments.k1.outcome", "maybe"), "commitments.k1.outcome"),
    (.set("therapistCommitments.tk1.outcome", "maybe"), "therapistCommitments.tk1.outcome"),
    (.set("therapistCommitments.tk1.outcomeOn", "then"), "therapistCommitments.tk1.outcomeOn"),
    (.set("orientation.priorCommitments", [["outcome": "maybe"]]), "orientation.priorCommitments.1.outcome"),
    (.set("orientation.priorCommitments", "none"), "orientation.priorCommitments"),
    (.set("orientation", "x"), "orientation"),
    (.set("orientation.card", "partly"), "orientation.card"),
    (.set("summary", []), "summary"),
    (.set("safetyGate.asked", "no"), "safetyGate.asked"),
    (.set("safetyGate.safetyPlanReviewed", "whenever"), "safetyGate.safetyPlanReviewed"),
    (.set("fieldStates", []), "fieldStates"),
    (.set("fieldStates", ["links.l3.at": "forgotten"]), "fieldStates.links.l3.at"),
    (.set("answeredBy", ["target.place": "mother"]), "answeredBy.target.place"),
    (.set("target.startedAtPart", "noon"), "target.startedAtPart"),
    (.set("target.endedAtPart", "noon"), "target.endedAtPart"),
    (.set("promptingEvent.atPart", "noon"), "promptingEvent.atPart"),
    (.set("target.amount", "much"), "target.amount"),
    (.set("target.amount.text", 5), "target.amount.text"),
    (.set("links", ["l1": "x"]), "links"),
    (.set("links", [5]), "links.1"),
    (.set("links.l1.id", 1), "links.1.id"),
    (.set("links.l4.tried", "paced"), "links.l4.tried"),
    (.set("links.l4.tried", ["skill": "paced"]), "links.l4.tried.skill"),
    (.set("links.l4.tried", ["text": 5]), "links.l4.tried.text"),
    (.set("links.l4.tried", ["helped": 11]), "links.l4.tried.helped"),
    (.set("solutions.s1.skill", "walking"), "solutions.s1.skill"),
    (.set("commitments.k1.troubleshooting", ["late"]), "commitments.k1.troubleshooting.1"),
    (.set("validation", [["level": 7]]), "validation.1.level"),
    (.set("dismissals", [:]), "dismissals"),
    (.set("dismissals", [["check": 24]]), "dismissals.1.check"),
    (.set("notes", "none"), "notes"),
    (.set("notes", [["id": "n1", "text": 5]]), "notes.n1.text"),
    (.set("checkAgain", [5]), "checkAgain"),
  ]

  @Test(arguments: misfits) func `What does not fit is named by its path`(change: Change, path: String) throws {
    #expect(try problem(in: Fixtures.json("case1-maple-chain").applying([change]))?.path.description == path)
  }

  private static let fitting: [Change] = [
    .set("lang", "pt-BR"), .set("fieldStates", ["links.l3.at": "unknown", "links.l4": nil]),
    .set("answeredBy", ["target.place": "both"]), .set("target.startedAtPart", "earlyMorning"),
    .set("target.amount", ["text": "a lot"]), .set("safetyGate.safetyPlanReviewed", "no"),
    .set("safetyGate.safetyPlanReviewed", "2026-02-09"), .set("links.l4.tried", ["skill": "dt.stop", "helped": nil]),
    .set("solutions.s1.skill", "x-walk"), .set("links", [nil]), .set("level", "x"), .set("text", 5),
    .set("x-later", ["links": 5]),
  ]

  @Test(arguments: fitting) func `What the spec allows fits`(change: Change) throws {
    #expect(try problem(in: Fixtures.json("case1-maple-chain").applying([change])) == nil)
  }

  @Test(arguments: chains) func `Nothing at all may stand everywhere`(name: String) throws {
    let tree = try Fixtures.json(name)
    for (key, _) in tree.object ?? [:] { #expect(try problem(in: tree.applying([.set(Path([key]), nil)])) == nil) }
    #expect(try problem(in: tree.nulled) == nil)
  }

  @Test func `On the scale 0-5 an intensity ends at 5, and a strength does not`() throws {
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("scale", "0-5"))
    #expect(try problem(in: tree)?.expected == .int(0...5))
    tree.apply(.set("target.intensity", 5))
    tree.apply(.set("links", [["id": "l1", "type": "emotion", "intensity": 6]]))
    #expect(try problem(in: tree)?.path == "links.l1.intensity")
  }
}

extension JSON {
  /// The same with nothing at every place that holds no other.
  fileprivate var nulled: JSON {
    switch self {
    case .object(let members):
      .object(JSON.Members(members.map { ($0.key, $0.value.nulled) }, uniquingKeysWith: { $1 }))
    case .array(let elements): .array(elements.filter { $0.object != nil }.map(\.nulled))
    case .null, .bool, .number, .string: .null
    }
  }
}
