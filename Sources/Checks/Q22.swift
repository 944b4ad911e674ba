import Documents

/// A commitment with a day, a measure and a sureness of 7, or a plan for what gets in the way.
enum Q22: Check {
  static let id = "Q22"

  static func findings(in document: Checked) -> [Finding] {
    let commitments = document.elements("commitments")
    if commitments.isEmpty {
      return document.isAnsweredWithState("commitments")
        ? [] : [fix("commitments", "What is one thing, small enough to be true?")]
    }
    return commitments.compactMap { commitment in
      func lacks(_ key: String, _ isThere: Bool) -> Bool {
        !isThere && !document.isAnsweredWithState(commitment.path.appending(key))
      }
      if lacks("by", document.day(commitment.path.appending("by")) != nil) {
        return fix(commitment.path, "By when?")
      }
      if lacks("measure", commitment.text("measure") != nil) { return fix(commitment.path, "How will we know?") }
      // A missing-links look asks for no more (spec 13.2).
      if document.kind == .missingLinks { return nil }
      if lacks("strength", commitment["strength"]?.int != nil) { return fix(commitment.path, "0 to 10, how sure?") }
      if let strength = commitment["strength"]?.int, strength < 7,
        lacks("troubleshooting", commitment["troubleshooting"]?.array?.isEmpty == false)
      {
        return fix(commitment.path, "\(strength) out of 10. Make it smaller, or plan for what gets in the way.")
      }
      return nil
    }
  }
}
