import Documents

/// What gets in the way is talked about within a week. That a rule was reached and nobody talked needs other documents.
package enum Q32: Check {
  static let id = "Q32"

  static func findings(in document: Checked) -> [Finding] {
    let path: Path = "addressedOn"
    guard let day = document.day("sessionDate"), document.tree["status"] != "void" else { return [] }
    let named = "\(monthNames[day.month - 1]) \(day.day)"
    if let raised = document.day(path) {
      return raised - day > 7 ? [fix(path, "\(named) was raised \(raised - day) days later. What was in the way?")] : []
    }
    guard !document.isAnsweredWithState(path), let today = document.today, today - day > 7 else { return [] }
    return [fix(path, "\(named) has not been talked about.")]
  }

  /// The same of an event that made a rule be reached, when no conversation followed.
  package static func reached(on day: CivilDate, rule: String) -> Finding {
    fix(
      "countsUnder",
      "The number agreed on (\(rule)) was reached on \(monthNames[day.month - 1]) \(day.day), with no conversation since."
    )
  }
}
