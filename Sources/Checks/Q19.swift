import Documents

/// One of the chosen plans was tried out.
enum Q19: Check {
  static let id = "Q19"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.chosen.isEmpty, !document.chosen.contains(where: { $0["rehearsed"] == true }),
      !document.isAnsweredWithState("solutions")
    else { return [] }
    return [fix("solutions", "Try one now, two minutes.")]
  }
}
