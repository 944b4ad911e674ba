import Checks
import Documents
import Forms
import TestSupport
import Testing

/// The rows of spec 13.5 that concern a single event.
@Suite struct EventRows {
  struct Row: CustomTestStringConvertible, Sendable {
    let change: String
    let today: String
    let expected: [String]
    let apply: @Sendable (inout JSON) -> Void
    init(_ change: String, _ today: String, _ expected: [String], _ apply: @escaping @Sendable (inout JSON) -> Void) {
      self.change = change
      self.today = today
      self.expected = expected
      self.apply = apply
    }
    var testDescription: String { change }
  }

  /// January 28, raised on February 4.
  private static let rows = [
    Row("nothing", "2026-03-11", []) { _ in },
    Row("never addressed, two weeks on", "2026-02-11", ["Q32 addressedOn"]) { $0.apply(.remove("addressedOn")) },
    Row("never addressed, seven days on", "2026-02-04", []) { $0.apply(.remove("addressedOn")) },
    Row("never addressed, eight days on", "2026-02-05", ["Q32 addressedOn"]) { $0.apply(.set("addressedOn", .null)) },
    Row("a date that is none is absent", "2026-02-11", ["Q32 addressedOn"]) { $0.apply(.set("addressedOn", "soon")) },
    Row("addressed eight days later", "2026-03-11", ["Q32 addressedOn"]) {
      $0.apply(.set("addressedOn", "2026-02-05"))
    },
    Row("declined", "2026-02-11", []) {
      $0 = $0.applying([.remove("addressedOn"), .set(Path(["fieldStates", "addressedOn"]), "declined")])
    },
    Row("later, and complete", "2026-02-11", ["Q32 addressedOn"]) {
      $0 = $0.applying([.remove("addressedOn"), .set(Path(["fieldStates", "addressedOn"]), "later")])
    },
    Row("judged", "2026-02-11", ["Q02 description"]) {
      $0.apply(.set("description", "Was careless about time again."))
    },
    Row("vague", "2026-02-11", ["Q02 description"]) { $0.apply(.set("description", "Lost it in the waiting room.")) },
    Row("someone's words", "2026-02-11", []) { $0.apply(.set("description", "Said \"I am lazy\" at the door.")) },
    Row("another language", "2026-02-11", []) {
      $0 = $0.applying([.set("description", "lazy"), .set("lang", "de")])
    },
  ]

  private func findings(_ tree: JSON, on today: String) throws -> [String] {
    let wording = WordingLists(try #require(BuiltIn.tree("wording")))
    let document = Checked(tree, wording: wording, catalog: BuiltIn.catalog(), on: CivilDate(today))
    return Checks.findings(in: document).map { "\($0.check) \($0.path)" }
  }

  @Test(arguments: rows) func `A change of an event gives its findings and no others`(row: Row) throws {
    var tree = try #require(try Fixtures.json("case2-cedar-tib-events").array?[2])
    row.apply(&tree)
    #expect(try findings(tree, on: row.today) == row.expected)
  }

  @Test func `The events and records of case 2 are clean`() throws {
    for name in ["tib-events", "sessions"] {
      for tree in try #require(try Fixtures.json("case2-cedar-\(name)").array) {
        #expect(try findings(tree, on: "2026-03-11") == [])
      }
    }
  }
}
