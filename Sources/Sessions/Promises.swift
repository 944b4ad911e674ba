import Documents
import Forms
import Insights

/// The promises of a practice.
package struct Promises {
  private let world: World

  package init(_ world: World) { self.world = world }

  /// What is open of one client or of all: the therapist's first, each side by its day.
  package func open(of client: ClientCode?) throws(VerbFailure) -> [Promise] {
    let found: [Promise]
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      var all: [Promise] = []
      for code in try practice.clients() where client == nil || code == client {
        for document in try practice.documents(of: code) where Promises.isInForce(document) {
          all += Promise.all(in: document).filter(\.isOpen)
        }
      }
      found = all
    } catch {
      throw .store(error)
    }
    return Promise.Sort.allCases.flatMap { sort in
      found.filter { $0.sort == sort }.sorted {
        ($0.due?.dayNumber ?? .max, $0.ref) < ($1.due?.dayNumber ?? .max, $1.ref)
      }
    }
  }

  /// The one that `id#sub` names, or for a bare `sub` the client's newest open one.
  package func find(_ ref: String, client: String?) throws(VerbFailure) -> Promise {
    guard let hash = ref.firstIndex(of: "#") else { return try newest(ref, client: client) }
    let (id, tree) = try DocumentFinder(world, includingPrivate: false).documentToChange(String(ref[..<hash]))
    let sub = String(ref[ref.index(after: hash)...])
    let all = Promise.all(in: tree)
    guard let found = all.first(where: { $0.id == sub }) else {
      let there = all.isEmpty ? "‘\(id)’ holds no promise." : "‘\(id)’ holds \(Wording.list(all.map(\.id)))."
      throw .notFound(ref, hint: there)
    }
    guard Promises.isInForce(tree) else {
      throw .usage(
        "‘\(id)’ is \(Envelope(tree).status ?? "a draft"), and no outcome is kept in it.", hint: "Nothing was changed.")
    }
    return found
  }

  private func newest(_ sub: String, client: String?) throws(VerbFailure) -> Promise {
    let code = try ShortAnswer(world).client(client)
    let documents: [JSON]
    do throws(StoreProblem) { documents = try Practice(store: world.store).documents(of: code) } catch {
      throw .store(error)
    }
    let open = documents.filter(Promises.isInForce).flatMap { Promise.all(in: $0).filter(\.isOpen) }
    guard let found = open.last(where: { $0.id == sub }) else {
      throw .notFound(
        sub, hint: open.isEmpty ? "Nothing is open with \(code)." : "Open: \(open.map(\.ref).joined(separator: ", "))")
    }
    return try find(found.ref, client: nil)
  }

  private static func isInForce(_ document: JSON) -> Bool {
    !["draft", "void", "superseded"].contains(Envelope(document).status ?? "draft")
  }
}
