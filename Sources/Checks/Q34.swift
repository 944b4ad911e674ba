import Documents

/// "Won't" is not concluded until "can't" is examined; no state of an answer silences that.
enum Q34: Check {
  static let id = "Q34"

  static func findings(in document: Checked) -> [Finding] {
    let conversation = Accountability(document.tree)
    guard document.tree["leaning"] == "willingness" else { return [] }
    guard let open = Accountability.beforeWillingness.first(where: { !conversation.isExamined($0) }) else { return [] }
    let name = open == "healthSeverity" ? "health" : open
    return [fix("assessment", "Before ‘won't’: what shows that they could? Not looked at yet: \(name).")]
  }
}
