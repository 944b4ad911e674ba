import Documents

/// Where the target interferes with therapy, the therapist's own part is in the record.
enum Q26: Check {
  static let id = "Q26"

  static func findings(in document: Checked) -> [Finding] {
    if document.kind == .missingLinks { return side(document) }
    if document.kind == .agreement { return agreement(document) }
    guard document.tree["target"]?["tier"] == "therapyInterfering", document.text("therapistPart") == nil,
      !document.isAnsweredWithState("therapistPart")
    else { return [] }
    return [consider("therapistPart", "All of this is on the client. What was the therapist's part?")]
  }

  /// Both are bound, and both get in the way at times. No state silences that.
  private static func agreement(_ document: Checked) -> [Finding] {
    var found: [Finding] = []
    let (mine, theirs) = (
      document.elements("therapistAgreements").count, document.elements("clientAgreements").count
    )
    if mine == 0 || theirs > 2 * mine {
      found.append(fix("therapistAgreements", "All of this is on the client. What are you held to?"))
    }
    let examples: Path = "tib.therapistExamples"
    if document.tree[examples]?.array?.contains(where: { $0.string?.trimmed.isEmpty == false }) != true {
      found.append(fix(examples, "All of this is on the client. What do you do that gets in the way?"))
    }
    return found
  }

  /// How it was asked for, started and looked at is the therapist's side.
  private static func side(_ document: Checked) -> [Finding] {
    let path: Path = "therapistSide"
    guard document.tree[path]?.isEmpty ?? true, !document.isAnsweredWithState(path) else { return [] }
    return [consider(path, "All of this is on the client. What was the therapist's side?")]
  }
}
