import Console
import Documents
import Exchange

/// The documents of a practice, a row each.
package struct DocumentList {
  package struct Row {
    package let file: DocumentFile
    package let kind: String
    package let date: String
    package let status: String
    /// Whether it is private by what it says of itself, wherever it lies.
    package var isPrivate = false

    package var json: JSON {
      [
        "id": .string(file.id.text), "kind": .string(kind), "client": .string(file.client.text), "date": .string(date),
        "status": .string(status), "file": .string(file.path),
      ]
    }

    /// Plain columns that fit 80 unless a code or an id is long: what does not fit goes to the next line.
    package var line: StyledLine {
      func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
      }
      return StyledLine(
        column(date, 11) + column(file.client.text, 12) + column(PlainWords.kind(kind), 17) + column(status, 11)
          + file.id.text)
    }
  }

  private let store: any Store

  package init(_ store: any Store) { self.store = store }

  /// Which of them are wanted; nothing means all.
  package struct Filter {
    package var client: ClientCode?
    package var kind: Kind?
    package var status: String?
    package var since: CivilDate?
    package var until: CivilDate?

    package init() {}

    func holds(_ row: Row) -> Bool {
      if let kind, row.kind != kind.rawValue { return false }
      if let status, row.status != status { return false }
      guard since != nil || until != nil else { return true }
      guard let date = CivilDate(row.date) else { return false }
      return since.map { $0 <= date } ?? true && until.map { date <= $0 } ?? true
    }
  }

  package static let statuses = ["draft", "complete", "active", "reviewed", "superseded", "void"]

  package func rows(_ filter: Filter, includingPrivate: Bool) throws(VerbFailure) -> [Row] {
    try rows(client: filter.client, includingPrivate: includingPrivate).filter(filter.holds)
  }

  /// Newest last, as they were made.
  package func rows(client: ClientCode?, includingPrivate: Bool) throws(VerbFailure) -> [Row] {
    do throws(StoreProblem) {
      var rows: [Row] = []
      let files =
        if let client {
          try store.documents(of: client, includingPrivate: includingPrivate)
        } else {
          try store.documents(includingPrivate: includingPrivate)
        }
      for file in files {
        let tree: JSON?
        do throws(StoreProblem) { tree = try store.load(file) } catch {
          guard case .unreadable = error else { throw error }
          rows.append(Row(file: file, kind: "", date: "", status: "unreadable"))
          continue
        }
        guard let tree else { continue }
        let envelope = Envelope(tree)
        rows.append(
          Row(
            file: file, kind: tree["kind"]?.string ?? "", date: envelope.sessionDate?.description ?? "",
            status: envelope.status ?? "", isPrivate: envelope.shelf != .record))
      }
      return rows.sorted { ($0.date, $0.file.id) < ($1.date, $1.file.id) }
    } catch {
      throw .store(error)
    }
  }
}
