import Documents

/// Every key link has a chosen plan.
enum Q17: Check {
  static let id = "Q17"

  static func findings(in document: Checked) -> [Finding] {
    if document.kind == .missingLinks { return plan(document) }
    guard !document.isAnsweredWithState("solutions") else { return [] }
    let planned = Set(document.chosen.compactMap { $0["ref"]?.string })
    return document.links.filter { $0["key"] == true && !planned.contains($0.id ?? "") }.map { link in
      fix(link.path, "\(link.id ?? link.path.last) matters most and has no plan yet.")
    }
  }

  /// Where the questions stopped, there is a plan.
  private static func plan(_ document: Checked) -> [Finding] {
    guard let stop = document.stoppedAt else { return [] }
    let path = stop.appending("plan.text")
    guard document.text(path) == nil, !document.isAnsweredWithState(path) else { return [] }
    return [fix(stop, "It stopped here, and there is no plan yet. What would bring it about?")]
  }
}
