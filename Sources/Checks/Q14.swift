import Documents

/// Something that makes the behavior likelier, and a guess at what it did.
enum Q14: Check {
  static let id = "Q14"

  static func findings(in document: Checked) -> [Finding] {
    var found: [Finding] = []
    let increases = document.elements("consequences").contains { $0["effect"] == "increases" }
    if !increases, document.tree["target"]?["outcome"] != "urgeResisted", !document.isAnsweredWithState("consequences")
    {
      found.append(fix("consequences", "What did it do for you, even briefly?"))
    }
    if document.text("function.hypothesis") == nil, !document.isAnsweredWithState("function.hypothesis") {
      found.append(fix("function.hypothesis", "What is our best guess at what it did for you?"))
    }
    return found
  }
}
