import Documents

/// No promise not to harm oneself, no bar to crisis help, no punishment for either; wherever such a sentence can enter.
enum Q30: Check {
  static let id = "Q30"

  static func findings(in document: Checked) -> [Finding] {
    guard document.isEnglish else { return [] }
    return texts(in: document).compactMap { path, text in
      switch document.wording.promise(in: text) {
      case .promise:
        stop(path, "This reads as a promise not to self-harm. Use a safety plan and a 'work toward' clause instead.")
      case .crisisBar: stop(path, "This reads as a bar to crisis help, which is always open.")
      case .punitive:
        fix(path, "This reads as a consequence for self-harm, hospital or crisis use. What would help instead?")
      case .stayAlive: consider(path, "This asks to stay alive. A safety plan says how.")
      case .none: nil
      }
    }
  }

  /// What a document holds of such sentences: commitments of both sides with their measures and plans, and other plans.
  private static func texts(in document: Checked) -> [(Path, String)] {
    let promises = document.elements("commitments") + document.elements("therapistCommitments")
    let planned = MissingLinks.questions.compactMap { _, member -> (Path, String)? in
      let path = Path([member, "plan", "text"])
      return document.text(path).map { (path, $0) }
    }
    return planned
      + promises.flatMap { promise -> [(Path, String)] in
        var found = ["text", "measure"].compactMap { key in promise.text(key).map { (promise.path.appending(key), $0) }
        }
        let plans = document.elements(promise.path.appending("troubleshooting"))
        found += plans.compactMap { plan in plan.text("plan").map { (plan.path.appending("plan"), $0) } }
        return found
      }
  }
}
