import Documents

/// Where the target interferes with therapy, the therapist's own part is in the record.
enum Q26: Check {
  static let id = "Q26"

  static func findings(in document: Checked) -> [Finding] {
    if document.kind == .missingLinks { return side(document) }
    guard document.tree["target"]?["tier"] == "therapyInterfering", document.text("therapistPart") == nil,
      !document.isAnsweredWithState("therapistPart")
    else { return [] }
    return [consider("therapistPart", "All of this is on the client. What was the therapist's part?")]
  }

  /// How it was asked for, started and looked at is the therapist's side.
  private static func side(_ document: Checked) -> [Finding] {
    let path: Path = "therapistSide"
    guard document.tree[path]?.isEmpty ?? true, !document.isAnsweredWithState(path) else { return [] }
    return [consider(path, "All of this is on the client. What was the therapist's side?")]
  }
}
