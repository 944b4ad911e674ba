import Documents

/// No promise not to harm oneself, no bar to crisis help, no punishment for either; wherever such a sentence can enter.
enum Q30: Check {
  static let id = "Q30"

  static func findings(in document: Checked) -> [Finding] {
    guard document.isEnglish else { return [] }
    return BindingText.all(in: document.tree).compactMap { said in
      let path = said.path
      return switch document.wording.reading(of: said) {
      case .promise:
        stop(path, "This reads as a promise not to self-harm. Use a safety plan and a 'work toward' clause instead.")
      case .crisisBar: stop(path, "This reads as a bar to crisis help, which is always open.")
      case .punitive:
        fix(path, "This reads as a consequence for self-harm, hospital or crisis use. What would help instead?")
      case .absolute: fix(path, "This promises that everything stays private. Which limits are there?")
      case .stayAlive: consider(path, "This asks to stay alive. A safety plan says how.")
      case nil, .some(.none): nil
      }
    }
  }
}
