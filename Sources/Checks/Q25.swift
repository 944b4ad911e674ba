import Documents

/// Every commitment is looked at again on a day.
enum Q25: Check {
  static let id = "Q25"

  static func findings(in document: Checked) -> [Finding] {
    document.elements("commitments").compactMap { commitment in
      let path = commitment.path.appending("followUpOn")
      guard document.day(path) == nil, !document.isAnsweredWithState(path) else { return nil }
      return fix(commitment.path, "When will we look at this again?")
    }
  }
}
