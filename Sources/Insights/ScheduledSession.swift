import Documents

/// A session that was scheduled, as the record has it: its own record, what was logged on its date, or both (spec 5.F).
struct ScheduledSession {
  let date: CivilDate
  let start: TimeOfDay?
  /// Nothing where only a document that was written in it says so.
  let mode: String?
  let record: SessionRecord?
  var events: [InterferingEvent] = []

  /// The therapist called it off, or both did together: it counts for nobody.
  var isCalledOff: Bool {
    switch record?.outcome {
    case .cancelledByTherapist, .cancelledTogether: true
    case .held, .missed, .cancelledByClient: false
    case nil: events.contains { $0.isTherapists && $0.category == "cancelledShortNotice" }
    }
  }

  /// Without a record, what was logged in it says that it was held, unless it says that nobody came.
  var isAttended: Bool {
    switch record?.outcome {
    case .held: true
    case .missed, .cancelledByClient, .cancelledByTherapist, .cancelledTogether: false
    case nil: !isCalledOff && !events.contains { $0.isClients && $0.category == "missed" }
    }
  }

  /// Whether it counts under a rule. A record that says missed counts as the event that nobody logged beside it.
  func counts(under rule: AttendanceRule) -> Bool {
    let own = events.filter(\.isClients)
    if own.contains(where: { $0.counts(under: rule) }) { return true }
    return rule.what == .missed && record?.outcome == .missed && !own.contains { $0.category == "missed" }
  }

  func isTherapists(of rule: AttendanceRule) -> Bool {
    events.contains { $0.isTherapists && $0.category == rule.what?.therapists }
  }

  /// Group sessions are a row of their own: missing four of either ends what the rule is about.
  var isGroup: Bool { mode == "group" }

  /// The Monday of its week, by its number.
  var week: Int { (date.dayNumber + 3) / 7 }
}
