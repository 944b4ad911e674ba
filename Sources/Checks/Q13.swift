import Documents

/// One to three key links.
enum Q13: Check {
  static let id = "Q13"

  static func findings(in document: Checked) -> [Finding] {
    let count = document.links.count { $0["key"] == true }
    guard count == 0 && !document.isAnsweredWithState("links.key") || count > 3 else { return [] }
    return [fix("links.key", "Which one to three steps, if changed, would change the ending?")]
  }
}
