import Documents

/// What here makes sense was said.
enum Q23: Check {
  static let id = "Q23"

  static func findings(in document: Checked) -> [Finding] {
    guard document.elements("validation").isEmpty, !document.isAnsweredWithState("validation") else { return [] }
    return [fix("validation", "What here made sense? Say it and note it.")]
  }
}
