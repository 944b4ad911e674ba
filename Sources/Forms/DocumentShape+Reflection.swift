import Documents

extension DocumentShape {
  /// What a reflection holds that no line of its template asks for (spec 7.1).
  static let reflection: [Place] = [
    ("annoyance.scale", .word(["0-100"], isOpen: false)), ("ownPart.contributions", .texts),
    ("undertreatment.sessionsSinceStart", .int(0...10_000)),
    ("undertreatment.flags", .words(Reflection.flagNames, isOpen: false)),
    ("nextSteps.*.with", .text), ("nextSteps.*.done", .bool), ("nextSteps.*.learned", .text),
    ("nextSteps.*.decision", .text),
  ]
}
