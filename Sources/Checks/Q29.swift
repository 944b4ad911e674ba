import Documents

/// A graduated response with a way back from each step, and from each rule that ends or suspends; and when this level of
/// care is looked at.
enum Q29: Check {
  static let id = "Q29"

  static func findings(in document: Checked) -> [Finding] {
    var found: [Finding] = []
    func lacks(_ isThere: Bool, _ path: Path) -> Bool { !isThere && !document.isAnsweredWithState(path) }
    let steps = document.elements("tib.response")
    if lacks(!steps.isEmpty, "tib.response") { found.append(fix("tib.response", "What do we do then, step by step?")) }
    for step in steps where lacks(step.text("returnPath") != nil, step.path.appending("returnPath")) {
      found.append(fix(step.path, "Step \(step["step"]?.int ?? Int(step.path.last) ?? 0) has no way back."))
    }
    for rule in document.elements("attendance.rules")
    where ["agreementEnds", "suspendUntil"].contains(rule["whenReached"]?.string)
      && lacks(rule.text("returnText") != nil, rule.path.appending("returnText"))
    {
      found.append(fix(rule.path, "\(rule.path.last) has no way back. When, and how, may one come back?"))
    }
    let criteria: Path = "tib.levelOfCareCriteria"
    let hasCriteria = document.tree[criteria]?.array?.contains { $0.string?.trimmed.isEmpty == false } ?? false
    if lacks(hasCriteria, criteria) {
      found.append(fix(criteria, "When do we look at whether this level of care is enough?"))
    }
    return found
  }
}
