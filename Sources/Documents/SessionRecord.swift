/// A session record as its tree says it (spec 6.0). Never throws: what is absent or of another type reads as absent.
package struct SessionRecord {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case held, missed, cancelledByClient, cancelledByTherapist, cancelledTogether
  }

  /// The order of keys in a new document, as in the fixtures.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "therapyMode", "scheduledStart", "minutes", "outcome", "noticeMinutes", "practice", "outreach",
      "dismissals", "fieldStates", "answeredBy", "notes", "checkAgain",
    ]
  ]

  package var date: CivilDate? { Envelope(tree).sessionDate }
  package var therapyMode: String? { tree["therapyMode"]?.string.flatMap { $0.isEmpty ? nil : $0 } }
  package var scheduledStart: TimeOfDay? { tree["scheduledStart"]?.string.flatMap { TimeOfDay($0) } }
  package var minutes: Int? { tree["minutes"]?.int }
  package var outcome: Outcome? { tree["outcome"]?.string.flatMap(Outcome.init) }
  package var practice: String? { tree["practice"]?.string }
}
