import Documents

extension DocumentShape {
  /// Of a kind that no form asks for: what attune writes by itself, and what one line gives.
  package init?(formless kind: Kind) {
    let places: [Place]
    switch kind {
    case .measure: places = [("name", .text), ("total", .number), ("on", .date)]
    case .note: places = [("about", .text), ("path", .text), ("text", .text)]
    case .review: places = DocumentShape.clientReview
    case .transcript: places = DocumentShape.transcript
    case .chain, .missingLinks, .agreement, .agreementReview, .tibEvent, .accountability, .reflection, .session:
      return nil
    }
    var root = ShapeNode()
    for place in DocumentShape.envelope + places { root.put(place.expected, at: place.path.steps[...]) }
    self.root = root
  }

  private static let count = Expectation.int(0...1_000_000)

  /// A review of a client's course (spec 8.2).
  private static let clientReview: [Place] =
    [
      ("window.from", .date), ("window.to", .date), ("documents", count), ("chains", count), ("questions", .texts),
      ("words", .object), ("courses", .object), ("flags", .list), ("flags.*.flag", .text), ("flags.*.why", .text),
      ("R1.*.ref", .text), ("R1.*.by", .date), ("R1.*.text", .text), ("R3.kept", .number), ("R3.notKept", .number),
      ("R4.byWeek.*.week", .date), ("R4.byWeek.*.count", count), ("R4.last4Weeks", count), ("R5.resisted", count),
      ("R5.of", count), ("R6.peaks.*.ref", .text), ("R6.peaks.*.value", .int(0...100)), ("R6.slope", .number),
      ("R11.uncoveredTypes", .texts), ("R11.unusedModules", .texts), ("R11.dominantSkill", .text),
      ("R12.*.skill", .text), ("R12.*.planned", count), ("R12.*.rehearsed", count), ("R12.*.tried", count),
      ("R12.*.helped", .number), ("R13.*.check", .text), ("R13.*.n", count), ("R14.rules", .list),
      ("R15.days.*.ref", .text), ("R15.days.*.days", .int(-100_000...100_000)), ("R15.median", .number),
      ("R15.max", .number), ("R16.withPlan", count), ("R16.recurred", count), ("R16.of", count), ("R17.id", .text),
      ("R17.version", .int(1...1000)), ("R17.reviewOn", .date), ("R17.daysToReview", .int(-1_000_000...1_000_000)),
      ("R18.*.ref", .text), ("R18.*.by", .date), ("R19.*.ref", .text), ("R19.*.what", .text), ("R20.*.name", .text),
      ("R20.*.first", .int(-1_000_000...1_000_000)), ("R20.*.last", .int(-1_000_000...1_000_000)),
      ("R20.*.change", .int(-1_000_000...1_000_000)), ("R20.*.reliable", .bool), ("R20.*.on", .date),
      ("R21.validation", count), ("R21.solutions", count), ("R21.accountability", count),
    ]
    + ["R7", "R8", "R9", "R10", "R22"].flatMap { part -> [Place] in
      [(Path([part, "*", "what"]), .text), (Path([part, "*", "n"]), count), (Path([part, "*", "of"]), count)]
    }
    + ["client", "therapist"].flatMap { side -> [Place] in
      ["kept", "partly", "notKept"].map { (Path(["R2", side, $0]), count) }
        + ["kept", "partly", "notKept", "notDue"].map { (Path(["R17", side, $0]), count) }
        + [
          (Path(["R14", side, "*", "category"]), .text), (Path(["R14", side, "*", "n"]), count),
          (Path(["R14", side, "*", "minutes"]), .int(-1_000_000...1_000_000)),
        ]
    }

  /// A session as it was said, turn by turn (spec 8.3).
  private static let transcript: [Place] = [
    ("origin", .word(["imported"], isOpen: false)), ("entries.*.time", .instant), ("entries.*.at", .number),
    ("entries.*.voice", .text), ("entries.*.speaker", .text), ("entries.*.answer", .text),
    ("entries.*.command", .text), ("entries.*.said", .text), ("entries.*.half", .text), ("entries.*.prompt", .text),
    ("entries.*.state", .text), ("entries.*.key", .text), ("entries.*.end", .text), ("entries.*.run", .object),
    ("annotations.*.index", .int(0...1_000_000)), ("annotations.*.tag", .text), ("annotations.*.note", .text),
  ]
}
