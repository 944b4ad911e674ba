import Documents

extension DocumentShape {
  private static let outcome: Expectation = .word(["kept", "partly", "notKept", "notDue", "replaced"], isOpen: false)

  /// What a conversation holds that no line of its template asks for (spec 6.4, 6.5).
  static let accountability: [Place] = [
    ("about", .word(["client", "therapist"], isOpen: false)), ("events", .texts),
    ("count", .object), ("count.rule", .text), ("count.client", .int(0...100_000)),
    ("count.therapist", .int(0...100_000)), ("count.threshold", .int(0...100_000)),
    ("count.windowSessions", .int(0...100_000)),
    ("count.status", .word(["clear", "some", "near", "reached"], isOpen: false)), ("agreementStep", .int(1...100)),
    ("assessment", .list), ("assessment.*.domain", .word(Accountability.domains, isOpen: false)),
    ("agree.supports", .texts),
    ("agree.client.*.followUpOn", .date), ("agree.client.*.outcome", outcome), ("agree.client.*.outcomeOn", .date),
    ("agree.client.*.outcomeNote", .text), ("agree.client.*.tried", .bool), ("agree.client.*.helped", .int(0...10)),
    ("agree.therapist.*.by", .date), ("agree.therapist.*.outcome", outcome), ("agree.therapist.*.outcomeOn", .date),
    ("agree.therapist.*.outcomeNote", .text),
  ]
}
