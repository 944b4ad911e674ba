/// A treatment agreement as its tree says it (spec 5). Never throws: what is absent or of another type reads as absent.
package struct Agreement {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  package var version: Int? { tree["version"]?.int }
  package var supersedes: DocumentID? { tree["supersedes"]?.string.flatMap(DocumentID.init) }
  package var effective: CivilDate? { day("effective") }
  package var ends: CivilDate? { day("ends") }
  package var reviewOn: CivilDate? { day("reviewOn") }
  package var rules: [JSON] { tree["attendance"]?["rules"]?.array ?? [] }
  package var modes: [String] { (tree["format"]?["modes"]?.array ?? []).compactMap { $0["mode"]?.string } }

  private func day(_ key: String) -> CivilDate? { tree[key]?.string.flatMap { CivilDate($0) } }

  /// The two who sign.
  package static let roles = ["client", "therapist"]

  /// What was signed of this version, by role; of two of one role the last. What has no version has no signature.
  package func signature(of role: String) -> JSON? {
    guard version != nil else { return nil }
    return (tree["signatures"]?.array ?? []).last { signature in
      signature["role"]?.string == role && signature["version"] == tree["version"]
        && signature["name"]?.string.map { !$0.isEmpty } ?? false
    }
  }

  /// Whether both have signed this version.
  package var isSigned: Bool { Agreement.roles.allSatisfy { signature(of: $0) != nil } }

  /// The order of keys in a new document, as in the fixture; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "version", "supersedes", "effective", "ends", "openEnded", "reviewOn", "reviewEveryWeeks",
      "sessionBudget", "orientation", "goals", "targets", "format", "clientAgreements", "therapistAgreements",
      "attendance", "betweenSession", "contact", "confidentiality", "fees", "safety", "tib", "commitment", "ending",
      "groupRules", "thirdParties", "complaints", "signatures", "copiesGivenOn", "amendments", "dismissals",
      "fieldStates", "answeredBy", "notes", "checkAgain",
    ],
    "orientation": [
      "voluntary", "mandatedBy", "reportedToWhom", "informedConsentOn", "alternativesDiscussed", "clientUnderstanding",
    ],
    "goals": ["id", "text", "why"],
    "targets": ["order", "tier", "behavior", "direction", "baseline"],
    "format": ["modes", "dbtComprehensive", "modelStatement"],
    "format.modes": ["mode", "minutes", "frequency", "when", "place"],
    "clientAgreements": ["id", "text", "measure"],
    "therapistAgreements": ["id", "text", "measure"],
    "attendance": ["rules", "notice", "lateSessionEndsOnTime", "telehealthAllowed"],
    "attendance.rules": [
      "id", "what", "counts", "minMinutes", "threshold", "stage", "basis", "windowSessions", "windowDays",
      "periodWeeks", "modes", "whenReached", "whenReachedText", "returnText", "therapistCancelledCounts", "clearsWhen",
      "grace",
    ],
    "attendance.rules.clearsWhen": ["attended", "of"],
    "betweenSession": ["homework", "diaryCard", "reviewedWhen"],
    "contact": [
      "offered", "hours", "channel", "responseWithin", "notFor", "coverage", "purposes", "twentyFourHourRule",
    ],
    "contact.twentyFourHourRule": ["enabled", "hours", "appliesTo", "exceptions"],
    "confidentiality": ["explained", "limitsListed", "statement", "recordsNote"],
    "fees": ["amount", "payer", "missedFee", "waiver", "dispute", "goodFaithEstimateOn", "nonPayment"],
    "safety": ["safetyPlanStatus", "reviewedOn", "crisisResourceSet", "noSuicidePromiseUsed"],
    "tib": ["definition", "clientExamples", "therapistExamples", "response", "levelOfCareCriteria"],
    "tib.response": ["step", "name", "do", "repair", "returnPath"],
    "commitment": ["clientWords", "strength", "strategies", "obstacles"],
    "commitment.obstacles": ["barrier", "plan"],
    "ending": ["clientMayStop", "noticeAsked", "therapistEnding", "notPunishment"],
    "signatures": ["role", "name", "method", "at", "version", "sha256"],
    "amendments": ["clause", "from", "to", "why", "proposedBy", "effective"],
  ]
}
