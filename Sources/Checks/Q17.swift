import Documents

/// Every key link has a chosen plan.
enum Q17: Check {
  static let id = "Q17"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.isAnsweredWithState("solutions") else { return [] }
    let planned = Set(document.chosen.compactMap { $0["ref"]?.string })
    return document.links.filter { $0["key"] == true && !planned.contains($0.id ?? "") }.map { link in
      fix(link.path, "\(link.id ?? link.path.last) matters most and has no plan yet.")
    }
  }
}
