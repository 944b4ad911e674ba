import Documents
import Forms

/// What a client's documents say over some weeks, as of a day (spec 8.1 and 8.2): R1 to R22. It describes what was
/// written down, not what happened; it ranks nobody and foretells nothing.
///
/// Every number is counted in documents of the window that are finished; what is open, the agreement and the measures are
/// looked at whole. Below three documents only counts are given, below five no slope.
package struct ClientReview: Sendable {
  let day: CivilDate
  package let start: CivilDate
  /// Finished documents, by their days, up to the day of the review.
  let documents: [JSON]
  let drafts: [JSON]
  let log: AttendanceLog
  let wording: WordingLists
  let catalog: Catalog
  private let reliable: [String: Int]
  private let includesPrivate: Bool

  /// `documents` are all of one client; what is private among them is looked at only with `includingPrivate`. `reliable`
  /// is by how much a total has to change before it counts as change.
  package init(
    _ documents: [JSON], window: ReviewWindow = .standard, on day: CivilDate, includingPrivate: Bool = false,
    reliable: [String: Int] = Undertreatment.usualChange, catalog: Catalog
  ) {
    self.day = day
    self.catalog = catalog
    wording = catalog.wording
    self.reliable = reliable
    includesPrivate = includingPrivate
    let known = documents.filter { document in
      let envelope = Envelope(document)
      return (includingPrivate || !envelope.isPrivate) && envelope.kind != .transcript && envelope.kind != .review
        && (envelope.sessionDate.map { $0 <= day } ?? false)
    }.map { (age: ClientReview.age(of: $0), document: $0) }.sorted { $0.age < $1.age }.map(\.document)
    drafts = known.filter { Envelope($0).status == "draft" }
    self.documents = known.filter { !["draft", "void"].contains(Envelope($0).status ?? "draft") }
    log = AttendanceLog(self.documents)
    start = window.start(on: day, log)
  }

  private static func age(of document: JSON) -> AgeOrder {
    let envelope = Envelope(document)
    return AgeOrder(
      day: envelope.sessionDate ?? CivilDate(dayNumber: 0), instant: envelope.createdAt?.instant ?? 0,
      id: envelope.id?.text ?? "")
  }

  // MARK: What is looked at

  /// The finished documents of a kind in the window.
  func recent(_ kinds: Kind...) -> [JSON] {
    documents.filter { document in
      Envelope(document).kind.map(kinds.contains) ?? false
        && Envelope(document).sessionDate.map { start <= $0 } ?? false
    }
  }

  var chains: [JSON] { recent(.chain) }

  /// The events in the window, oldest first.
  var events: [InterferingEvent] { log.events.filter { $0.date.map { start <= $0 && $0 <= day } ?? false } }

  /// How many documents the review rests on.
  package var count: Int { documents.count { Envelope($0).sessionDate.map { start <= $0 } ?? false } }

  /// The course of each measure, oldest total first; those in reflections only where what is private is looked at.
  var measures: [Undertreatment.Course] {
    Undertreatment(documents, reliable: reliable, on: day).courses(withReflections: includesPrivate)
  }

  func reliableChange(of measure: String) -> Int? {
    reliable.first { $0.key.lowercased() == measure.lowercased() }?.value
  }

  // MARK: As a document

  /// The parts by their names, in the order of the spec.
  package var parts: [(name: String, value: JSON)] {
    [
      ("R1", openCommitments), ("R2", kept), ("R3", strengthAndOutcome), ("R4", targetFrequency), ("R5", urgesResisted),
      ("R6", peaks), ("R7", vulnerabilities), ("R8", promptingEvents), ("R9", keyLinks), ("R10", function),
      ("R11", skillGaps), ("R12", skillCourse), ("R13", chainQuality), ("R14", interference), ("R15", timeToRaise),
      ("R16", interferenceOutcome), ("R17", agreement), ("R18", openRepairs), ("R19", missingFollowUps),
      ("R20", measureCourses), ("R21", balance), ("R22", barriers),
    ]
  }

  /// What is said of the window, the parts, the words that the client or the therapist wrote beside them, and what to
  /// ask next.
  package var body: JSON.Members {
    var members: JSON.Members = [
      "window": ["from": .string("\(start)"), "to": .string("\(day)")], "documents": JSON(count),
      "chains": JSON(chains.count),
    ]
    for part in parts { members[part.name] = part.value }
    members["words"] = .object(words)
    members["courses"] = .object(courses)
    members["sides"] = .object(sides)
    members["questions"] = .array(questions.map { .string($0) })
    return members
  }
}

extension JSON {
  /// A number with no more than two places, a whole one without any.
  init(rounded number: Double) {
    // What no count comes to is none.
    guard number.isFinite, abs(number) < 1e12 else {
      self = .null
      return
    }
    let hundredths = (number * 100).rounded()
    if hundredths.truncatingRemainder(dividingBy: 100) == 0 {
      self.init(Int(hundredths / 100))
    } else {
      let whole = Int(abs(hundredths))
      let places = String(whole % 100)
      let text = "\(whole / 100).\(String(repeating: "0", count: 2 - places.count))\(places)"
      self = .number((hundredths < 0 ? "-" : "") + (text.hasSuffix("0") ? String(text.dropLast()) : text))
    }
  }

  init(_ number: Double?) { self = number.map { JSON(rounded: $0) } ?? .null }

  var items: [JSON] { array ?? [] }
}
