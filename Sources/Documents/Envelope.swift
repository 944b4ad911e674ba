/// The fields that every document begins with (spec 2.1), read from its tree.
package struct Envelope {
  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  package var id: DocumentID? { tree["id"]?.string.flatMap(DocumentID.init) }
  package var kind: Kind? { tree["kind"]?.string.flatMap { Kind(rawValue: $0) } }
  package var client: ClientCode? { tree["clientRef"]?.string.flatMap(ClientCode.init) }
  package var isSynthetic: Bool { tree["synthetic"]?.bool ?? false }
  package var createdAt: Moment? { tree["createdAt"]?.string.flatMap { Moment($0) } }
  package var updatedAt: Moment? { tree["updatedAt"]?.string.flatMap { Moment($0) } }
  package var sessionDate: CivilDate? { tree["sessionDate"]?.string.flatMap { CivilDate($0) } }
  package var sessionNumber: Int? { tree["sessionNumber"]?.int }
  package var status: String? { tree["status"]?.string }
  package var recordClass: String? { tree["recordClass"]?.string }

  /// Whether the document lies under `Private/`: by its kind, or by the class it was given.
  package var isPrivate: Bool {
    kind == .reflection || kind == .note || recordClass == "private" || recordClass == "psychotherapyNote"
  }

  /// The part of the practice that the document lies in.
  package var shelf: Shelf { kind == .transcript ? .transcripts : isPrivate ? .private : .record }

  /// The fields of spec 2.1 in the order of the fixtures; the body of a document follows them.
  package static let keys = [
    "schema", "id", "kind", "synthetic", "clientRef", "therapistRef", "createdAt", "updatedAt", "sessionDate",
    "sessionNumber", "mode", "status", "recordClass", "related",
  ]
}

/// The parts of a practice that documents lie in. What is private and what is not never share one.
package enum Shelf: String, CaseIterable, Hashable, Sendable {
  case record = "Clients"
  case `private` = "Private"
  case transcripts = "Transcripts"

  /// Those that are looked through: the record alone unless what is private was asked for.
  package static func all(includingPrivate: Bool) -> [Shelf] { includingPrivate ? allCases : [.record] }
}
