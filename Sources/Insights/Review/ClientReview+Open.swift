import Documents

// R1, R2, R3, R18, R19: what was promised, and what is still open.
extension ClientReview {
  /// Promises of both sides in finished documents; repairs are looked at by themselves.
  private var promises: [Promise] {
    documents.filter { Envelope($0).status != "superseded" }.flatMap(Promise.all)
  }

  /// What became of a promise, as it was known on the day.
  private func outcome(of promise: Promise) -> String? {
    guard promise.outcomeOn.map({ $0 <= day }) ?? true else { return nil }
    return promise.tree["outcome"]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whose each open commitment is.
  var sides: JSON.Members {
    var sides = JSON.Members()
    for promise in open { sides[promise.ref] = .string(promise.sort.side) }
    return sides
  }

  private var open: [Promise] {
    promises.filter { promise in
      promise.sort != .repair && outcome(of: promise) == nil && promise.due.map { $0 <= day } ?? false
    }
  }

  /// R1: due, and nothing is recorded; the oldest first.
  var openCommitments: JSON {
    .array(
      open.sorted { ($0.due?.dayNumber ?? 0, $0.ref) < ($1.due?.dayNumber ?? 0, $1.ref) }.map { promise in
        ["ref": .string(promise.ref), "by": .string("\(promise.due ?? day)"), "text": .string(promise.text)]
      })
  }

  /// Those that were made in documents of the window and have come to something.
  func told(_ sort: Promise.Sort) -> [(promise: Promise, outcome: String)] {
    recent(.chain, .missingLinks, .accountability, .agreementReview).flatMap(Promise.all).compactMap { promise in
      guard promise.sort == sort, let outcome = outcome(of: promise), !["notDue", "replaced"].contains(outcome) else {
        return nil
      }
      return (promise, outcome)
    }
  }

  /// R2: what became of the promises of either side.
  var kept: JSON {
    func side(_ sort: Promise.Sort) -> JSON {
      let outcomes = told(sort).map(\.outcome)
      guard !outcomes.isEmpty else { return .null }
      return .object(tally(outcomes, ["kept", "partly", "notKept"]))
    }
    return ["client": side(.client), "therapist": side(.therapist)]
  }

  func tally(_ words: [String], _ names: [String]) -> JSON.Members {
    var members = JSON.Members()
    for name in names { members[name] = JSON(words.count { $0 == name }) }
    return members
  }

  /// R3: how sure somebody was of what was kept and of what was not, from three of each on.
  var strengthAndOutcome: JSON {
    func strengths(_ outcome: String) -> [Double] {
      told(.client).filter { $0.outcome == outcome }.compactMap { $0.promise.tree["strength"]?.number }
    }
    let (kept, notKept) = (strengths("kept"), strengths("notKept"))
    guard kept.count >= 3, notKept.count >= 3 else { return .null }
    return ["kept": JSON(median(kept)), "notKept": JSON(median(notKept))]
  }

  /// R18: what was to be made right, and its day has passed.
  var openRepairs: JSON {
    let repairs = promises.filter { $0.sort == .repair && $0.isOpen && $0.due.map { $0 < day } ?? false }
    return .array(repairs.map { ["ref": .string($0.ref), "by": .string("\($0.due ?? day)")] })
  }

  /// R19: what was begun and not taken up again.
  var missingFollowUps: JSON {
    func row(_ document: JSON, _ what: String, sub: String? = nil) -> JSON {
      let id = document["id"]?.string ?? ""
      return ["ref": .string(sub.map { "\(id)#\($0)" } ?? id), "what": .string(what)]
    }
    func date(_ value: JSON?) -> CivilDate? { value?.string.flatMap { CivilDate($0) } }
    let drafts = drafts.filter { Envelope($0).sessionDate.map { day - $0 > 14 } ?? false }.map { row($0, "draft") }
    // One whose risk is being looked at is seldom finished.
    let gates = (documents + self.drafts).filter { document in
      let gate = document["safetyGate"]
      return gate?["riskAssessment"] == "doingNow" && gate?["documentedElsewhere"]?.isAbsent ?? true
    }.map { row($0, "riskNotDocumented") }
    let conversations = documents.filter { document in
      guard Envelope(document).kind == .accountability, let due = date(document["close"]?["followUpOn"]), due < day
      else {
        return false
      }
      return Promise.all(in: document).allSatisfy { outcome(of: $0) == nil }
    }.map { row($0, "followUp") }
    let terms = AttendanceTerms.inForce(on: day, among: documents)
    var reviews: [JSON] = []
    if let terms, let due = terms.reviewOn, due < day { reviews.append(row(terms.tree, "reviewPassed")) }
    let steps = documents.filter { Envelope($0).kind == .reflection }.flatMap { document in
      (document["nextSteps"]?.array ?? []).enumerated().compactMap { index, step -> JSON? in
        guard step["done"] != true, step["rung"] == "referral", let due = date(step["by"]), due < day else {
          return nil
        }
        return row(document, "referral", sub: step["id"]?.string ?? "nextSteps.\(index + 1)")
      }
    }
    return .array(drafts + gates + conversations + reviews + steps)
  }
}
