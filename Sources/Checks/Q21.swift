import Documents

/// Harm to someone else is put right, or there is a reason why not.
enum Q21: Check {
  static let id = "Q21"

  static func findings(in document: Checked) -> [Finding] {
    let harmed = document.elements("consequences").flatMap { $0["harmTo"]?.array ?? [] }.compactMap(\.string)
      .filter { $0 != "self" && !$0.trimmed.isEmpty }
    guard let first = harmed.first else { return [] }
    let isRepaired =
      document.tree["repair"]?["indicated"] == true && !document.elements("repair.items").isEmpty
    let paths: [Path] = ["repair.reason", "repair.items"]
    guard !isRepaired, document.text("repair.reason") == nil, !paths.contains(where: document.isAnsweredWithState)
    else {
      return []
    }
    return [fix("repair", "Affected: \(first). What would put that right, if it is safe?")]
  }
}
