/// Where documents are kept: a practice.
///
/// Every write is durable when the call returns: file and folder are synced. What was there before is never half
/// replaced. A document's place follows from its envelope (`Envelope.shelf`, `clientRef`, `id`).
package protocol Store: AnyObject {
  /// The practice folder, as a person would name it.
  var place: String { get }

  /// Makes the practice where there is none. Returns whether it was made now.
  func prepare() throws(StoreProblem) -> Bool

  /// The bytes of a file of the practice itself (`practice.yaml`, `Templates/mine.yaml`), or nothing.
  func file(_ name: String) throws(StoreProblem) -> [UInt8]?

  /// The names of the files in a folder of the practice itself (`Templates`), sorted.
  func files(in folder: String) throws(StoreProblem) -> [String]

  /// Every document's file, sorted by id; those of other shelves than the record only when asked for.
  func documents(includingPrivate: Bool) throws(StoreProblem) -> [DocumentFile]

  /// Those of one client: no other client's folder is looked into but where a document may lie in two.
  func documents(of client: ClientCode, includingPrivate: Bool) throws(StoreProblem) -> [DocumentFile]

  /// The document in a file, or nothing where it is gone. `unreadable` when it holds none.
  func load(_ file: DocumentFile) throws(StoreProblem) -> JSON?

  /// The document with that id, or nothing. `unreadable` when its file holds no document.
  func load(_ id: DocumentID, includingPrivate: Bool) throws(StoreProblem) -> JSON?

  /// The numbers of the earlier revisions of a document, oldest first; as it is now it is one more than the last.
  func revisions(of id: DocumentID, includingPrivate: Bool) throws(StoreProblem) -> [Int]

  /// An earlier revision of a document, or nothing. `unreadable` when its file holds no document.
  func load(_ id: DocumentID, revision: Int, includingPrivate: Bool) throws(StoreProblem) -> JSON?

  /// Writes a document, new or changed, with the Markdown beside it; the earlier revision is kept. A document that is
  /// there already to the byte is no write and no revision. A text that was signed is written beside it, before it, and
  /// stays there whatever is saved later.
  @discardableResult
  func save(_ document: JSON, markdown: String, signedText: String?) throws(StoreProblem) -> DocumentFile

  /// The text of a document that was signed, as it lies beside it, or nothing.
  func signedText(of id: DocumentID) throws(StoreProblem) -> [UInt8]?

  /// Writes the Markdown of a document that is there, when it is missing or other.
  func saveMarkdown(_ markdown: String, of file: DocumentFile) throws(StoreProblem)

  /// Takes a transcript away for good, its Markdown and revisions with it. Returns whether there was one; no other kind
  /// of document is ever taken away.
  func removeTranscript(_ id: DocumentID) throws(StoreProblem) -> Bool

  /// The SHA-256 or another fingerprint of a document's bytes as they are now, to tell whether it was changed meanwhile.
  func fingerprint(of id: DocumentID) throws(StoreProblem) -> String?

  /// What in the practice others may read, or is no part of one.
  func findings() throws(StoreProblem) -> [StoreFinding]

  /// The names of the sessions that were not finished: one look into one folder.
  func openSessions() throws(StoreProblem) -> [String]

  /// The names of the unfinished sessions whose journals are private, as those of reflections and notes are.
  func openPrivateSessions() throws(StoreProblem) -> [String]

  /// Begins the journal of a new session; `inUse` when there is one of that name. It is durable with the first line that is appended.
  func beginJournal(_ name: String) throws(StoreProblem) -> any Journal

  /// Takes up the journal of an unfinished session: a torn tail is cut off and that is synced first. `inUse` when
  /// another program has it.
  func resumeJournal(_ name: String) throws(StoreProblem) -> any Journal

  /// Removes what editors left behind in sessions with a client that are no more: one look into one folder. What belongs
  /// to an unfinished session stays, whoever has it.
  func sweepEdits(of client: ClientCode) throws(StoreProblem)
}

extension Store {
  @discardableResult
  package func save(_ document: JSON, markdown: String) throws(StoreProblem) -> DocumentFile {
    try save(document, markdown: markdown, signedText: nil)
  }
}

/// The journal of one session: JSON Lines, each synced before `append` returns, and the line being typed beside them.
/// It is locked for the session, so that no second program writes to it.
package protocol Journal: AnyObject {
  var name: String { get }

  /// Where it lies, as a person would name it.
  var place: String { get }

  /// The lines that were there when it was opened, without their line feeds.
  var lines: [[UInt8]] { get }

  /// The half-typed line that was kept, if one was.
  var draft: String? { get }

  /// Adds the first lines, with no line feed in them. They are synced with the next that are added, and before any line
  /// being typed is kept: until then nothing was said that could be lost.
  func begin(_ lines: [[UInt8]]) throws(StoreProblem)

  /// Adds lines, with no line feed in them, and syncs once. After a failed sync the lines so far are written to a fresh
  /// file; only when that fails too does this throw, and then every line before them is still safe.
  func append(_ lines: [[UInt8]]) throws(StoreProblem)

  /// Keeps the line being typed. One that begins with `/` is kept only under `Private/CODE/.journal/`, and what was
  /// kept before is cut to nothing and synced first. An empty text keeps nothing. A line behind which others were added
  /// was answered: it is not there again, and it may lie where it lay until the next one is kept or the session left.
  func keep(draft: String) throws(StoreProblem)

  /// Writes a text into a new file for an editor and syncs it; returns where it lies, as a person would name it: under
  /// `Private/CODE/.edit/`, in a folder of this session alone, with a name that says nothing. A file that an earlier
  /// editor left there is not written over and is given as it stands.
  func beginEdit(_ text: String) throws(StoreProblem) -> String

  /// What stands in that file, no more than `limit` bytes of it; nothing when there is none. With `rescued`, for an
  /// editor that was ended and could not finish, what it saved beside the file first takes the file's place.
  func edited(rescued: Bool, limit: Int) throws(StoreProblem) -> [UInt8]?

  /// The file goes, and everything that an editor left beside it.
  func endEdit() throws(StoreProblem)
  /// Cuts what is kept of any line to nothing, for good.
  func forgetDraft() throws(StoreProblem)

  /// The session is closed and its documents are safe: the journal and the draft go.
  func finish() throws(StoreProblem)

  /// The session is left: the journal stays, the lock goes.
  func leave()
}

extension Journal {
  /// Adds one line.
  package func append(_ line: [UInt8]) throws(StoreProblem) { try append([line]) }
}

/// A document's files, as a person would name them.
package struct DocumentFile: Hashable, Sendable {
  package let id: DocumentID
  package let client: ClientCode
  package let shelf: Shelf
  /// The path of the JSON; the Markdown's is the same with `.md`.
  package let path: String

  package init(id: DocumentID, client: ClientCode, shelf: Shelf, path: String) {
    self.id = id
    self.client = client
    self.shelf = shelf
    self.path = path
  }

  /// Whether it is looked at only when what is private was asked for.
  package var isPrivate: Bool { shelf != .record }

  package var markdownPath: String { String(path.dropLast(".json".count)) + ".md" }
}

/// Something about a practice that its owner may want to mend. The path is as a person would name it.
package enum StoreFinding: Hashable, Sendable {
  /// Others than the owner may read, write or enter it.
  case openToOthers(path: String)
  /// A link or something else that is no plain file or folder.
  case notPlain(path: String)
}

/// What kept something from being read or written. `path` is the file as a person would name it.
package enum StoreProblem: Error, Hashable, Sendable {
  case noSpace(path: String)
  case readOnly(path: String)
  case notPermitted(path: String)
  /// A symbolic link, or something that is no plain file or folder, stands where a file of the practice should.
  case notPlain(path: String)
  case inUse(name: String)
  case notFound(name: String)
  case unreadable(path: String, JSONProblem)
  /// The document was changed by something else since it was taken up.
  case changedMeanwhile(path: String)
  /// A document that lacks an id, a client code or a kind cannot be put anywhere.
  case hasNoPlace
  /// Any other failure of a call, with its `errno`.
  case failed(path: String, errno: Int32)
}
