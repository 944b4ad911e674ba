import Documents

extension Interview {
  /// The names that were given in this session, by role. They become signatures with the second: nothing is half signed.
  package static let signed: Path = "$signed"

  /// Whether one has given a name and the other not yet.
  package var isHalfSigned: Bool { names.count == 1 }

  private var names: [JSON] { Agreement.roles.compactMap { state.tree[Interview.signed]?[$0] } }

  /// A name holds for the text that it was given under: where that changed it is let go of. With both, the document is
  /// signed.
  func signing(_ tree: JSON) -> [Change] {
    guard let seal, let names = tree[Interview.signed]?.object else { return [] }
    let now = seal(tree)
    let broken = names.filter { $0.value["sha256"]?.string != now }.map(\.key)
    let kept = Agreement.roles.filter { !broken.contains($0) }.compactMap { names[$0] }
    // What was signed before, on paper or in another version, is nothing that this session gave.
    let given = names.values.map { $0 } + (state.tree[Interview.signed]?.object ?? [:]).values
    var signatures = (tree["signatures"]?.array ?? []).filter { !given.contains($0) }
    if kept.count == Agreement.roles.count {
      signatures.removeAll { old in kept.contains { Interview.isSamePlace(old, $0) } }
      signatures += kept
    }
    var changes: [Change] = broken.map { .remove(Interview.signed.appending($0)) }
    if (tree["signatures"]?.array ?? []) != signatures { changes.append(.set("signatures", .array(signatures))) }
    return changes
  }

  /// Whether one signature stands where another does: of one role, under one version.
  private static func isSamePlace(_ a: JSON, _ b: JSON) -> Bool {
    a["role"] == b["role"] && a["version"] == b["version"]
  }

  /// Whether a place asks for a name that signs.
  package func asksToSign(at place: Place?) -> Bool { place.map { guide.asksToSign(at: $0) } ?? false }
}

extension Guide {
  package func asksToSign(at place: Place) -> Bool {
    guard let field = field(at: place) else { return false }
    if case .signature = field.content { return true }
    return false
  }
}
