import Documents

/// A feeling among the links.
enum Q08: Check {
  static let id = "Q08"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.links.contains(where: { $0["type"] == "emotion" }), !document.isAnsweredWithState("links.emotion")
    else { return [] }
    let times = document.links.compactMap { $0["at"]?.string.flatMap { TimeOfDay($0) } }
    guard let first = times.first, let last = times.last, first != last else {
      return [fix("links.emotion", "No feeling in the links. What did you feel?")]
    }
    return [fix("links.emotion", "No feeling in the links. What did you feel between \(first) and \(last)?")]
  }
}
