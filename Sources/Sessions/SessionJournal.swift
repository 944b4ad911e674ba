import Documents
import Interviews

/// What a session's journal begins with: which form is asked, and which document it makes.
package struct SessionHead: Hashable, Sendable {
  package let document: DocumentID
  package let client: ClientCode
  /// The template's name, and its tree where it is not a built-in one.
  package let template: String
  package let templateTree: JSON?
  package let startedAt: Moment
  /// The fingerprint of the saved document that is edited; nothing for a new one.
  package let base: String?

  /// The journal's name: the client before the first dot.
  package var journalName: String { "\(client).\(document)" }

  var json: JSON {
    var members: JSON.Members = [
      "attune": "session/1", "document": .string(document.text), "client": .string(client.text),
      "template": .string(template), "startedAt": .string(startedAt.description),
    ]
    members["templateTree"] = templateTree
    members["base"] = base.map { .string($0) }
    return .object(members)
  }

  init(
    document: DocumentID, client: ClientCode, template: String, templateTree: JSON?, startedAt: Moment,
    base: String? = nil
  ) {
    self.base = base
    self.document = document
    self.client = client
    self.template = template
    self.templateTree = templateTree
    self.startedAt = startedAt
  }

  init?(_ json: JSON) {
    guard json["attune"] == "session/1", let document = json["document"]?.string.flatMap(DocumentID.init),
      let client = json["client"]?.string.flatMap(ClientCode.init), let template = json["template"]?.string,
      let startedAt = json["startedAt"]?.string.flatMap({ Moment($0) })
    else { return nil }
    self.init(
      document: document, client: client, template: template, templateTree: json["templateTree"], startedAt: startedAt,
      base: json["base"]?.string)
  }
}

/// A session's journal as the conversation uses it: events in, the half-typed line beside them.
///
/// An event that could not be written waits here and is written first the next time.
final class SessionJournal {
  private let journal: any Journal
  private var waiting: [[UInt8]] = []
  private var keepsDraft: Bool

  init(_ journal: any Journal) {
    self.journal = journal
    keepsDraft = journal.draft != nil
  }

  var place: String { journal.place }
  var draft: String? { journal.draft }
  var hasUnwritten: Bool { !waiting.isEmpty }

  /// Begins with the head and the first event.
  func begin(_ head: SessionHead, _ opening: Event) throws(StoreProblem) {
    waiting = [head.json, opening.json].map { Array($0.compact.utf8) }
    try write()
  }

  /// Events of one answer stand on one line, so that one sync keeps them all.
  func append(_ events: [Event]) throws(StoreProblem) {
    guard let first = events.first else { return try write() }
    try append(events.count == 1 ? first.json : .array(events.map(\.json)))
  }

  private func append(_ value: JSON) throws(StoreProblem) {
    waiting.append(Array(value.compact.utf8))
    try write()
  }

  private func write() throws(StoreProblem) {
    guard !waiting.isEmpty else { return }
    try journal.append(waiting)
    waiting = []
  }

  /// Keeps the line being typed. A failure here loses at most that line, and the next answer will tell.
  func keep(draft: String) {
    guard !draft.isEmpty || keepsDraft else { return }
    do throws(StoreProblem) {
      try journal.keep(draft: draft)
      keepsDraft = !draft.isEmpty
    } catch {
      keepsDraft = true
    }
  }

  /// Leaves nothing of any line that was typed.
  func forgetDraft() {
    do throws(StoreProblem) {
      try journal.forgetDraft()
      keepsDraft = false
    } catch {
      keepsDraft = true
    }
  }

  func finish() throws(StoreProblem) { try journal.finish() }
  func leave() { journal.leave() }

  /// What a journal holds. Nothing in it is passed over: a line that does not read makes the whole unreadable, and its
  /// file is left as it is.
  enum Content {
    /// Not even its first line was written: nothing was asked.
    case nothing
    case session(SessionHead, [Event])
    case unreadable(line: Int)
  }

  static func read(_ journal: any Journal) -> Content {
    var head: SessionHead?
    var events: [Event] = []
    for (index, line) in journal.lines.enumerated() {
      let value: JSON
      do throws(JSONProblem) { value = try JSON(reading: line) } catch { return .unreadable(line: index + 1) }
      if index == 0 {
        guard let found = SessionHead(value) else { return .unreadable(line: 1) }
        head = found
        continue
      }
      for element in value.array ?? [value] {
        guard let event = Event(element) else { return .unreadable(line: index + 1) }
        events.append(event)
      }
    }
    guard let head, !events.isEmpty else { return .nothing }
    return .session(head, events)
  }
}
