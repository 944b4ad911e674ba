import Documents

/// What a conversation about how two people work together is about (spec 6.4): the events of both sides since the last
/// one, and the rule of attendance that they brought furthest.
package struct OpenEvents {
  /// The client's by day, and the therapist's by day.
  package let clients: [InterferingEvent]
  package let therapists: [InterferingEvent]
  /// The rule that stands nearest to its number; nothing where none counts anything.
  package let count: AttendanceCount?
  private let terms: AttendanceTerms?
  private let chain: String?

  package init(_ documents: [JSON], on day: CivilDate) {
    let log = AttendanceLog(documents)
    let last = log.conversations.last { $0 <= day }
    let events = log.events.filter { event in
      guard let date = event.date, date <= day else { return false }
      return last.map { date > $0 } ?? true
    }
    clients = events.filter(\.isClients)
    therapists = events.filter { $0.isTherapists && !$0.isClients }
    let terms = AttendanceTerms.inForce(on: day, among: documents)
    self.terms = terms
    let counts = terms.map { log.counts(under: $0, on: day) } ?? []
    count = counts.filter { $0.status != .clear || $0.therapistStatus != .clear }.max {
      OpenEvents.height($0) < OpenEvents.height($1)
    }
    chain = documents.last { OpenEvents.isAboutInterference($0) && OpenEvents.isSince(last, $0) }?["id"]?.string
  }

  /// How far a rule has come: the side that is nearer to its number says it; of two, the one that has more.
  private static func height(_ count: AttendanceCount) -> (Int, Int) {
    (max(rank(count.status), rank(count.therapistStatus)), max(count.client, count.therapist))
  }

  private static func rank(_ status: AttendanceCount.Status) -> Int {
    switch status {
    case .clear: 0
    case .some: 1
    case .near: 2
    case .reached: 3
    }
  }

  private static func isSince(_ last: CivilDate?, _ document: JSON) -> Bool {
    guard let last else { return true }
    return Envelope(document).sessionDate.map { $0 > last } ?? false
  }

  private static func isAboutInterference(_ document: JSON) -> Bool {
    guard Envelope(document).kind == .chain, !["draft", "void"].contains(Envelope(document).status ?? "draft") else {
      return false
    }
    let tags = Set((document["target"]?["tags"]?.array ?? []).compactMap(\.string))
    return !tags.isDisjoint(with: ["lateness", "missedSession", "workNotDone"])
  }

  /// Their ids, the client's first, as a document keeps them.
  package var ids: [String] { (clients + therapists).compactMap { $0.tree["id"]?.string } }

  /// Those of later days.
  package func ids(after day: CivilDate) -> [String] {
    (clients + therapists).filter { $0.date.map { $0 > day } ?? false }.compactMap { $0.tree["id"]?.string }
  }

  package var related: [JSON] {
    var related: [JSON] = []
    if let agreement = terms?.id, let rule = count?.rule.id {
      related.append(["rel": "triggeredBy", "id": .string("\(agreement)#\(rule)")])
    }
    if let chain { related.append(["rel": "uses", "id": .string(chain)]) }
    return related
  }

  /// The count as a conversation keeps it.
  package var counted: JSON? {
    guard let count else { return nil }
    var members: JSON.Members = [
      "rule": .string(count.rule.id ?? ""), "client": JSON(count.client), "therapist": JSON(count.therapist),
    ]
    members["threshold"] = count.rule.threshold.map { JSON($0) }
    members["windowSessions"] = count.rule.windowSessions.map { JSON($0) }
    members["status"] = .string(count.status.rawValue)
    return .object(members)
  }

  /// The step of the agreed response that is this conversation, where its number was reached.
  package var agreementStep: Int? {
    guard count?.status == .reached else { return nil }
    let steps = terms?.tree["tib"]?["response"]?.array ?? []
    let step = steps.first { step in
      ["name", "do"].contains { step[$0]?.string?.lowercased().contains("conversation") ?? false }
    }
    return step?["step"]?.int
  }
}
