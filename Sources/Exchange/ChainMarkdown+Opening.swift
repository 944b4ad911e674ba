import Documents

extension ChainPage {
  /// How it began: distress, the diary card, and what was promised last time.
  var opening: [String?] {
    let orientation = answers["orientation"]
    let facts = MarkdownPage.list([
      choice("All right to begin", orientation["permission"]), distress(orientation), card(orientation["card"]),
      fact("Minutes there were", orientation["minutesAvailable"]),
    ])
    return [facts] + priorCommitments(orientation["priorCommitments"])
  }

  /// Distress is rated 0 to 100 whatever the document's scale.
  private func distress(_ orientation: Answer) -> String? {
    let start = orientation["arousalStart"].said.map { "\($0) at the start" }
    let end = orientation["arousalEnd"].said.map { "\($0) at the end" }
    return [start, end].compactMap { $0 }.joinedIfAny(by: ", ").map { "**Distress, of 100:** \($0)" }
  }

  private func card(_ card: Answer) -> String? {
    guard let status = card["status"].words ?? card.state else { return nil }
    guard let done = card["done"].said, let days = card["of"].said else { return "**Diary card:** \(status)" }
    return "**Diary card:** \(status), \(done) of \(days) days"
  }

  private func priorCommitments(_ list: Answer) -> [String?] {
    let items = list.items.map { item in
      let outcome = ChainPage.outcome(item)
      let head = [item["ref"].saidAtLineStart, outcome].compactMap { $0 }.joined(separator: ", ")
      return head.isEmpty ? item["note"].saidAtLineStart : item["note"].said.map { "\(head): \($0)" } ?? head
    }
    guard !items.isEmpty else { return [list.state.map { "**Promised last time:** \($0)" }] }
    return ["**Promised last time:**", MarkdownPage.list(items)]
  }

  /// What became of a promise, with the day.
  static func outcome(_ item: Answer) -> String? {
    guard let outcome = item["outcome"].words else { return nil }
    let said = outcome == "partly" ? "partly kept" : outcome
    return item["outcomeOn"].said.map { "\(said) on \($0)" } ?? said
  }

  /// What was asked, what was said, and whether the full check was made.
  var safety: [String?] {
    let gate = answers["safetyGate"]
    if gate.value == nil { return [gate.state?.capitalizedFirst] }
    let asked = gate["asked"]
    return [
      MarkdownPage.list(
        [
          choice("Hurt on purpose, or tried to die, since last time", asked["selfHarm"]),
          choice("Thoughts of suicide, or urges to self-harm", asked["suicidal"]),
          choice("Being hurt or threatened, or close to hurting someone", asked["harm"]),
          asked.state.map { "**Asked:** \($0)" },
        ] + fullCheck(gate) + [fact("Alcohol or sedatives", gate["alcoholMedicalCheck"])])
    ]
  }

  private func fullCheck(_ gate: Answer) -> [String?] {
    let reason = gate["reason"]
    guard gate["required"].value?.bool == true else {
      guard gate["required"].value?.bool == false else { return [fact("Reason", reason)] }
      return ["**Full check:** not needed." + (reason.said.map { " \($0)" } ?? "")]
    }
    return [
      "**Full check:** needed." + (reason.said.map { " \($0)" } ?? ""),
      choice("A clinician is present", gate["clinicianPresent"]),
      choice("Danger now", gate["currentDanger"]),
      choice("Medical need", gate["medicalNeed"]),
      choice("Risk assessment", gate["riskAssessment"]),
      fact("Method", gate["method"]),
      fact("Why it goes on without", gate["riskReason"]),
      fact("Safety plan reviewed", gate["safetyPlanReviewed"]),
      choice("Means safety discussed", gate["meansSafety"]),
      fact("Written down in", gate["documentedElsewhere"]),
      choice("Consultation planned", gate["consultPlanned"]),
    ]
  }
}
