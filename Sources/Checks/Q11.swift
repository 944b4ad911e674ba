import Documents

/// A feeling is named as one, with its strength; what someone did to a person is a thought about it.
enum Q11: Check {
  static let id = "Q11"

  static func findings(in document: Checked) -> [Finding] {
    let families = Set(document.catalog.emotions.map(\.family) + ["other"])
    return document.links.filter { $0["type"] == "emotion" }.compactMap { link in
      let isKnown = link["emotion"]?.string.map(families.contains) ?? false
      if !isKnown, !document.isAnsweredWithState(link.path.appending("emotion")) {
        return fix(link.path, "Keep it as a thought. Which emotion came with it?")
      }
      if document.isEnglish, let text = link.text("text"), document.wording.isInterpretation(text) {
        return fix(
          link.path, "That may be a thought about what someone did. Keep it as a thought. What emotion came with it?")
      }
      if link["intensity"]?.int == nil, !document.isAnsweredWithState(link.path.appending("intensity")) {
        return consider(link.path, "How strong was it?")
      }
      return nil
    }
  }
}
