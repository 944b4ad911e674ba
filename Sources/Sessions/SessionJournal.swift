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
  /// Whether its document lies under `Private/`: then its journal does, and no transcript is kept of it.
  package let isPrivate: Bool

  /// The journal's name: the client before the first dot, and what lies apart where the document's id does not say so.
  package var journalName: String {
    let isSaid = [Kind.reflection, .note].contains { document.text.hasPrefix("\($0.idPrefix)-") }
    return "\(client).\(isPrivate && !isSaid ? "private." : "")\(document)"
  }

  package var json: JSON {
    var members: JSON.Members = [
      "attune": "session/1", "document": .string(document.text), "client": .string(client.text),
      "template": .string(template), "startedAt": .string(startedAt.description),
    ]
    members["templateTree"] = templateTree
    members["base"] = base.map { .string($0) }
    if isPrivate { members["private"] = true }
    return .object(members)
  }

  init(
    document: DocumentID, client: ClientCode, template: String, templateTree: JSON?, startedAt: Moment,
    base: String? = nil, isPrivate: Bool = false
  ) {
    self.base = base
    self.isPrivate = isPrivate
    self.document = document
    self.client = client
    self.template = template
    self.templateTree = templateTree
    self.startedAt = startedAt
  }

  package init?(_ json: JSON) {
    guard json["attune"] == "session/1", let document = json["document"]?.string.flatMap(DocumentID.init),
      let client = json["client"]?.string.flatMap(ClientCode.init), let template = json["template"]?.string,
      let startedAt = json["startedAt"]?.string.flatMap({ Moment($0) })
    else { return nil }
    self.init(
      document: document, client: client, template: template, templateTree: json["templateTree"], startedAt: startedAt,
      base: json["base"]?.string, isPrivate: json["private"] == true)
  }
}

/// A session's journal as the conversation uses it: events in, the half-typed line beside them.
///
/// An event that could not be written waits here and is written first the next time.
final class SessionJournal {
  private let journal: any Journal
  private var waiting: [[UInt8]] = []
  private var keepsDraft: Bool
  /// What was heard so far, where a transcript is kept, each as the journal has it.
  private(set) var heard: [JSON]
  /// Of what was heard, that which goes with the next line.
  private var noted: [JSON] = []
  /// The line as it was kept last.
  private var lastDraft: String

  init(_ journal: any Journal, heard: [JSON] = []) {
    self.journal = journal
    self.heard = heard
    keepsDraft = journal.draft != nil
    lastDraft = journal.draft ?? ""
  }

  var place: String { journal.place }
  var draft: String? { journal.draft }
  var hasUnwritten: Bool { !waiting.isEmpty }

  /// Begins with the head and the first event.
  func begin(_ head: SessionHead, _ opening: Event) throws(StoreProblem) {
    try journal.begin([head.json, opening.json].map { Array($0.compact.utf8) })
  }

  /// Events of one answer stand on one line, so that one sync keeps them all; what was heard meanwhile goes with them.
  func append(_ events: [Event], heard: [TranscriptEntry] = []) throws(StoreProblem) {
    var elements = events.map(\.json)
    let entries = heard.map(\.json)
    self.heard += entries
    if !noted.isEmpty || !entries.isEmpty { elements.append(["heard": .array(noted + entries)]) }
    noted = []
    guard let first = elements.first else { return try write() }
    try append(elements.count == 1 ? first : .array(elements))
  }

  /// Adds to what was heard, to be written with what comes next.
  func note(_ entries: [TranscriptEntry]) {
    let entries = entries.map(\.json)
    heard += entries
    noted += entries
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

  /// Keeps the line being typed, and returns whether it is kept. A failure here loses at most that line, and the next
  /// answer will tell.
  @discardableResult
  func keep(draft: String) -> Bool {
    guard !draft.isEmpty || keepsDraft else { return true }
    do throws(StoreProblem) {
      try journal.keep(draft: draft)
      keepsDraft = !draft.isEmpty
      lastDraft = draft
      return true
    } catch {
      keepsDraft = true
      return false
    }
  }

  /// Lets go of the line that was kept. Where it stands in what was answered, the journal knows it for answered; words
  /// that were wiped out before are cut to nothing.
  @discardableResult
  func letGo(answered line: String) -> Bool {
    let stands = line.hasPrefix(lastDraft)
    lastDraft = ""
    if stands { return keep(draft: "") }
    forgetDraft()
    return !keepsDraft
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

  func beginEdit(_ text: String) throws(StoreProblem) -> String { try journal.beginEdit(text) }

  /// What stands in the file of an editor, and a byte more than an answer can have where it is longer.
  func edited(rescued: Bool = false) throws(StoreProblem) -> [UInt8]? {
    try journal.edited(rescued: rescued, limit: EditedAnswer.limit + 1)
  }

  func endEdit() throws(StoreProblem) { try journal.endEdit() }

  func finish() throws(StoreProblem) { try journal.finish() }
  func leave() { journal.leave() }
}
