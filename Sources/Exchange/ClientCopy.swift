import Documents

/// What of a document leaves the practice in the client's copy (spec 12.3): the same words, without what is the
/// therapist's alone. Names in what was typed are not found by anything here.
package enum ClientCopy {
  /// The kinds that a client may have a copy of.
  package static let kinds: Set<Kind> = [
    .chain, .missingLinks, .agreement, .agreementReview, .tibEvent, .accountability, .session, .measure,
  ]

  /// Whether a document is one that a copy is given of: of the record, finished, and not taken out of use.
  package static func holds(_ document: JSON) -> Bool {
    let envelope = Envelope(document)
    return !envelope.isPrivate && envelope.kind.map(kinds.contains) ?? false
      && !["draft", "void"].contains(envelope.status ?? "draft")
  }

  /// What stands where the method of a dangerous act stood.
  package static let methodDetail = "[detail in clinician record]"

  /// The fields that are left out, whatever the kind; `*` is every element of a list.
  package static let therapistsAlone: [Path] = [
    "notes", "dismissals", "answeredBy", "checkAgain", "commitments.*.strategies",
    "therapistCommitments.*.strategies", "commitment.strategies", "agree.client.*.strategies",
    "agree.therapist.*.strategies", "safetyGate.method", "safetyGate.riskReason", "safetyGate.documentedElsewhere",
    "safetyGate.consultPlanned", "readiness.therapistArousal", "readiness.regulated",
  ]

  /// `known` are the ids of the record: what is private is not even named. `alone` are fields of the practice's own that
  /// the therapist fills alone.
  package static func redacted(_ document: JSON, relatedTo known: Set<String>, without alone: [Path] = []) -> JSON {
    var tree = document
    for path in therapistsAlone + alone { tree = tree.without(path.steps[...]) }
    if let related = document["related"]?.array {
      let kept = related.filter { known.contains(String(($0["id"]?.string ?? "").prefix { $0 != "#" })) }
      tree.apply(kept.isEmpty ? .remove("related") : .set("related", .array(kept)))
    }
    if ChainAnalysis(document).tellsOfDanger { tree = withoutMethod(tree) }
    let states = (tree["fieldStates"]?.object ?? [:]).keys.filter { key in
      (therapistsAlone + alone).contains { $0.matches(Path(key)) }
    }
    for key in states { tree.apply(.remove(Path(["fieldStates", key]))) }
    return tree
  }

  /// What was done, how much of it, and each step that is a doing or an urge: there a method can stand (spec 9.3).
  private static func withoutMethod(_ document: JSON) -> JSON {
    var tree = document
    func hide(_ path: Path) { if tree[path]?.isEmpty == false { tree.apply(.set(path, .string(methodDetail))) } }
    hide("target.behavior")
    if tree["target"]?["amount"]?.isEmpty == false {
      tree.apply(.set("target.amount", ["text": .string(methodDetail)]))
    }
    for (index, other) in (document["target"]?["alsoHappened"]?.array ?? []).enumerated() {
      hide(Path(["target", "alsoHappened", other["id"]?.string ?? String(index + 1), "text"]))
    }
    if let links = document["links"]?.array {
      // By their positions: one that came from elsewhere may have no id.
      tree.apply(.set("links", .array(links.map(withoutMethod(inLink:)))))
    }
    return tree
  }

  private static func withoutMethod(inLink link: JSON) -> JSON {
    guard ["action", "urge"].contains(link["type"]?.string) else { return link }
    var link = link
    for path: Path in ["text", "note", "tried.text"] where link[path]?.isEmpty == false {
      link.apply(.set(path, .string(methodDetail)))
    }
    return link
  }
}

extension ChainAnalysis {
  /// Whether what happened is of the first tier, or has a tag that opens the safety gate.
  package var tellsOfDanger: Bool {
    let target = tree["target"]
    let behaviors = [target ?? .null] + (target?["alsoHappened"]?.array ?? [])
    return behaviors.contains { $0["tier"] == "lifeThreatening" } || hasTag(of: ChainAnalysis.gateTags)
  }
}

extension Path {
  /// Whether a place lies at this one or under it, where `*` is any step.
  fileprivate func matches(_ other: Path) -> Bool {
    other.steps.count >= steps.count && zip(steps, other.steps).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

extension JSON {
  /// The tree without what lies at these steps, `*` being every element.
  fileprivate func without(_ steps: ArraySlice<String>) -> JSON {
    guard let step = steps.first else { return self }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      guard let member = members[step] else { return self }
      members[step] = rest.isEmpty ? nil : member.without(rest)
      return .object(members)
    case .array(let elements) where step == "*": return .array(elements.map { $0.without(rest) })
    case .array, .null, .bool, .number, .string: return self
    }
  }
}
