import Documents

/// The client does not agree with the guess.
enum H3: Check {
  static let id = "H3"

  static func findings(in document: Checked) -> [Finding] {
    guard document.tree["function"]?["clientAgrees"] == "no" else { return [] }
    return [consider("function", "The client does not agree. What would be nearer?")]
  }
}
