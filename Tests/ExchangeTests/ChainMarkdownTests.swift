import Documents
import Exchange
import TestSupport
import Testing

private let crisisLine = "Call 911 or go to the nearest emergency department"

private func page(_ document: JSON) -> String {
  chainMarkdown(document, crisisLine: crisisLine) { skillNames[$0] }
}

@Suite("A chain as Markdown") struct ChainMarkdownTests {
  @Test(
    "reads as the recorded page", arguments: ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"])
  func pages(name: String) throws {
    try expectSnapshot(page(Fixtures.json(name)), at: "Pages/\(name).md")
  }

  @Test("of nothing at all is still a page")
  func empty() throws {
    try expectSnapshot(page([:]), at: "Pages/empty.md")
  }

  @Test("says in words what was not said")
  func states() throws {
    try expectSnapshot(page(unsaid), at: "Pages/states.md")
  }

  @Test("has the therapist's notes and dismissed findings nowhere")
  func leftOut() throws {
    let document = try Fixtures.json("case1-maple-chain").applying([
      .set("notes", [["id": "n1", "path": "links.l2", "text": "HIDDEN one"]]),
      .set("dismissals", [["check": "Q05", "path": "links", "reason": "HIDDEN two"]]),
      .set("answeredBy", ["links.l2": "therapist HIDDEN"]), .set("checkAgain", ["links.l3 HIDDEN"]),
    ])
    #expect(page(document) == page(try Fixtures.json("case1-maple-chain")))
  }

  @Test("never fails on values of the wrong type")
  func wrongTypes() throws {
    let document = try Fixtures.json("case1-maple-chain")
    let wrong: [JSON] = [nil, true, 7, "text", [], [:], [[:]], ["text"], [nil, [[]]]]
    for key in document.object?.keys ?? [] {
      for value in wrong { #expect(page(document.applying([.set(Path([key]), value)])).hasSuffix("\(crisisLine).\n")) }
    }
  }
}

/// A chain in which much was asked and not answered.
private let unsaid: JSON = [
  "id": "chain-20260209-k3f9", "kind": "chain", "clientRef": "SYN-MAPLE", "sessionDate": "2026-02-09",
  "status": "draft",
  "scale": "0-5",
  "orientation": ["arousalStart": 4],
  "target": [
    "tier": "lifeThreatening", "tags": ["selfHarm"], "behavior": "Pressed a burn into the left arm.\nOnce.",
    "startedAt": "2026-02-07", "startedAtPart": "evening", "intensity": 4, "amount": ["text": "about half a packet"],
    "alsoHappened": [["text": "Three beers", "tier": "qualityOfLife"]], "outcome": "partly",
  ],
  "safetyGate": [
    "asked": ["selfHarm": "yes", "harm": "unsure"], "required": true, "clinicianPresent": true, "currentDanger": "no",
    "medicalNeed": "no", "riskAssessment": "doneToday", "method": "local form", "safetyPlanReviewed": "2026-02-09",
    "meansSafety": "yes", "documentedElsewhere": "progress note 2026-02-09", "consultPlanned": "notNeeded",
  ],
  "promptingEvent": [
    "id": "p1", "description": "A picture of the old flat.", "external": false,
    "internalCue": "An image that came by itself",
    "askedOutside": true,
  ],
  "links": [
    ["id": "l2", "type": "event", "text": "(blank)", "dayOffset": -1, "at": "23:50"],
    ["id": "l1", "type": "emotion", "text": "Hot all over", "emotion": "anger", "layer": "surface", "intensity": 4],
    [
      "id": "l3", "type": "urge", "text": "To get rid of it", "at": "00:20", "dayOffset": 1,
      "tried": ["skill": "dt.stop", "helped": 3], "note": "safety behavior",
    ],
  ],
  "solutions": [
    ["id": "s1", "ref": "l3", "kind": "skill", "skill": "x-iceHolding", "plan": "Hold ice", "chosen": true]
  ],
  "repair": ["safeToContact": "no"],
  "commitments": [
    ["id": "k1", "text": "Call before.", "solutionRefs": ["s1"], "outcome": "notKept", "outcomeOn": "2026-02-16"]
  ],
  "fieldStates": [
    "orientation.priorCommitments": "noneIdentified", "orientation.card": "later", "target.place": "declined",
    "safetyGate.asked.suicidal": "declined", "vulnerabilities": "noneIdentified", "promptingEvent.at": "unknown",
    "links.l1.at": "unknown", "links.l3.intensity": "later", "links.body": "noneIdentified", "consequences": "later",
    "function.hypothesis": "unknown", "repair.indicated": "later", "commitments.k1.by": "notApplicable",
    "therapistCommitments": "later", "summary": "declined",
  ],
]

private let skillNames = [
  "er.please": "PLEASE", "dt.burningBridges": "Burning Bridges", "er.copeAhead": "Cope Ahead",
  "er.checkFacts": "Check the Facts", "dt.tip.pacedBreathing": "TIP: paced breathing",
  "er.oppositeAction": "Opposite Action", "dt.stop": "STOP", "ie.dearMan": "DEAR MAN",
]
