import Documents

/// From when, until when, and looked at again within three months.
enum Q27: Check {
  static let id = "Q27"

  static func findings(in document: Checked) -> [Finding] {
    var found: [Finding] = []
    func lacks(_ path: Path) -> Bool { document.day(path) == nil && !document.isAnsweredWithState(path) }
    let (start, end, review) = (document.day("effective"), document.day("ends"), document.day("reviewOn"))
    if lacks("effective") { found.append(fix("effective", "From which day on?")) }
    let isOpen = document.tree["openEnded"] == true
    if lacks("ends"), !isOpen { found.append(fix("ends", "Until when? Or is it open, with a review?")) }
    if let start, let end, end <= start { found.append(fix("ends", "It ends before it begins. Until when?")) }
    if lacks("reviewOn") {
      found.append(fix("reviewOn", "No review within three months. Pick a date."))
    } else if let review {
      if let start, review - start > 92 {
        found.append(fix("reviewOn", "No review within three months. Pick a date."))
      } else if let end, review > end {
        found.append(fix("reviewOn", "The review comes after the end. Pick a date before it."))
      }
    }
    return found
  }
}
