import Documents

/// The name of a session's journal: the client's code, a dot, and what the session is about,
/// `SYN-MAPLE.chain-20260209-k3f9`.
struct JournalName: Hashable {
  let text: String
  let client: ClientCode

  /// Nothing unless it fits `[A-Za-z0-9._-]+` and begins with a client code and a dot.
  init?(_ text: String) {
    guard text.utf8.count <= 200, Layout.checked(text) != nil, !text.contains("/"),
      let dot = text.firstIndex(of: "."), text.index(after: dot) < text.endIndex,
      let client = ClientCode(String(text[..<dot]))
    else { return nil }
    self.text = text
    self.client = client
  }

  /// Whether the session writes what lies under `Private/`, by its kind or as its name says (`SYN-MAPLE.private.ID`): its
  /// journal does, too.
  var isPrivate: Bool {
    let subject = text.dropFirst(client.text.count + 1)
    return subject.hasPrefix("private.") || [Kind.reflection, .note].contains { subject.hasPrefix("\($0.idPrefix)-") }
  }

  var folder: String { isPrivate ? Layout.privateJournals(of: client) : Layout.journals }
  var journal: String { "\(folder)/\(text)\(JournalName.suffix)" }

  /// The draft of a line that begins with `/` is always private: it may be the beginning of a private note.
  func draft(isPrivate: Bool) -> String {
    "\(isPrivate ? Layout.privateJournals(of: client) : folder)/\(text).draft"
  }

  /// The folder of this session alone in which an editor works.
  var editFolder: String { "\(Layout.edits(of: client))/\(text)" }

  /// What the editor is given: a name that says nothing.
  var editFile: String { "\(editFolder)/answer.txt" }

  /// Where editors save a text when they are ended without having been asked to: nano, then emacs.
  var rescuedFiles: [String] { ["\(editFile).save", "\(editFolder)/#answer.txt#"] }

  /// The byte of the lock file that stands for this name. Two names share one about once in 2^60.
  var lockByte: Int64 { 1 + (Int64(sha256(Array(text.utf8)).prefix(15), radix: 16) ?? 0) }

  static let suffix = ".jsonl"

  /// The journals among the entries of a folder, sorted.
  static func names(in entries: [DiskEntry]) -> [String] {
    entries.filter { $0.kind == .file && $0.name.hasSuffix(suffix) }
      .map { String($0.name.dropLast(suffix.count)) }
      .filter { JournalName($0) != nil }
      .sorted()
  }
}
