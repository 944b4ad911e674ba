import Documents

/// Annoyance of 70 and more is settled before anything is said; two flags, or one that does not wait, have a step with a
/// date (spec 7.2, 7.7).
enum Q35: Check {
  static let id = "Q35"

  static func findings(in document: Checked) -> [Finding] {
    var found: [Finding] = []
    let settled: Path = "annoyance.regulated"
    if document.int("annoyance.intensity") ?? 0 >= 70, document.text(settled) == nil,
      !document.isAnsweredWithState(settled)
    {
      found.append(fix("annoyance", "Settle first, or bring it to consultation."))
    }
    let steps: Path = "nextSteps"
    let hasDate = document.elements(steps).contains { document.day($0.path.appending("by")) != nil }
    if Reflection.asksForStep(Reflection(document.tree).flags), !hasDate, !document.isAnsweredWithState(steps) {
      found.append(fix(steps, "Choose one step and a date."))
    }
    return found
  }
}
