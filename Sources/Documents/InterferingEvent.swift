/// A therapy-interfering event as its tree says it (spec 6.1). Never throws: what is absent or of another type reads as
/// absent.
package struct InterferingEvent {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  /// The order of keys in a new document, as in the fixtures.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "who", "category", "description", "therapyMode", "scheduledStart", "actualStart", "minutesLate",
      "noticeGiven", "noticeMinutes", "statedReason", "countsUnder", "addressedOn", "addressedHow", "impact",
      "repairDone", "dismissals", "fieldStates", "answeredBy", "notes", "checkAgain",
    ]
  ]

  package var date: CivilDate? { Envelope(tree).sessionDate }
  package var category: String { text("category") ?? "" }
  package var therapyMode: String? { text("therapyMode") }
  package var scheduledStart: TimeOfDay? { text("scheduledStart").flatMap { TimeOfDay($0) } }
  package var actualStart: TimeOfDay? { text("actualStart").flatMap { TimeOfDay($0) } }
  package var isClients: Bool { who == "client" || who == "both" }
  package var isTherapists: Bool { who == "therapist" || who == "both" }
  /// Whether it tells that there was a session: what happens between two, or is nobody's doing, does not.
  package var isOfASession: Bool {
    who != "system" && !["paymentOverdue", "contactOutsideTerms", "slowReply", "affectsOthers"].contains(category)
  }
  package var addressedOn: CivilDate? { text("addressedOn").flatMap { CivilDate($0) } }
  /// The rule that it was said to count under, or `none`.
  package var countsUnder: String? { text("countsUnder") }

  /// Minutes, as they are written or as the two times make them.
  package var minutesLate: Int? {
    if let minutes = tree["minutesLate"]?.int { return minutes }
    guard let due = scheduledStart, let arrived = actualStart else { return nil }
    return InterferingEvent.minutes(from: due, to: arrived)
  }

  /// Days from the event until it was raised.
  package var daysToRaise: Int? { date.flatMap { date in addressedOn.map { $0 - date } } }

  /// How long after one time of a day another was; past midnight it was the next day. An arrival a little before its
  /// time is no day late.
  package static func minutes(from due: TimeOfDay, to arrived: TimeOfDay) -> Int {
    let minutes = arrived.minutes - due.minutes
    return minutes < -12 * 60 ? minutes + 24 * 60 : max(0, minutes)
  }

  /// The words for what is an interference of nobody's making.
  package static let systemCategories: Set = ["transport", "childcare", "clinicError", "technology", "payer"]

  private var who: String? { text("who") }
  private func text(_ key: String) -> String? { tree[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
}

extension InterferingEvent {
  /// Whether a client's event counts under a rule: because it says so, or, where it says nothing, because it fits.
  package func counts(under rule: AttendanceRule) -> Bool {
    guard let named = countsUnder else { return fits(rule) }
    return named == rule.id
  }

  /// Whether category and minutes fit.
  package func fits(_ rule: AttendanceRule) -> Bool {
    guard let what = rule.what, category == what.rawValue else { return false }
    return what != .late || (minutesLate ?? 0) >= rule.minMinutes
  }
}

extension InterferingEvent {
  /// By day, then by the hour, then as they were written down.
  package var order: (Int, Int, String) {
    (date?.dayNumber ?? 0, scheduledStart?.minutes ?? 0, tree["createdAt"]?.string ?? "")
  }
}
