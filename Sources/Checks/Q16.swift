import Documents

/// Every plan is tied to a step that is there.
enum Q16: Check {
  static let id = "Q16"

  static func findings(in document: Checked) -> [Finding] {
    if document.kind == .missingLinks { return obstacle(document) }
    var steps = Set(
      ["links", "vulnerabilities", "consequences"].flatMap { document.elements(Path($0)) }.compactMap(\.id))
    if let event = document.tree["promptingEvent"]?["id"]?.string { steps.insert(event) }
    return document.solutions.compactMap { solution in
      guard let ref = solution.text("ref") else {
        return document.isAnsweredWithState(solution.path.appending("ref"))
          ? nil : fix(solution.path, "Which step is this for?")
      }
      return steps.contains(ref) ? nil : fix(solution.path, "\(ref) is not there. Which step is this for?")
    }
  }

  /// Where the questions stopped, something was in the way or is planned.
  private static func obstacle(_ document: Checked) -> [Finding] {
    guard let stop = document.stoppedAt else { return [] }
    let paths = [stop.appending("gotInTheWay"), stop.appending("plan.text")]
    guard paths.allSatisfy({ document.text($0) == nil && !document.isAnsweredWithState($0) }) else { return [] }
    return [fix(stop, "What was in the way here?")]
  }
}
