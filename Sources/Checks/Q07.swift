import Documents

/// Enough links for a stranger to follow: five, or three in the short form.
enum Q07: Check {
  static let id = "Q07"

  static func findings(in document: Checked) -> [Finding] {
    guard document.links.count < (document.isShort ? 3 : 5), !document.isAnsweredWithState("links") else { return [] }
    return [fix("links", "A stranger could not follow this yet. What lay between the event and the behavior?")]
  }
}
