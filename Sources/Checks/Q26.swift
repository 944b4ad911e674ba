import Documents

/// Where the target interferes with therapy, the therapist's own part is in the record.
enum Q26: Check {
  static let id = "Q26"

  static func findings(in document: Checked) -> [Finding] {
    guard document.tree["target"]?["tier"] == "therapyInterfering", document.text("therapistPart") == nil,
      !document.isAnsweredWithState("therapistPart")
    else { return [] }
    return [consider("therapistPart", "All of this is on the client. What was the therapist's part?")]
  }
}
