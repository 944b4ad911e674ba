import Documents

/// A thought among the links.
enum Q09: Check {
  static let id = "Q09"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.links.contains(where: { $0["type"] == "thought" }), !document.isAnsweredWithState("links.thought")
    else { return [] }
    return [fix("links.thought", "No thought yet. What went through your mind?")]
  }
}
