import Documents

/// Something is planned for what set the stage, and for what set it off.
enum Q20: Check {
  static let id = "Q20"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.isAnsweredWithState("solutions") else { return [] }
    let planned = Set(document.chosen.compactMap { $0["ref"]?.string })
    var found: [Finding] = []
    let open = document.elements("vulnerabilities").filter { $0["changeable"] != "no" }
    if !open.isEmpty, !open.contains(where: { planned.contains($0.id ?? "") }) {
      found.append(consider("vulnerabilities", "Nothing planned for the setup. One small change?"))
    }
    let event = document.tree["promptingEvent"]
    guard event?.isEmpty == false else { return found }
    var steps: Set<String> = [event?["id"]?.string ?? "p1"]
    if event?["external"] == false, let first = document.links.first?.id { steps.insert(first) }
    if planned.isDisjoint(with: steps) {
      found.append(consider("promptingEvent", "Nothing planned for what set it off. Prevent it, or be ready for it?"))
    }
    return found
  }
}
