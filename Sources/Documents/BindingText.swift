/// Where in a document a sentence can stand that binds somebody, and that is therefore read for a promise not to
/// self-harm, a bar to crisis help, a punishment or an absolute promise (spec 13.4, Q30).
package struct BindingText: Hashable, Sendable {
  package let path: Path
  package let text: String
  /// Whether a promise that everything stays private is looked for too: not in the client's own clauses.
  package let canBeAbsolute: Bool

  /// All of them, in the order of the document.
  package static func all(in tree: JSON) -> [BindingText] {
    var finder = BindingTextFinder(tree: tree)
    finder.find()
    return finder.found
  }
}

private struct BindingTextFinder {
  let tree: JSON
  var found: [BindingText] = []

  mutating func find() {
    for (_, member) in MissingLinks.questions { take(Path([member, "plan", "text"])) }
    for list: Path in ["commitments", "therapistCommitments", "agree.client", "agree.therapist"] { takePromises(list) }
    take("agree.ifNotKept")
    take("agree.ifNotKept.then")
    take("recommitment.clientWords")
    if tree["kind"] == "agreement" { takeAgreement() }
    takeElements("amendments", ["to"], canBeAbsolute: true)
  }

  private mutating func takePromises(_ list: Path) {
    for element in elements(tree[list], at: list) {
      for key in ["text", "measure"] { take(element, key, canBeAbsolute: false) }
      let plans = element.path.appending("troubleshooting")
      for plan in elements(element.tree["troubleshooting"], at: plans) { take(plan, "plan", canBeAbsolute: false) }
    }
  }

  private mutating func takeAgreement() {
    takeElements("clientAgreements", ["text", "measure"])
    takeElements("therapistAgreements", ["text", "measure"], canBeAbsolute: true)
    take("commitment.clientWords")
    takeElements("commitment.obstacles", ["plan"])
    takeElements("attendance.rules", ["whenReachedText"], canBeAbsolute: true)
    take("contact.notFor", canBeAbsolute: true)
    let limits: Path = "confidentiality.limitsListed"
    for limit in elements(tree[limits], at: limits) { take(limit.path, limit.tree, canBeAbsolute: true) }
    take("confidentiality.statement", canBeAbsolute: true)
    take("fees.nonPayment", canBeAbsolute: true)
    takeElements("tib.response", ["do"], canBeAbsolute: true)
    takeElements("groupRules", ["text"], canBeAbsolute: true)
  }

  /// An element with its path: by the path alone one without a usable id would be missed, or another be found.
  private struct Element {
    let path: Path
    let tree: JSON
  }

  private func elements(_ list: JSON?, at path: Path) -> [Element] {
    (list?.array ?? []).enumerated().map { index, element in
      let id = element["id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      return Element(path: Path(path.steps + [id ?? String(index + 1)]), tree: element)
    }
  }

  private mutating func takeElements(_ list: Path, _ keys: [String], canBeAbsolute: Bool = false) {
    for element in elements(tree[list], at: list) {
      for key in keys { take(element, key, canBeAbsolute: canBeAbsolute) }
    }
  }

  private mutating func take(_ element: Element, _ key: String, canBeAbsolute: Bool) {
    take(element.path.appending(key), element.tree[key], canBeAbsolute: canBeAbsolute)
  }

  private mutating func take(_ path: Path, canBeAbsolute: Bool = false) {
    take(path, tree[path], canBeAbsolute: canBeAbsolute)
  }

  private mutating func take(_ path: Path, _ value: JSON?, canBeAbsolute: Bool) {
    guard let text = value?.string, text.contains(where: { !$0.isWhitespace }) else { return }
    found.append(BindingText(path: path, text: text, canBeAbsolute: canBeAbsolute))
  }
}
