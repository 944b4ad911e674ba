import Documents

/// What followed soon, and what follows over the longer run.
enum Q15: Check {
  static let id = "Q15"

  static func findings(in document: Checked) -> [Finding] {
    let timings = document.elements("consequences").compactMap { $0["timing"]?.string }
    let hasSoon = timings.contains("immediate") || timings.contains("shortTerm")
    guard !hasSoon || !timings.contains("longTerm"), !document.isAnsweredWithState("consequences") else { return [] }
    return [
      consider(
        "consequences",
        hasSoon ? "And over weeks, what does it cost or bring?" : "And right after, what changed, even for a minute?")
    ]
  }
}
