import Checks
import Documents
import Forms
import TestSupport
import Testing

/// The rows of spec 13.5 that concern a conversation about how two people work together, and each of its parts.
@Suite struct ConversationRows {
  typealias Row = (change: String, changes: [Change], expected: [String])

  static let rows: [Row] = [
    ("nothing", [], []),
    ("judged", [.set("observe", "You are always late and it is careless.")], ["Q33 observe"]),
    ("no number", [.set("observe", "You came after the start again this week.")], ["Q33 observe"]),
    ("nothing seen", [.remove("observe")], ["Q33 observe"]),
    ("a state at what was seen", [.remove("observe"), .set("fieldStates.observe", "declined")], []),
    ("one-sided", [.set("agree.therapist", [])], ["Q33 agree.therapist"]),
    ("the client's side empty", [.set("agree.client", [])], ["Q33 agree.client"]),
    ("raised by the client", [.set("about", "therapist"), .set("agree.client", [])], []),
    ("a promise", [.set("agree.client.k1.text", "I promise not to hurt myself.")], ["Q30 agree.client.k1.text"]),
    ("no validation at 4", [.set("validate", [["level": 2, "text": "You were tired."]])], ["Q33 validate"]),
    ("no impact", [.remove("impact.onTherapy")], ["Q33 impact.onTherapy"]),
    ("no own part", [.set("impact.ownPart", "")], ["Q33 impact.ownPart"]),
    ("no question", [.set("invite", "Tell me what you make of this.")], ["Q33 invite"]),
    ("no way back", [.remove("agree.returnPath")], ["Q33 agree.returnPath"]),
    ("no follow-up", [.set("close.followUpOn", "soon")], ["Q33 close.followUpOn"]),
    (
      "won't before can't",
      [.set("leaning", "willingness")]
        + (1...9).flatMap { number -> [Change] in
          let domain: Path = "assessment"
          let place = domain.appending(String(number))
          return [
            .set(place.appending("rating"), 0), .set(place.appending("evidenceFor"), ""),
            .set(place.appending("evidenceAgainst"), ""),
          ]
        }, ["Q34 assessment"]
    ),
    ("won't, and can't was looked at", [.set("leaning", "willingness"), .set("assessment.6.rating", 2)], []),
  ]

  @Test(arguments: rows.indices) func `A change gives just its findings`(index: Int) throws {
    let row = ConversationRows.rows[index]
    let document = try Fixtures.json("case2-cedar-accountability").applying(row.changes)
    let catalog = BuiltIn.catalog()
    let found = Checks.findings(in: Checked(document, wording: catalog.wording, catalog: catalog))
    #expect(found.map { "\($0.check) \($0.path)" } == row.expected, "\(row.change)")
  }
}
