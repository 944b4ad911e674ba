import Documents
import Interviews

/// Finds a document that a person named, by its id or by the path of its file.
package struct DocumentFinder {
  private let world: World
  private let includesPrivate: Bool

  package init(_ world: World, includingPrivate: Bool) {
    self.world = world
    includesPrivate = includingPrivate
  }

  /// A document of the practice, or a JSON file anywhere.
  package func read(_ name: String) throws(VerbFailure) -> JSON {
    do throws(StoreProblem) {
      if let id = DocumentID(name), let tree = try world.store.load(id, includingPrivate: includesPrivate) {
        return tree
      }
      if name.contains("/") || name.hasSuffix(".json") {
        let bytes = try world.readFile(name)
        do throws(JSONProblem) { return try JSON(reading: bytes) } catch {
          throw .unreadable(path: name, error)
        }
      }
    } catch {
      throw .store(error)
    }
    throw try missing(name)
  }

  /// A document of the practice with its id.
  package func document(_ name: String) throws(VerbFailure) -> (id: DocumentID, tree: JSON) {
    do throws(StoreProblem) {
      if let id = DocumentID(name), let tree = try world.store.load(id, includingPrivate: includesPrivate) {
        return (id, tree)
      }
    } catch {
      throw .store(error)
    }
    throw try missing(name)
  }

  /// The same, where it is about to be changed: no unfinished session may have it, since its end would undo the change.
  package func documentToChange(_ name: String) throws(VerbFailure) -> (id: DocumentID, tree: JSON) {
    let found = try document(name)
    let open: [String]
    do throws(StoreProblem) { open = try world.store.openSessions() + world.store.openPrivateSessions() } catch {
      throw .store(error)
    }
    if open.contains(where: { $0.hasSuffix(".\(found.id)") }) { throw .isBeingWritten(found.id) }
    return found
  }

  private func missing(_ name: String) throws(VerbFailure) -> VerbFailure {
    do throws(StoreProblem) {
      let known = try world.store.documents(includingPrivate: includesPrivate).map(\.id.text)
      return .noDocument(name, didYouMean: nearest(name, among: known))
    } catch {
      throw .store(error)
    }
  }
}
