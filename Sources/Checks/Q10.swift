import Documents

/// In the full form, every other kind of link: body, urge and action, and something around.
enum Q10: Check {
  static let id = "Q10"

  static func findings(in document: Checked) -> [Finding] {
    guard !document.isShort else { return [] }
    let used = Set(document.links.compactMap { $0["type"]?.string })
    var questions: [String] = []
    func asks(_ type: String, _ question: String) {
      if !used.contains(type), !document.isAnsweredWithState(Path(["links", type])) { questions.append(question) }
    }
    asks("body", "No body sensation so far. Anything in the body?")
    asks("urge", "No urge so far. Was there a moment of wanting to?")
    asks("action", "Nothing done so far. What did you do on the way?")
    let hasEvent =
      document.text("promptingEvent.description") != nil || document.isAnsweredWithState("promptingEvent.description")
    if !hasEvent { asks("event", "Nothing around you so far. What happened there?") }
    return questions.isEmpty ? [] : [consider("links", questions.joined(separator: " "))]
  }
}
