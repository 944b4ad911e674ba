import Documents

/// The limits of confidentiality, when nobody is reachable and what then, and the crisis resources.
enum Q31: Check {
  static let id = "Q31"

  static func findings(in document: Checked) -> [Finding] {
    var found: [Finding] = []
    func lacks(_ isThere: Bool, _ path: Path) -> Bool { !isThere && !document.isAnsweredWithState(path) }
    func lacksText(_ path: Path) -> Bool { lacks(document.text(path) != nil, path) }
    let limits: Path = "confidentiality.limitsListed"
    let hasLimits = document.tree[limits]?.array?.contains { $0.string?.trimmed.isEmpty == false } ?? false
    if lacks(hasLimits, limits) { found.append(fix("confidentiality", "When might somebody have to be told?")) }
    let isOffered = document.text("contact.offered").map { $0 != "none" } ?? false
    let isUnbounded = isOffered && (lacksText("contact.hours") || lacksText("contact.responseWithin"))
    let rule = document.tree["contact"]?["twentyFourHourRule"]
    if lacksText("contact.notFor") || isUnbounded {
      found.append(fix("contact", "When are you not reachable, and what then?"))
    } else if rule?["enabled"] == true, lacksText("contact.twentyFourHourRule.exceptions") {
      found.append(fix("contact", "The 24-hour rule needs its other half: what is never part of it?"))
    }
    if lacksText("safety.crisisResourceSet") { found.append(fix("safety", "Which crisis resources stand here?")) }
    return found
  }
}
