import Console
import Documents

/// The documents of a practice, a row each.
package struct DocumentList {
  package struct Row {
    package let file: DocumentFile
    package let kind: String
    package let date: String
    package let status: String

    package var json: JSON {
      [
        "id": .string(file.id.text), "kind": .string(kind), "client": .string(file.client.text), "date": .string(date),
        "status": .string(status), "file": .string(file.path),
      ]
    }

    /// Plain columns that fit 80.
    package var line: StyledLine {
      func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
      }
      return StyledLine("  " + column(date, 12) + column(file.client.text, 14) + column(status, 11) + file.id.text)
    }
  }

  private let store: any Store

  package init(_ store: any Store) { self.store = store }

  /// Newest last, as they were made.
  package func rows(client: ClientCode?, includingPrivate: Bool) throws(VerbFailure) -> [Row] {
    do throws(StoreProblem) {
      var rows: [Row] = []
      for file in try store.documents(includingPrivate: includingPrivate) where client == nil || file.client == client {
        let tree: JSON?
        do throws(StoreProblem) { tree = try store.load(file.id, includingPrivate: includingPrivate) } catch {
          guard case .unreadable = error else { throw error }
          rows.append(Row(file: file, kind: "", date: "", status: "unreadable"))
          continue
        }
        guard let tree else { continue }
        let envelope = Envelope(tree)
        rows.append(
          Row(
            file: file, kind: tree["kind"]?.string ?? "", date: envelope.sessionDate?.description ?? "",
            status: envelope.status ?? ""))
      }
      return rows.sorted { ($0.date, $0.file.id) < ($1.date, $1.file.id) }
    } catch {
      throw .store(error)
    }
  }
}
