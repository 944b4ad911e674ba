import Documents

/// Every plan is tied to a step that is there.
enum Q16: Check {
  static let id = "Q16"

  static func findings(in document: Checked) -> [Finding] {
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
}
