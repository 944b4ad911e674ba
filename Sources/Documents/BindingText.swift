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
    for path in elements(list) {
      for key in ["text", "measure"] { take(path.appending(key)) }
      takeElements(path.appending("troubleshooting"), ["plan"])
    }
  }

  private mutating func takeAgreement() {
    takeElements("clientAgreements", ["text", "measure"])
    takeElements("therapistAgreements", ["text", "measure"], canBeAbsolute: true)
    take("commitment.clientWords")
    takeElements("commitment.obstacles", ["plan"])
    takeElements("attendance.rules", ["whenReachedText"], canBeAbsolute: true)
    take("contact.notFor", canBeAbsolute: true)
    for path in elements("confidentiality.limitsListed") { take(path, canBeAbsolute: true) }
    take("confidentiality.statement", canBeAbsolute: true)
    take("fees.nonPayment", canBeAbsolute: true)
    takeElements("tib.response", ["do"], canBeAbsolute: true)
    takeElements("groupRules", ["text"], canBeAbsolute: true)
  }

  private func elements(_ list: Path) -> [Path] {
    (tree[list]?.array ?? []).enumerated().map { list.appending($1["id"]?.string ?? String($0 + 1)) }
  }

  private mutating func takeElements(_ list: Path, _ keys: [String], canBeAbsolute: Bool = false) {
    for path in elements(list) {
      for key in keys { take(path.appending(key), canBeAbsolute: canBeAbsolute) }
    }
  }

  private mutating func take(_ path: Path, canBeAbsolute: Bool = false) {
    guard let text = tree[path]?.string, text.contains(where: { !$0.isWhitespace }) else { return }
    found.append(BindingText(path: path, text: text, canBeAbsolute: canBeAbsolute))
  }
}
