import Documents
import Forms

/// A commitment of either side, or something to make right, where it stands.
package struct Promise: Hashable, Sendable {
  package enum Sort: String, CaseIterable, Hashable, Sendable {
    // The therapist's side is always first.
    case therapist, client, repair

    /// Whose it is: what is made right is the client's.
    package var side: String { self == .therapist ? "therapist" : "client" }

    /// Where a document may hold such promises: what was agreed in a conversation stands under `agree`.
    var lists: [Path] {
      switch self {
      case .therapist: ["therapistCommitments", "agree.therapist"]
      case .client: ["commitments", "agree.client"]
      case .repair: ["repair.items"]
      }
    }
  }

  package let document: DocumentID
  package let client: ClientCode
  package let id: String
  package let sort: Sort
  package let place: Path
  package let tree: JSON

  package var ref: String { "\(document)#\(id)" }
  package var text: String { (sort == .repair ? tree["repair"] ?? tree["harm"] : tree["text"])?.string ?? "" }
  package var due: CivilDate? { tree["by"]?.string.flatMap { CivilDate($0) } }
  /// The day of the outcome that stands.
  package var outcomeOn: CivilDate? { tree["outcomeOn"]?.string.flatMap { CivilDate($0) } }

  package var isOpen: Bool {
    switch sort {
    case .therapist, .client: (tree["outcome"]?.isAbsent ?? true) || tree["outcome"] == "notDue"
    case .repair: (tree["status"]?.isAbsent ?? true) || tree["status"] == "planned"
    }
  }

  package var json: JSON {
    [
      "ref": .string(ref), "client": .string(client.text), "side": .string(sort == .therapist ? "therapist" : "client"),
      "due": due.map { .string($0.description) } ?? .null, "text": .string(text),
    ]
  }

  /// Those of a document, the therapist's first.
  package static func all(in tree: JSON) -> [Promise] {
    guard let id = Envelope(tree).id, let client = Envelope(tree).client else { return [] }
    return Sort.allCases.flatMap { sort in
      sort.lists.flatMap { list in
        (tree[list]?.array ?? []).compactMap { element in
          element["id"]?.string.map {
            Promise(
              document: id, client: client, id: $0, sort: sort, place: list.appending($0), tree: element)
          }
        }
      }
    }
  }
}
