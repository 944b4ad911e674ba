import Documents

/// A vague or judging word in the behavior, or in what an event says: it stands where a camera's record should be.
enum Q02: Check {
  static let id = "Q02"

  static func findings(in document: Checked) -> [Finding] {
    let path: Path = document.kind == .tibEvent ? "description" : "target.behavior"
    guard document.isEnglish, let text = document.text(path) else { return [] }
    let words = document.wording.matches(.vague, in: text) + document.wording.matches(.judgmental, in: text)
    guard !words.isEmpty else { return [] }
    return [fix(path, "\(quoted(words)): if a camera had been on, what would it have recorded?")]
  }
}

/// Words as they are quoted in a finding.
func quoted(_ words: [String]) -> String { words.map { "‘\($0)’" }.joined(separator: ", ") }
