import Documents
import Forms

/// What follows from answers and is asked of nobody.
enum Derivation {
  /// The members of a document that it looks at: where nothing under them changed, nothing follows.
  static let roots: Set<String> = [
    "kind", "sessionDate", "orientation", "target", "safetyGate", "$risk", "promptingEvent", "$outside", "consequences",
    "solutions", "commitments", "therapistCommitments", "q1Knew", "q2Willing", "q3Occurred", "q4Obstacle",
    "continuedPastNo", "who", "category", "$day", "$message", "actualStart", "scheduledStart", "statedReason",
    "countsUnder",
    "format", "confidentiality", "targets", "attendance", "contact", "tib", "amendments", "effective",
    "annoyance", "ownPart", "undertreatment", "$clinician", "nextSteps",
    "$barriers", "assessment", "agree",
    "$agreement",
  ]

  /// The changes that follow from `changes`, which led from one tree to the other.
  static func changes(from before: JSON, to after: JSON, template: Template) -> [Change] {
    var derived: [Change] = []
    if after["kind"] == "chain" {
      derived += event(from: before, to: after)
      derived += gate(after, template)
      derived += flags(after)
    }
    if after["kind"] == "missingLinks" { derived += stop(from: before, to: after) }
    if after["kind"] == "tibEvent" || after["kind"] == "session" {
      derived += LogDerivation(from: before, to: after, template: template).changes
    }
    if after["kind"] == "reflection" { derived += reflection(after) }
    if after["kind"] == "agreement" { derived += agreement(from: before, to: after) }
    if after["kind"] == "accountability" { derived += conversation(from: before, to: after) }
    if after["kind"] == "agreementReview" { derived += review(from: before, to: after) }
    derived += dueDates(from: before, to: after)
    return derived
  }

  /// What set it off has an id, so that plans can point at it. What was found around it, when it was inside at first, is
  /// the event, and what was inside is its cue.
  private static func event(from before: JSON, to tree: JSON) -> [Change] {
    guard let event = tree["promptingEvent"], !event.isEmpty else { return [] }
    var changes: [Change] = event["id"] == nil ? [.set("promptingEvent.id", "p1")] : []
    if let outside = tree["$outside"], outside != before["$outside"], !outside.isEmpty {
      if let inside = event["description"] { changes.append(.set("promptingEvent.internalCue", inside)) }
      changes += [.set("promptingEvent.description", outside), .set("promptingEvent.external", true)]
    }
    return changes
  }

  private static func gate(_ tree: JSON, _ template: Template) -> [Change] {
    let chain = ChainAnalysis(tree)
    let needed = chain.needsSafetyGate || chain.hasTag(of: template.gateTags) || tree["$risk"] == true
    let path: Path = "safetyGate.required"
    if needed { return tree[path] == true ? [] : [.set(path, true)] }
    let wasAsked = ChainAnalysis.safetyQuestions.allSatisfy { tree["safetyGate"]?["asked"]?[$0] != nil }
    guard wasAsked || tree[path] == true else { return [] }
    return tree[path] == false ? [] : [.set(path, false)]
  }

  /// Facts that conditions of the form look at.
  private static func flags(_ tree: JSON) -> [Change] {
    let consequences = tree["consequences"]?.array ?? []
    let solutions = tree["solutions"]?.array ?? []
    let arousal = tree["orientation"]
    let end = arousal?["arousalEnd"]?.int
    let start = arousal?["arousalStart"]?.int ?? 0
    let flags: [(String, Bool)] = [
      ("$anyIncreases", consequences.contains { $0["effect"] == "increases" }),
      ("$allUnwanted", !consequences.isEmpty && consequences.allSatisfy { $0["valence"] == "unwanted" }),
      ("$anyChosen", solutions.contains { $0["chosen"] == true }),
      ("$distressHigh", end.map { $0 >= 80 || $0 >= start + 20 } ?? false),
      ("$eventLongBefore", ChainAnalysis(tree).eventIsLongBefore),
      ("$gateComplete", ChainAnalysis(tree).safetyGateIsComplete),
    ]
    return flags.compactMap { name, value in
      (tree[name]?.bool ?? false) == value ? nil : .set(Path([name]), .bool(value))
    }
  }

  /// Where the four questions stop (spec 4).
  private static func stop(from before: JSON, to after: JSON) -> [Change] {
    var changes: [Change] = []
    var tree = after
    func set(_ path: Path, _ value: JSON?) {
      guard tree[path] != value else { return }
      let change: Change = value.map { .set(path, $0) } ?? .remove(path)
      tree.apply(change)
      changes.append(change)
    }
    let obstacle: Path = "q4Obstacle.answer"
    // Whether to go on is asked at each new stop.
    let isElsewhere = MissingLinks(before).stop != MissingLinks(after).stop
    if isElsewhere, before["continuedPastNo"] == after["continuedPastNo"] { set("continuedPastNo", nil) }
    let analysis = MissingLinks(tree)
    let stopsBefore = ["q1", "q2", "q3"].contains(analysis.stop) && !analysis.goesOnPastNo
    if stopsBefore {
      set(obstacle, "notReached")
    } else if tree["q4Obstacle"]?["gotInTheWay"]?.isEmpty == false {
      set(obstacle, "obstacle")
    } else if tree[obstacle] == "notReached" {
      set(obstacle, nil)
    }
    set("stoppedAt", MissingLinks(tree).stop.map { .string($0) })
    set("$stopsHere", ["q1", "q2", "q3"].contains(analysis.stop) ? true : nil)
    return changes
  }

  /// Looked at in the first session on or after the due date; what the therapist promised is due then.
  private static func dueDates(from before: JSON, to after: JSON) -> [Change] {
    guard let session = after["sessionDate"]?.string.flatMap({ CivilDate($0) }) else { return [] }
    let isConversation = after["kind"] == "accountability"
    let client: Path = isConversation ? "agree.client" : "commitments"
    let therapist: Path = isConversation ? "agree.therapist" : "therapistCommitments"
    var changes: [Change] = []
    var firstFollowUp: CivilDate?
    for commitment in after[client]?.array ?? [] {
      guard let id = commitment["id"]?.string else { continue }
      let path = client.appending(id)
      var followUp = commitment["followUpOn"]?.string.flatMap { CivilDate($0) }
      if let by = commitment["by"]?.string.flatMap({ CivilDate($0) }), before[path]?["by"] != commitment["by"] {
        let weeks = max(1, (by - session + 6) / 7)
        let date = session.adding(days: weeks * 7)
        followUp = date
        changes.append(.set(path.appending("followUpOn"), .string(date.description)))
      }
      firstFollowUp = firstFollowUp ?? followUp
    }
    for promise in after[therapist]?.array ?? [] where promise["by"] == nil {
      guard let id = promise["id"]?.string else { continue }
      let due = firstFollowUp ?? session.adding(days: 7)
      changes.append(.set(therapist.appending(id).appending("by"), .string(due.description)))
    }
    return changes
  }
}
