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
    var signatures: JSON = []
    if kept.count == Agreement.roles.count {
      signatures = .array(kept)
    }
    var changes: [Change] = broken.map { .remove(Interview.signed.appending($0)) }
    if (tree["signatures"] ?? []) != signatures { changes.append(.set("signatures", signatures)) }
    return changes
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
