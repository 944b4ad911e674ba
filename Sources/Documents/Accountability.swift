/// An accountability conversation as its tree says it (spec 6.4, 6.5). Never throws: what is absent or of another type
/// reads as absent.
package struct Accountability {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  /// The nine domains of the barrier review, in their order.
  package static let domains = [
    "knowledge", "skills", "emotion", "beliefs", "contingencies", "practical", "healthSeverity", "relationshipOrFit",
    "willingness",
  ]

  /// Those that are looked at before anybody says that it was not wanted (Q34).
  package static let beforeWillingness = ["knowledge", "skills", "emotion", "practical", "healthSeverity"]

  /// The order of keys in a new document, as in the fixture; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "readiness", "about", "events", "count", "observe", "validate", "impact", "invite", "clientResponse",
      "elsewhere", "assessment", "leaning", "leaningNote", "agree", "close", "agreementStep", "dismissals",
      "fieldStates", "answeredBy", "notes", "checkAgain",
    ],
    "readiness": ["therapistArousal", "clientArousal", "rightTime", "ownPartFirst", "regulated"],
    "count": ["rule", "client", "therapist", "threshold", "windowSessions", "status"],
    "validate": ["level", "text"],
    "impact": ["onTherapy", "onGoals", "onTherapist", "ownPart"],
    "elsewhere": ["answer", "text"],
    "assessment": ["domain", "rating", "evidenceFor", "evidenceAgainst"],
    "agree": ["client", "therapist", "supports", "ifNotKept", "returnPath"],
    "agree.client": ChainAnalysis.keys["commitments"] ?? [],
    "agree.client.troubleshooting": ["barrier", "plan"],
    "agree.therapist": ["id", "text", "by", "measure", "outcome", "outcomeOn", "outcomeNote"],
    "close": ["clientFeltHeard", "relationshipCheck", "followUpOn"],
  ]

  /// Whether the therapist's part is what it is about: the client raised it.
  package var isAboutTherapist: Bool { tree["about"] == "therapist" }

  /// Whether it was prepared by the therapist alone and waits to be held.
  package var isPrepared: Bool { tree["status"] == "draft" && tree["mode"] == "therapistOnly" }

  package func domain(_ name: String) -> JSON? {
    (tree["assessment"]?.array ?? []).first { $0["domain"]?.string == name }
  }

  /// Whether a domain was examined: it has something against it, or a clear part.
  package func isExamined(_ name: String) -> Bool {
    guard let domain = domain(name) else { return false }
    let against = domain["evidenceAgainst"]?.string ?? ""
    return against.contains { !$0.isWhitespace } || (domain["rating"]?.int ?? 0) >= 2
  }
}
