import Documents

/// A target that a stranger could act out: six words or more, a day, a place, and how much, how long or how strong.
enum Q01: Check {
  static let id = "Q01"

  static func findings(in document: Checked) -> [Finding] {
    if document.kind == .missingLinks { return expectation(document) }
    let behavior = document.text("target.behavior")
    if (behavior?.wordCount ?? 0) < 6, behavior != nil || !document.isAnsweredWithState("target.behavior") {
      return [fix("target.behavior", "What exactly was done? Six words or more, as a stranger would see it.")]
    }
    if document.day("target.startedAt") == nil, !document.isAnsweredWithState("target.startedAt") {
      return [fix("target.startedAt", "Missing: when. Which day was it, from when to when?")]
    }
    if document.text("target.place") == nil, !document.isAnsweredWithState("target.place") {
      return [fix("target.place", "Missing: place. Where were you?")]
    }
    let amount = document.tree["target"]?["amount"]
    let hasAmount = amount?["value"]?.number != nil || document.text("target.amount.text") != nil
    let measures: [Path] = ["target.amount", "target.durationMinutes", "target.intensity"]
    let isMeasured =
      hasAmount || document.int("target.durationMinutes") != nil || document.int("target.intensity") != nil
    if !isMeasured, !measures.contains(where: document.isAnsweredWithState) {
      return [fix("target.amount", "Missing: how much, how long or how strong. Which can be said?")]
    }
    return []
  }

  /// Of what was expected: what, by when or how often, and of how many times.
  private static func expectation(_ document: Checked) -> [Finding] {
    func lacks(_ isThere: Bool, _ paths: Path...) -> Bool {
      !isThere && !paths.contains(where: document.isAnsweredWithState)
    }
    if lacks(document.text("expected.behavior") != nil, "expected.behavior") {
      return [fix("expected.behavior", "What exactly was to be done?")]
    }
    let isDated = document.day("expected.due") != nil || document.text("expected.recurrence") != nil
    if lacks(isDated, "expected.due", "expected.recurrence") {
      return [fix("expected.due", "Missing: when. By which day, or how often?")]
    }
    let times = document.int("expected.timesExpected")
    if times.map({ $0 < 1 }) ?? lacks(false, "expected.timesExpected") {
      return [fix("expected.timesExpected", "Missing: of how many times?")]
    }
    return []
  }
}
