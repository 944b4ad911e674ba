import Console
import Documents
import Exchange
import Insights
import Interviews

extension Session {
  /// The agreement that a review is of: the one in force, or the one that was named and is. One that is being written or
  /// changed is not reviewed meanwhile.
  static func findAgreement(of client: ClientCode, named: String?, in world: World) throws(VerbFailure) {
    if let open = try openAmendment(of: client, in: world) { throw .isBeingWritten(open) }
    let agreement = try Agreements(world).inForce(of: client)
    if let next = agreement.successor {
      throw .usage(
        "‘\(next)’ has taken the place of the agreement that is in force today.",
        hint: "attune agree show \(next) says from which day it is.")
    }
    if let id = Envelope(agreement).id, let next = try Agreements(world).waiting(after: id, of: client) {
      throw .usage("‘\(next)’ would take its place, and waits for names.", hint: waitingHint(next))
    }
    guard let named, named != agreement["id"]?.string else { return }
    throw .usage("‘\(named)’ is not the agreement in force.", hint: agreement["id"]?.string)
  }

  /// What a review begins with besides: the clauses of both sides, what was counted, and the terms to be changed.
  static func addReview(
    _ start: SessionStart, _ head: SessionHead, _ documents: [JSON], in world: World, to members: inout JSON.Members
  ) throws(StoreProblem) {
    let day = head.startedAt.date
    guard let terms = agreementInForce(documents, on: day), let id = Envelope(terms.tree).id else { return }
    let next = try newID(of: .agreement, on: day, in: world)
    members["related"] = [["rel": "reviews", "id": .string(id.text)]]
    members["agreementRef"] = .string(id.text)
    members["versionReviewed"] = terms.version.map { JSON($0) }
    members["newVersion"] = JSON((terms.version ?? 1) + 1)
    let counts = self.counts(documents, with: .object(members), under: terms, on: day)
    members["counts"] = counts.json
    let clauses = [("clientAgreements", "client"), ("therapistAgreements", "therapist")].flatMap { list, side in
      (terms.tree[list]?.array ?? []).compactMap { clause($0, of: side, counts) }
    }
    members["clauses"] = .array(clauses)
    members["amendments"] = []
    members["signatures"] = []
    members["$criteria"] = terms.tree["tib"]?["levelOfCareCriteria"]
    members["$offers"] = .object(
      nextReview(after: terms, on: day).map { ["nextReviewOn": .string($0.description)] } ?? [:])
    members["$offered"] = measure(in: documents, until: day)
    var agreement = newVersion(
      of: terms.tree, id, as: next, at: head.startedAt, keepsHistory: true, among: documents)
    for key: Path in ["$offers", "mode"] { agreement.apply(.remove(key)) }
    // What was looked at before stays looked at.
    if let looked = terms.tree["dismissals"] { agreement.apply(.set("dismissals", looked)) }
    agreement.apply(.set("mode", members["mode"] ?? "inSession"))
    if start.isSynthetic { agreement.apply(.set("synthetic", true)) }
    members[AgreementReview.terms.last] = agreement
  }

  private static func agreementInForce(_ documents: [JSON], on day: CivilDate) -> AttendanceTerms? {
    AttendanceTerms.inForce(on: day, among: documents.filter { Envelope($0).status == "active" })
  }

  /// The review itself is held in a session, and counts as one where none was logged.
  private static func counts(
    _ documents: [JSON], with review: JSON, under terms: AttendanceTerms, on day: CivilDate
  ) -> ReviewCounts {
    let held = review.applying([.set("status", "complete")])
    return ReviewCounts(AttendanceLog(documents + [held]), under: terms, on: day)
  }

  private static func clause(_ clause: JSON, of side: String, _ counts: ReviewCounts) -> JSON? {
    guard let id = clause["id"]?.string else { return nil }
    let text = clause["text"]?.string ?? ""
    let measure = clause["measure"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let beside = [measure, Wording.counted(for: "\(text) \(measure ?? "")", of: side, counts)].compactMap { $0 }
    return [
      "ref": .string(id), "$side": .string(side), "$text": .string("\(id)  \(text)"),
      "$beside": .array(beside.map { .string($0) }),
    ]
  }

  /// What an edited review is asked with: the clauses' sides and words, and the criteria, as the agreement has them.
  static func reviewed(_ document: JSON, in world: World) throws(StoreProblem) -> [Change] {
    guard Envelope(document).kind == .agreementReview, let id = AgreementReview(document).reviewed,
      let agreement = try world.store.load(id, includingPrivate: false)
    else { return [] }
    var changes: [Change] = []
    for (index, clause) in (document["clauses"]?.array ?? []).enumerated() {
      let ref = clause["ref"]?.string ?? ""
      let path = Path(["clauses", String(index + 1)])
      let mine = agreement[Path(["therapistAgreements", ref])]
      let text = (mine ?? agreement[Path(["clientAgreements", ref])])?["text"]?.string ?? ""
      changes.append(.set(path.appending("$side"), mine == nil ? "client" : "therapist"))
      changes.append(.set(path.appending("$text"), .string("\(ref)  \(text)")))
    }
    if let criteria = agreement["tib"]?["levelOfCareCriteria"] { changes.append(.set("$criteria", criteria)) }
    return changes
  }

  /// As far on as the first was; within 92 days, and not past the agreement's own end.
  private static func nextReview(after terms: AttendanceTerms, on day: CivilDate) -> CivilDate? {
    guard let from = terms.effective, let until = terms.reviewOn, until > from else { return nil }
    let next = day.adding(days: min(92, max(7, until - from)))
    guard let ends = Agreement(terms.tree).ends, ends > day else { return next }
    return min(next, ends)
  }

  /// The measure that is on file twice or more, then and now.
  private static func measure(in documents: [JSON], until day: CivilDate) -> JSON? {
    let measures = documents.filter { Envelope($0).kind == .measure && Envelope($0).status != "void" }.compactMap {
      document -> (name: String, total: JSON, on: CivilDate)? in
      guard let name = document["name"]?.string, let total = document["total"], total.int != nil,
        let on = document["on"]?.string.flatMap({ CivilDate($0) }), on <= day
      else { return nil }
      return (name, total, on)
    }.sorted { $0.on < $1.on }
    guard let last = measures.last else { return nil }
    let reviews = documents.filter {
      Envelope($0).kind == .agreementReview && $0["measure"]?["name"]?.string == last.name
    }
    let first = measures.first { $0.name == last.name && $0.on < last.on }?.total
    guard let baseline = reviews.first?["measure"]?["baseline"] ?? first, let was = baseline.int,
      let now = last.total.int
    else { return nil }
    return [
      "measure": [
        "name": .string(last.name), "baseline": baseline, "now": last.total, "on": .string(last.on.description),
      ], "said": .string("\(last.name) \(was) → \(now), \(last.on.spoken)"),
    ]
  }

  /// What was agreed and counted, both sides, before the clauses are gone through.
  static func sayWhatWasAgreed(_ tree: JSON, _ documents: [JSON], in world: World) {
    guard let day = Envelope(tree).sessionDate, let client = Envelope(tree).client,
      let terms = agreementInForce(documents, on: day)
    else { return }
    let page = Page(world.output)
    page.blank()
    AttendancePage(page, terms, AttendanceLog(documents), on: day).say(of: client)
    page.blank()
    let counts = counts(documents, with: tree, under: terms, on: day)
    for line in Wording.sentences(counts) { page.say(line, hang: 2) }
    page.say(.dim("This describes what was written down."))
  }

  /// Into what a closing carries out: the version of the agreement that the review makes, and that it makes it.
  func addVersion(to facts: inout JSON, at now: Moment) {
    let review = AgreementReview(tree)
    guard review.makesVersion, let next = review.nextVersion, let id = next["id"] else {
      facts.apply(.remove("document.newVersion"))
      return
    }
    let agreement = Closing.document(
      of: next,
      status: Agreement(next).isSigned ? "active" : "complete", updatedAt: now)
    facts.apply(.set("agreement", agreement))
    let related = facts["document"]?["related"]?.array ?? []
    facts.apply(.set("document.related", .array(related + [["rel": "creates", "id": id]])))
  }
}

extension Wording {
  /// What was counted that bears on a clause, where its words say that something does.
  static func counted(for words: String, of side: String, _ counts: ReviewCounts) -> String? {
    let words = words.lowercased()
    func says(_ any: [String]) -> Bool { any.contains { words.contains($0) } }
    if side == "therapist" {
      if says(["bring up", "raise", "same day"]) {
        let days = counts.daysToRaise.map(String.init).joined(separator: ", ")
        return days.isEmpty ? nil : "Logged: raised after \(days) days"
      }
      guard says(["start", "on time"]) else { return nil }
      return
        "Logged: began late \(counts.therapistLate) of \(counts.sessionsScheduled), cancelled \(counts.therapistCancelled)"
    }
    if says(["practice", "homework", "between sessions"]) {
      return "Logged: \(counts.practiceDone) done, \(counts.practicePartly) partly, \(counts.practiceNotDone) not"
    }
    guard says(["come ", "on time", "arriv", "late"]) else { return nil }
    return "Logged: late \(counts.clientLate) of \(counts.sessionsScheduled), missed \(counts.clientMissed)"
  }

  /// The counts of a review in sentences, the therapist's first.
  static func sentences(_ counts: ReviewCounts) -> [String] {
    var said = ["Sessions held: \(counts.sessionsHeld) of \(counts.sessionsScheduled)."]
    said.append("Me: began late \(counts.therapistLate), cancelled \(counts.therapistCancelled).")
    var yours = "You: late \(counts.clientLate), missed \(counts.clientMissed)."
    if counts.minutesLost > 0 { yours += " \(counts.minutesLost) of \(counts.minutesOfThose) minutes were lost." }
    said.append(yours)
    if counts.practiceDone + counts.practicePartly + counts.practiceNotDone > 0 {
      said.append(
        "Practice: \(counts.practiceDone) done, \(counts.practicePartly) partly, \(counts.practiceNotDone) not.")
    }
    if !counts.daysToRaise.isEmpty {
      said.append("Raised after \(counts.daysToRaise.map(String.init).joined(separator: ", ")) days.")
    }
    return said
  }
}
