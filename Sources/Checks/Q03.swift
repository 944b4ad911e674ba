import Documents

/// A generalizing word in the behavior: one time is wanted.
enum Q03: Check {
  static let id = "Q03"

  static func findings(in document: Checked) -> [Finding] {
    guard document.isEnglish, let text = document.text("target.behavior") else { return [] }
    var words = document.wording.matches(.generalizing, in: text)
    if document.day("target.startedAt") == nil {
      words += document.wording.matches(.generalizingWithoutStart, in: text)
    }
    return words.isEmpty ? [] : [fix("target.behavior", "\(quoted(words)): one time only. Which day?")]
  }
}
