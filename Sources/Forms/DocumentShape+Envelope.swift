import Documents

extension DocumentShape {
  /// What every document may hold (spec 2.1).
  static let envelope: [Place] = [
    ("schema", .text), ("id", .id), ("kind", .text), ("synthetic", .bool), ("clientRef", .code),
    ("therapistRef", .text), ("createdAt", .instant), ("updatedAt", .instant), ("sessionDate", .date),
    ("sessionNumber", .int(1...100_000)),
    ("mode", .word(["inSession", "betweenSessions", "therapistOnly"], isOpen: false)),
    ("status", .word(["draft", "complete", "active", "reviewed", "superseded", "void"], isOpen: false)),
    (
      "recordClass",
      .word(["clinicalRecord", "clientCopy", "psychotherapyNote", "private", "administrative"], isOpen: false)
    ),
    ("related", .list),
    (
      "related.*.rel",
      .word(
        [
          "reviews", "with", "target", "under", "triggeredBy", "uses", "about", "amends", "creates", "supersededBy",
        ], isOpen: false)
    ),
    ("related.*.id", .text), ("form", .word(["full", "short"], isOpen: false)),
    ("scale", .word(["0-100", "0-5"], isOpen: false)), ("lang", .language),
    ("dismissals", .list), ("dismissals.*.check", .text), ("dismissals.*.path", .text), ("dismissals.*.reason", .text),
    ("dismissals.*.by", .text), ("dismissals.*.at", .moment),
    (
      "fieldStates.@",
      .word(["unknown", "declined", "later", "notApplicable", "noneIdentified"], isOpen: false)
    ),
    ("answeredBy.@", .word(Voice.allCases.map(\.rawValue), isOpen: false)),
    ("notes", .list), ("notes.*.id", .text), ("notes.*.path", .text), ("notes.*.text", .text), ("notes.*.by", .text),
    ("notes.*.at", .moment), ("checkAgain", .texts),
  ]

  /// What a missing-links analysis holds that no line of its template asks for (spec 4).
  static let missingLinks: [Place] = [
    ("stoppedAt", .word(["q1", "q2", "q3", "q4", "none"], isOpen: false)),
    ("validation", .list), ("validation.*.ref", .text), ("validation.*.level", .int(1...6)),
    ("validation.*.text", .text), ("commitments.*.followUpOn", .date),
    ("commitments.*.outcome", .word(["kept", "partly", "notKept", "notDue", "replaced"], isOpen: false)),
    ("commitments.*.outcomeOn", .date), ("commitments.*.outcomeNote", .text), ("commitments.*.tried", .bool),
    ("commitments.*.helped", .int(0...10)),
  ]

  private static let therapyMode: Place = (
    "therapyMode", .word(["individual", "group", "phone", "telehealth", "other"], isOpen: false)
  )
  /// Minutes before the hour, negative after it.
  private static let noticeMinutes: Place = ("noticeMinutes", .int(-1440...525_600))

  /// What an event holds that no line of its template asks for (spec 6.1): either side's categories, and what follows.
  static func interferingEvent(_ template: Template) -> [Place] {
    let categories = ["clientCategory", "therapistCategory"].flatMap { template.options[$0]?.all.map(\.value) ?? [] }
    return [
      ("who", .word(["client", "therapist", "both", "system"], isOpen: false)),
      ("category", .word(categories.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, isOpen: false)),
      ("description", .text), therapyMode, ("scheduledStart", .time), ("actualStart", .time),
      ("minutesLate", .int(0...1440)),
      ("noticeGiven", .word(["none", "lateNotice", "inTime"], isOpen: false)), noticeMinutes,
    ]
  }

  /// What a session record holds that no line of its template asks for (spec 6.0).
  static let session: [Place] = [
    therapyMode, ("scheduledStart", .time), ("minutes", .int(0...1440)), noticeMinutes,
  ]

  /// What a chain holds that no line of its template asks for (spec 3).
  static func chain(_ template: Template) -> [Place] {
    let outcome = Expectation.word(
      template.options["outcomeOfCommitment"]?.all.map(\.value)
        ?? ["kept", "partly", "notKept", "notDue", "replaced"], isOpen: false)
    return [
      ("validation", .list), ("validation.*.ref", .text), ("validation.*.level", .int(1...6)),
      ("validation.*.text", .text), ("orientation.priorCommitments", .list),
      ("orientation.priorCommitments.*.ref", .text), ("orientation.priorCommitments.*.outcome", outcome),
      ("safetyGate.required", .bool), ("links.*.dayOffset", .int(-30...30)), ("promptingEvent.id", .text),
      ("promptingEvent.askedOutside", .bool), ("consequences.*.harmTo", .texts),
      ("commitments.*.followUpOn", .date), ("commitments.*.outcome", outcome), ("commitments.*.outcomeOn", .date),
      ("commitments.*.outcomeNote", .text), ("commitments.*.tried", .bool), ("commitments.*.helped", .int(0...10)),
      ("therapistCommitments.*.by", .date), ("therapistCommitments.*.outcome", outcome),
      ("therapistCommitments.*.outcomeOn", .date), ("therapistCommitments.*.outcomeNote", .text),
    ]
  }
}
