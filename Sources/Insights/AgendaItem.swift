import Documents

/// Something that two people may want to take up: a promise that is open, a review that comes, an event that was not
/// raised, a step of the therapist's own, a document that is not finished.
package struct AgendaItem: Hashable, Sendable {
  package enum What: String, CaseIterable, Hashable, Sendable { case commitment, review, event, step, draft }

  package let what: What
  /// `id`, or `id#sub` of a part of it.
  package let ref: String
  package let client: String
  /// Whose it is; nothing where it is nobody's or both's.
  package let side: String?
  package let due: CivilDate?
  package let text: String
  /// Whether it is a conversation that was prepared and waits to be held.
  package let isPrepared: Bool
  /// Where its document's target stands in the hierarchy of targets, from 0.
  package let tier: Int
  /// Whether its document lies under `Private/`.
  package let isPrivate: Bool

  package var json: JSON {
    [
      "what": .string(what.rawValue), "ref": .string(ref), "client": .string(client),
      "side": side.map { .string($0) } ?? .null, "due": due.map { .string($0.description) } ?? .null,
      "text": .string(text),
    ]
  }

  /// By the hierarchy of targets, then by the day, the therapist's before the client's.
  package static func order(_ a: AgendaItem, _ b: AgendaItem) -> Bool { a.key < b.key }

  private var key: (Int, Int, Int, String) {
    (tier, due?.dayNumber ?? .max, side == "therapist" ? 0 : side == "client" ? 1 : 2, ref)
  }

  /// What is open in the documents of a client on a day, in order. Steps stand in reflections: they are there only when
  /// those are given.
  package static func all(in documents: [JSON], on day: CivilDate) -> [AgendaItem] {
    let finished = documents.filter { !["draft", "void", "superseded"].contains(Envelope($0).status ?? "draft") }
    // Until the day of the version that took its place a superseded one is in force, and its review is due.
    let kept = documents.filter { !["draft", "void"].contains(Envelope($0).status ?? "draft") }
    let drafts = documents.filter { Envelope($0).status == "draft" }
    return
      (finished.flatMap { promises(in: $0) + events(in: $0) + steps(in: $0) } + reviews(among: kept, on: day)
      + drafts.map { item(.draft, of: $0, text: draftWords($0)) }).sorted(by: order)
  }

  // MARK: What is open

  private static func promises(in document: JSON) -> [AgendaItem] {
    Promise.all(in: document).filter(\.isOpen).map { promise in
      item(
        .commitment, of: document, sub: promise.id, side: promise.sort.side, due: promise.due, text: promise.text)
    }
  }

  /// An event is raised by the next session, a week on.
  private static func events(in document: JSON) -> [AgendaItem] {
    let event = InterferingEvent(document)
    guard Envelope(document).kind == .tibEvent, event.addressedOn == nil, !document.isStated("addressedOn") else {
      return []
    }
    return [
      item(
        .event, of: document, side: document["who"]?.string, due: event.date?.adding(days: 7),
        text: document["description"]?.string ?? "")
    ]
  }

  private static func steps(in document: JSON) -> [AgendaItem] {
    guard Envelope(document).kind == .reflection else { return [] }
    return (document["nextSteps"]?.array ?? []).enumerated().compactMap { index, step in
      guard step.object != nil, step["done"] != true else { return nil }
      let id = step["id"]?.string ?? "nextSteps.\(index + 1)"
      return item(
        .step, of: document, sub: id, side: "therapist", due: day(step["by"]), text: step["text"]?.string ?? "")
    }
  }

  /// The agreement in force is looked at on its day, or on the one that its last review named.
  private static func reviews(among documents: [JSON], on day: CivilDate) -> [AgendaItem] {
    guard let terms = AttendanceTerms.inForce(on: day, among: documents) else { return [] }
    let reviews = documents.filter { Envelope($0).kind == .agreementReview && $0["agreementRef"]?.string == terms.id }
    let last = reviews.max { ($0["sessionDate"]?.string ?? "") < ($1["sessionDate"]?.string ?? "") }
    // A review that names no day leaves the agreement's own, where that is still to come.
    let agreed = terms.reviewOn.flatMap { due in
      last.map { due > (Envelope($0).sessionDate ?? due) } ?? true ? due : nil
    }
    guard let due = self.day(last?["nextReviewOn"]) ?? agreed else { return [] }
    let version = terms.version.map { ", version \($0)" } ?? ""
    return [item(.review, of: terms.tree, due: due, text: "Look at the agreement again\(version).")]
  }

  private static func draftWords(_ document: JSON) -> String {
    let noun = Envelope(document).kind?.noun ?? "a document"
    let day = Envelope(document).sessionDate.map { " of \($0.day) \(monthNames[$0.month - 1])" } ?? ""
    let isPrepared = Envelope(document).kind == .accountability && Accountability(document).isPrepared
    let state = isPrepared ? "is prepared and waits to be held" : "is not finished"
    return "\(noun.prefix(1).uppercased())\(noun.dropFirst())\(day) \(state)."
  }

  // MARK: An item

  private static func item(
    _ what: What, of document: JSON, sub: String? = nil, side: String? = nil, due: CivilDate? = nil, text: String
  ) -> AgendaItem {
    let id = document["id"]?.string ?? ""
    return AgendaItem(
      what: what, ref: sub.map { "\(id)#\($0)" } ?? id, client: document["clientRef"]?.string ?? "", side: side,
      due: due, text: text,
      isPrepared: Envelope(document).kind == .accountability && Accountability(document).isPrepared,
      tier: tier(of: document), isPrivate: Envelope(document).isPrivate)
  }

  private static func day(_ value: JSON?) -> CivilDate? { value?.string.flatMap { CivilDate($0) } }

  /// A chain says its own; what is about how the two work together is therapy-interfering (spec 2.5).
  private static func tier(of document: JSON) -> Int {
    let tiers = ["lifeThreatening", "therapyInterfering", "qualityOfLife", "skills"]
    switch Envelope(document).kind {
    case .chain: return document["target"]?["tier"]?.string.flatMap { tiers.firstIndex(of: $0) } ?? tiers.count
    case .missingLinks, .agreement, .agreementReview, .tibEvent, .accountability, .reflection, .session: return 1
    case .measure, .note, .review, .transcript, nil: return tiers.count
    }
  }
}
