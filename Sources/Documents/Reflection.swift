/// A therapist's reflection as its tree says it (spec 7). Never throws: what is absent or of another type reads as absent.
///
/// It is private whatever it says of itself: no class of record moves it out of `Private/`.
package struct Reflection {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  /// The order of keys in a new document, as in the fixture; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "annoyance", "sourceCheck", "ownPart", "balance", "harmCheck", "limits", "parallel", "undertreatment",
      "choiceSeverity", "nextSteps", "levelOfCare", "consultAgreements", "dismissals", "fieldStates", "answeredBy",
      "notes", "checkAgain",
    ],
    "annoyance": ["present", "intensity", "scale", "prompt", "body", "urge", "actedOn", "regulated"],
    "sourceCheck": ["clientTib", "likelyAlsoOutside", "mine", "evidence", "conclusion", "sayable"],
    "ownPart": ["contributions", "avoidedRaisingSessions", "barriers", "history"],
    "balance": ["attunement", "accountability", "note"],
    "harmCheck": ["harmIfISpeak", "harmIfISilent"],
    "limits": ["status", "which", "plan"],
    "parallel": ["seen", "note", "withSupervisor"],
    "undertreatment": [
      "measure", "lastScore", "baselineScore", "lastMeasuredOn", "sessionsSinceStart", "flags", "outsideCompetence",
      "protocolNotOffered", "clientSaysNotHelping",
    ],
    "choiceSeverity": ["leaning", "note"],
    "nextSteps": [
      "id", "rung", "text", "with", "by", "expertise", "credentials", "fee", "consent", "agreement", "getsThere",
      "optionsOffered", "clientView", "release", "bridging", "handoffOn", "done", "learned", "decision",
    ],
    "levelOfCare": Reflection.careHeadings.map(\.member) + ["assessed"],
    "levelOfCare.assessed": ["tool", "level", "on", "rater"],
  ]

  /// The headings of spec 7.6, in their order: places to look, without anchors or ratings.
  package static let careHeadings: [(member: String, heading: String)] = [
    ("riskOfHarm", "I. Risk of harm"), ("functionalStatus", "II. Functional status"),
    ("comorbidity", "III. Medical, addictive and psychiatric co-morbidity"),
    ("environmentStress", "IV A. Recovery environment: level of stress"),
    ("environmentSupport", "IV B. Recovery environment: level of support"),
    ("treatmentHistory", "V. Treatment and recovery history"), ("engagement", "VI. Engagement and recovery status"),
  ]

  /// What may be up (spec 7.7).
  package static let flagNames = [
    "noRecentMeasure", "noReliableChange", "worsening", "repeatedTib", "unaddressedTib", "brokenCommitment",
    "targetUnchanged", "avoidedRaising", "outsideCompetence", "protocolNotOffered", "clientSaysNotHelping", "riskUp",
    "functionDown",
  ]

  /// Those of them that ask for consultation this week.
  package static let urgentFlags: Set = ["worsening", "riskUp", "functionDown"]

  /// The classes that a private document may have.
  package static let privateClasses: Set = ["private", "psychotherapyNote"]

  /// What was up when it was written; words that are none of those above are passed over.
  package var flags: Set<String> {
    Set((tree["undertreatment"]?["flags"]?.array ?? []).compactMap(\.string)).intersection(Reflection.flagNames)
  }

  /// Whether what is up asks for a step with a date: two of them, or one that does not wait.
  package static func asksForStep(_ flags: Set<String>) -> Bool {
    flags.count >= 2 || !flags.isDisjoint(with: urgentFlags)
  }
}
