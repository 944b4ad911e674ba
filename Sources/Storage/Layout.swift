import Documents

/// Where the parts of a practice lie, relative to its folder.
enum Layout {
  static let own = ".attune"
  static let journals = ".attune/journal"
  static let lock = ".attune/lock"
  /// The byte of the lock file that stands for the indexes: behind those of the journals.
  static let indexLockByte: Int64 = 1 << 61

  /// Where the journals and drafts of what is private of a client lie.
  static func privateJournals(of client: ClientCode) -> String { "Private/\(client)/.journal" }

  /// Where the texts lie that editors are given in sessions with a client.
  static func edits(of client: ClientCode) -> String { "Private/\(client)/.edit" }

  /// A path as the caller names it, when no part of it can lead elsewhere.
  static func checked(_ path: String) -> String? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let fits = steps.allSatisfy { step in
      !step.isEmpty && !step.hasPrefix(".")
        && step.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }
    return fits ? path : nil
  }
}

/// Where one document lies.
struct DocumentPlace: Hashable {
  let id: DocumentID
  let client: ClientCode
  let shelf: Shelf

  var folder: String { "\(shelf.rawValue)/\(client)" }
  var json: String { "\(folder)/\(id).json" }
  var markdown: String { "\(folder)/\(id).md" }
  /// What two people signed, to the letter.
  var signedText: String { "\(folder)/\(id).signed.txt" }

  /// Earlier revisions of what is private lie with it; `.attune` holds not one private word.
  var revisions: String { shelf == .record ? "\(Layout.own)/revisions/\(id)" : "\(folder)/.revisions/\(id)" }
}

extension DocumentPlace {
  /// Nothing for a document that lacks an id, a client code or a kind.
  init?(of document: JSON) {
    let envelope = Envelope(document)
    guard let id = envelope.id, let client = envelope.client, envelope.kind != nil else { return nil }
    self.init(id: id, client: client, shelf: envelope.shelf)
  }

  init(of file: DocumentFile) { self.init(id: file.id, client: file.client, shelf: file.shelf) }
}

extension UInt8 {
  /// Whether it is one of `A-Za-z0-9`.
  var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
