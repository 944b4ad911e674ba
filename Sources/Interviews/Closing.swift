import Documents
import Forms

/// What a session comes to when it is left or closed.
package struct Closing: Sendable {
  package let state: InterviewState

  package init(_ state: InterviewState) { self.state = state }

  /// The document: what the interview knows for itself taken out, keys in the order of the fixtures.
  ///
  /// `writtenHome` are the earlier commitments whose outcome is written where they stand; the words of the others stay
  /// here, so that none is lost.
  package func document(status: String, updatedAt: Moment, writtenHome: Set<String>? = nil, isNew: Bool = true) -> JSON
  {
    var tree = state.tree
    for (index, prior) in (tree["orientation"]?["priorCommitments"]?.array ?? []).enumerated() {
      guard let words = prior["$outcomeNote"]?.string, let ref = prior["ref"]?.string,
        writtenHome?.contains(ref) == false
      else { continue }
      let note = [prior["note"]?.string ?? "", words].filter { !$0.isEmpty }.joined(separator: " ")
      tree.apply(.set(Path(["orientation", "priorCommitments", String(index + 1), "note"]), .string(note)))
    }
    return Closing.document(of: tree, status: status, updatedAt: updatedAt, isNew: isNew)
  }

  /// The document that a tree of an interview comes to.
  package static func document(of tree: JSON, status: String, updatedAt: Moment, isNew: Bool = true) -> JSON {
    var tree = tree
    tree.apply(.set("updatedAt", .string(updatedAt.description)))
    tree.apply(.set("status", .string(status)))
    if tree["fieldStates"] == nil { tree.apply(.set("fieldStates", .object([:]))) }
    let document = tree.withoutPrivateKeys
    return isNew ? ordered(document) : document
  }

  /// Whether it can be complete: a gate that is needed and open keeps it a draft.
  package var isComplete: Bool {
    ["agreement", "agreementReview"].contains(state.tree["kind"]) || !ChainAnalysis(state.tree).safetyGateIsOpen
  }

  /// What became of earlier commitments, to be written where they stand: the reference and the fields.
  package func outcomes(on day: CivilDate) -> [(document: DocumentID, element: String, fields: JSON.Members)] {
    let priors = state.tree["orientation"]?["priorCommitments"]?.array ?? []
    return priors.compactMap { prior in
      guard let outcome = prior["outcome"]?.string, let ref = prior["ref"]?.string,
        let hash = ref.firstIndex(of: "#"), let id = DocumentID(String(ref[..<hash]))
      else { return nil }
      var fields: JSON.Members = ["outcome": .string(outcome), "outcomeOn": .string(day.description)]
      let words = [prior["note"]?.string, prior["$outcomeNote"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
      if !words.isEmpty { fields["outcomeNote"] = .string(words.joined(separator: " ")) }
      if let helped = prior["$helped"] {
        fields["tried"] = true
        fields["helped"] = helped
      }
      return (id, String(ref[ref.index(after: hash)...]), fields)
    }
  }

  // MARK: The order of keys

  /// The tree with its keys in the order of the fixtures; keys that are not known keep theirs, after the known ones.
  package static func ordered(_ tree: JSON) -> JSON {
    ordered(tree, at: "", by: Envelope(tree).kind?.keys ?? [:])
  }

  private static func ordered(_ value: JSON, at place: String, by keys: [String: [String]]) -> JSON {
    switch value {
    case .object(let members):
      let known = keys[place] ?? []
      var result: JSON.Members = [:]
      for key in known + members.keys where result[key] == nil {
        guard let child = members[key] else { continue }
        // What is keyed by paths, or has a shape of its own, keeps its order.
        result[key] = ordered(child, at: place.isEmpty ? key : "\(place).\(key)", by: keys)
      }
      return .object(result)
    case .array(let elements): return .array(elements.map { ordered($0, at: place, by: keys) })
    case .null, .bool, .number, .string: return value
    }
  }
}

extension JSON {
  /// Without the keys that are the interview's own, at any depth.
  fileprivate var withoutPrivateKeys: JSON {
    switch self {
    case .object(let members):
      var kept: Members = [:]
      for (key, value) in members where key.first != "$" { kept[key] = value.withoutPrivateKeys }
      return .object(kept)
    case .array(let elements): return .array(elements.map(\.withoutPrivateKeys))
    case .null, .bool, .number, .string: return self
    }
  }
}
