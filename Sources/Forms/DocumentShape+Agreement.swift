import Documents

extension DocumentShape {
  /// What an agreement holds that no line of its template asks for (spec 5).
  static let agreement: [Place] = [
    ("version", .int(1...1000)), ("supersedes", .id), ("reviewEveryWeeks", .int(1...520)),
    ("sessionBudget", .object), ("sessionBudget.sessions", .int(1...10_000)), ("sessionBudget.per", .text),
    ("targets.*.order", .int(1...1000)), ("format.modes.*.minutes", .int(1...1440)),
    ("attendance.rules.*.minMinutes", .int(0...1440)), ("attendance.rules.*.stage", .int(0...1000)),
    ("attendance.rules.*.modes", .texts),
    (
      "attendance.rules.*.basis",
      .word(["consecutive", "consecutiveWeeks", "rolling", "cumulative", "percent", "fixedPeriod"], isOpen: false)
    ),
    ("attendance.rules.*.windowSessions", .int(0...10_000)), ("attendance.rules.*.windowDays", .int(0...10_000)),
    ("attendance.rules.*.periodWeeks", .int(0...1000)), ("attendance.rules.*.clearsWhen", .object),
    ("attendance.rules.*.clearsWhen.attended", .int(0...10_000)),
    ("attendance.rules.*.clearsWhen.of", .int(0...10_000)), ("attendance.rules.*.grace", .text),
    ("attendance.rules.*.therapistCancelledCounts", .bool),
    ("contact.twentyFourHourRule.hours", .int(0...10_000)), ("contact.twentyFourHourRule.appliesTo", .text),
    ("confidentiality.statement", .text), ("fees.waiver", .text), ("fees.dispute", .text),
    ("safety.crisisResourceSet", .text), ("safety.noSuicidePromiseUsed", .bool),
    ("tib.response", .list), ("tib.response.*.step", .int(1...100)), ("commitment.obstacles", .list),
    ("ending.clientMayStop", .bool), ("ending.notPunishment", .bool),
    ("groupRules", .list), ("groupRules.*.id", .text), ("groupRules.*.text", .text),
    ("thirdParties", .list), ("thirdParties.*.who", .text), ("thirdParties.*.toldWhat", .text),
    ("thirdParties.*.consentOn", .date), ("complaints", .text),
    ("signatures", .list), ("signatures.*.role", .word(["client", "therapist"], isOpen: false)),
    ("signatures.*.name", .text), ("signatures.*.method", .word(["typed", "wetInk", "verbalRecorded"], isOpen: false)),
    ("signatures.*.at", .moment), ("signatures.*.version", .int(1...1000)), ("signatures.*.sha256", .text),
    ("amendments", .list), ("amendments.*.clause", .text), ("amendments.*.from", .text), ("amendments.*.to", .text),
    ("amendments.*.why", .text), ("amendments.*.proposedBy", .word(["client", "therapist", "both"], isOpen: false)),
    ("amendments.*.effective", .date),
  ]
}
