import Documents

/// A chosen plan says what hands and feet do: six words or more.
enum Q18: Check {
  static let id = "Q18"

  static func findings(in document: Checked) -> [Finding] {
    document.chosen.compactMap { solution in
      let plan = solution.text("plan")
      if plan == nil, document.isAnsweredWithState(solution.path.appending("plan")) { return nil }
      return (plan?.wordCount ?? 0) < 6 ? fix(solution.path, "When, where, with what?") : nil
    }
  }
}
