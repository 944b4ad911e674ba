/// A missing-links analysis as its tree says it (spec 4). Never throws: what is absent or of another type reads as absent.
package struct MissingLinks {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  /// The four questions in their order, by the short names of `stoppedAt`.
  package static let questions: [(name: String, member: String)] = [
    ("q1", "q1Knew"), ("q2", "q2Willing"), ("q3", "q3Occurred"), ("q4", "q4Obstacle"),
  ]

  /// The order of keys in a new document, as in the fixture; a list's name gives that of its elements.
  package static let keys: [String: [String]] = [
    "": Envelope.keys + [
      "lang", "expected", "q1Knew", "q2Willing", "q3Occurred", "q4Obstacle", "stoppedAt", "continuedPastNo",
      "therapistSide", "commitments", "validation", "dismissals", "fieldStates", "answeredBy", "notes", "checkAgain",
    ],
    "expected": [
      "behavior", "agreedOn", "agreedHow", "requestedBy", "due", "recurrence", "timesExpected", "timesDone",
      "missedInstance",
    ],
    "q1Knew": ["answer", "evidence", "gotInTheWay", "plan"],
    "q2Willing": ["answer", "evidence", "willingness", "gotInTheWay", "plan"],
    "q3Occurred": ["answer", "evidence", "gotInTheWay", "plan"],
    "q4Obstacle": ["answer", "gotInTheWay", "plan"],
    "q1Knew.plan": ["kind", "skill", "text"], "q2Willing.plan": ["kind", "skill", "text"],
    "q3Occurred.plan": ["kind", "skill", "text"], "q4Obstacle.plan": ["kind", "skill", "text"],
    "therapistSide": ["rationaleGiven", "startedInSession", "reviewedLastTime", "sizeRight", "note"],
    "commitments": ChainAnalysis.keys["commitments"] ?? [],
    "validation": ChainAnalysis.keys["validation"] ?? [],
  ]

  /// Where the questions stop: at the first that was answered no, or partly, which is taken as no; at the fourth when
  /// something was in the way there; `none` when nothing was. Nothing while that is not known yet.
  package var stop: String? {
    for (name, member) in MissingLinks.questions.dropLast() {
      switch tree[member]?["answer"]?.string {
      case "no", "partly": return name
      case "yes": continue
      default: return nil
      }
    }
    switch tree["q4Obstacle"]?["answer"]?.string {
    case "obstacle": return "q4"
    case "none": return "none"
    default: return nil
    }
  }

  package var goesOnPastNo: Bool { tree["continuedPastNo"] == true }

  /// The member of the question that it stopped at.
  package var stoppedMember: String? {
    MissingLinks.questions.first { $0.name == tree["stoppedAt"]?.string }?.member
  }
}
