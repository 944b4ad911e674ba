/// A chain analysis as its tree says it (spec 3). Never throws: what is absent or of another type reads as absent.
package struct ChainAnalysis {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  package static let safetyQuestions = ["selfHarm", "suicidal", "harm"]

  /// The tags that open the safety gate (spec 2.5).
  package static let gateTags: Set<String> = [
    "suicideAttempt", "suicidalIdeation", "selfHarm", "harmToOthers", "overdose",
  ]

  /// The order of keys in a new document, as in the fixtures; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "form", "scale", "lang", "orientation", "target", "therapistPart", "safetyGate", "vulnerabilities",
      "promptingEvent", "links", "consequences", "function", "solutions", "repair", "commitments",
      "therapistCommitments", "validation", "summary", "dismissals", "fieldStates", "answeredBy", "notes", "checkAgain",
    ],
    "orientation": [
      "purposeExplained", "permission", "arousalStart", "arousalEnd", "minutesAvailable", "priorCommitments", "card",
      "worthDoing", "setFor",
    ],
    "orientation.priorCommitments": ["ref", "outcome", "note"],
    "target": [
      "tier", "tags", "outcome", "behavior", "startedAt", "startedAtPart", "endedAt", "durationMinutes", "place",
      "peoplePresent", "amount", "intensity", "timesLast4Weeks", "whyThisEpisode", "cameraTest", "alsoHappened",
      "whatWorked",
    ],
    "target.alsoHappened": ["id", "text", "tier", "tags"],
    "safetyGate": [
      "asked", "required", "reason", "clinicianPresent", "currentDanger", "medicalNeed", "riskAssessment", "riskReason",
      "method", "safetyPlanReviewed", "meansSafety", "documentedElsewhere", "consultPlanned", "nextContact",
      "planInHand", "whoKnows", "tonight", "alcoholMedicalCheck",
    ],
    "safetyGate.asked": safetyQuestions,
    "vulnerabilities": ["id", "category", "description", "strength", "changeable"],
    "promptingEvent": [
      "id", "description", "at", "atPart", "place", "external", "outside", "internalCue", "askedOutside", "whyThatDay",
      "tags", "stateJustBefore", "delayNote",
    ],
    "links": [
      "id", "type", "text", "emotion", "intensity", "at", "dayOffset", "belief", "layer", "tried", "key", "note",
    ],
    "consequences": ["id", "text", "timing", "location", "valence", "effect", "mechanism", "harmTo"],
    "function": ["hypothesis", "confidence", "clientAgrees"],
    "solutions": [
      "id", "ref", "kind", "skill", "plan", "expectedHelp", "confidence", "chosen", "rehearsed", "rehearsal",
      "notChosenBecause", "note", "medicalCautionRead",
    ],
    "repair": ["indicated", "reason", "safeToContact", "items"],
    "repair.items": ["id", "harm", "toWhom", "repair", "overcorrection", "by", "status"],
    "commitments": [
      "id", "text", "solutionRefs", "by", "measure", "strength", "strategies", "troubleshooting", "followUpOn",
      "repeats", "outcome", "outcomeOn", "outcomeNote", "tried", "helped",
    ],
    "commitments.troubleshooting": ["barrier", "plan"],
    "therapistCommitments": ["id", "text", "by", "outcome", "outcomeOn"],
    "validation": ["ref", "level", "text"],
    "summary": ["clientWords", "story"],
  ]

  // MARK: Safety

  /// Whether the safety gate is needed (spec 3.2, 9.2, Q24): tier 1, a gate tag, a yes or unsure, a question skipped.
  package var needsSafetyGate: Bool {
    if behaviors.contains(where: { $0["tier"] == "lifeThreatening" }) || hasTag(of: ChainAnalysis.gateTags) {
      return true
    }
    let gate = tree["safetyGate"]
    if ["currentDanger", "medicalNeed"].contains(where: { isYesOrUnsure(gate?[$0]) }) { return true }
    return ChainAnalysis.safetyQuestions.contains { question in
      let answer = gate?["asked"]?[question]
      if isYesOrUnsure(answer) { return true }
      let path = Path(["safetyGate", "asked", question])
      return (answer == nil || answer?.isAbsent == true) && hasState(at: path)
    }
  }

  /// Whether the gate is answered as it must be before the document is complete. It means that the form is complete,
  /// not that anyone is safe.
  package var safetyGateIsComplete: Bool {
    let gate = tree["safetyGate"]
    func isFilled(_ key: String) -> Bool { gate?[key].map { !$0.isAbsent } ?? false }
    return gate?["clinicianPresent"] == true && gate?["currentDanger"] == "no" && gate?["medicalNeed"] == "no"
      && ["doneToday", "doingNow"].contains(gate?["riskAssessment"]?.string ?? "") && isFilled("safetyPlanReviewed")
      && isFilled("documentedElsewhere")
  }

  /// Whether the gate is needed or was asked for, and is not complete: then the document stays a draft.
  package var safetyGateIsOpen: Bool {
    (needsSafetyGate || tree["safetyGate"]?["required"] == true) && !safetyGateIsComplete
  }

  /// The target, and what else happened in the same episode.
  private var behaviors: [JSON] { [tree["target"] ?? .null] + (tree["target"]?["alsoHappened"]?.array ?? []) }

  /// Whether the target or what else happened has one of these tags.
  package func hasTag(of tags: some Sequence<String>) -> Bool {
    let wanted = Set(tags)
    return behaviors.contains { ($0["tags"]?.array ?? []).contains { wanted.contains($0.string ?? "") } }
  }

  private func isYesOrUnsure(_ value: JSON?) -> Bool { value == "yes" || value == "unsure" }

  private func hasState(at path: Path) -> Bool {
    let states = tree["fieldStates"]?.object ?? [:]
    return (1...path.steps.count).contains { states[path.steps.prefix($0).joined(separator: ".")]?.isAbsent == false }
  }

  // MARK: Time

  /// Whether what set it off lies more than a day before the behavior (spec 3.3).
  package var eventIsLongBefore: Bool {
    guard let event = tree["promptingEvent"]?["at"]?.string, let start = tree["target"]?["startedAt"]?.string else {
      return false
    }
    if let event = Moment(event), let start = Moment(start) { return start.instant - event.instant > 24 * 3600 }
    guard let event = CivilDate(event.prefix(10)), let start = CivilDate(start.prefix(10)) else { return false }
    return start - event > 1
  }
}
