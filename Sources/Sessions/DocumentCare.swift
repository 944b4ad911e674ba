import Console
import Documents
import Interviews

/// What is done to a whole document that is there: taken out of use, or filed under another client. Nothing is deleted.
package struct DocumentCare {
  private let world: World
  private let finder: DocumentFinder

  package init(_ world: World, includingPrivate: Bool) {
    self.world = world
    finder = DocumentFinder(world, includingPrivate: includingPrivate)
  }

  /// Marks a document as void, with the reason; `reason` is asked for where it is not given.
  package func void(_ name: String, reason given: String?) throws(VerbFailure) {
    let page = Page(world.output)
    var (id, tree) = try finder.documentToChange(name)
    if Envelope(tree).status == "void" {
      page.say("‘\(id)’ is void already." + (tree["voided"]?["reason"]?.string.map { " \($0)" } ?? ""), hang: 2)
      return
    }
    var reason = given
    if reason == nil {
      page.say("Why is ‘\(id)’ not to be used? It stays, and is marked as void.   (Enter leaves it as it is)")
      reason = try answer()
    }
    guard let reason, !reason.isEmpty else {
      if !world.isAttended { throw .usage("A reason is wanted.", hint: "Nothing was changed.") }
      page.say(.dim("Nothing was changed."))
      return
    }
    let now = JSON.string(world.clock.now().description)
    let settings = try Settings(from: world.store)
    let by = settings.clinician.map { .string($0) } ?? tree["therapistRef"] ?? "T1"
    tree.apply(.set("status", "void"))
    tree.apply(.set("updatedAt", now))
    tree.apply(.set("voided", ["reason": .string(reason), "by": by, "at": now]))
    try save(tree)
    page.say("‘\(id)’ is void. It stays where it is, and so do its earlier revisions.", hang: 2)
    do throws(StoreProblem) {
      if let old = try Agreements(world).giveBackPlace(of: tree) { page.say("‘\(old)’ is in force again.", hang: 2) }
    } catch {
      throw .store(error)
    }
  }

  /// Files a document under another client, its revisions with it; asked first where there is someone to ask.
  package func move(_ name: String, to code: String) throws(VerbFailure) {
    let page = Page(world.output)
    guard let client = ClientCode(code) else { throw .badClientCode(code) }
    let (id, tree) = try finder.documentToChange(name)
    let old = Envelope(tree).client?.text ?? ""
    if old == client.text {
      page.say("‘\(id)’ is filed under \(client) already.")
      return
    }
    if world.isAttended {
      let known: [ClientCode]
      do throws(StoreProblem) { known = try Practice(store: world.store).clients() } catch { throw .store(error) }
      if !known.contains(client) {
        let near = nearest(client.text, among: known.map(\.text)).map { "  \($0) exists" } ?? ""
        page.say(.dim("\(client) is a new client.\(near)"))
      }
      page.say("Move ‘\(id)’ with all its revisions from \(old) to \(client)?  y · n")
      switch YesNo(world).read(enter: .no, endOfInput: .no) {
      case .yes: break
      case .no:
        page.say(.dim("Nothing was changed."))
        return
      case .left, .hungUp: throw .interrupted
      }
    }
    // What belongs to it goes first: a move that is cut off is finished by the same words.
    for note in try companions(of: id) { try file(note, under: client) }
    let file = try file(tree, under: client)
    page.say(
      "‘\(id)’ is filed under \(client) now, its revisions too. attune move \(id) --client \(old) takes it back.")
    page.say(.dim(file.path))
  }

  /// The private notes and the transcripts that are about a document: they are about the same person.
  private func companions(of id: DocumentID) throws(VerbFailure) -> [JSON] {
    do throws(StoreProblem) {
      var found: [JSON] = []
      for file in try world.store.documents(includingPrivate: true) where file.isPrivate {
        do throws(StoreProblem) {
          if let tree = try world.store.load(file.id, includingPrivate: true), isAbout(tree, id) { found.append(tree) }
        } catch {
          // A file that does not read is the matter of `doctor`, and of nobody's move.
          guard case .unreadable = error else { throw error }
        }
      }
      return found
    } catch {
      throw .store(error)
    }
  }

  private func isAbout(_ tree: JSON, _ id: DocumentID) -> Bool {
    switch Envelope(tree).kind {
    case .note: tree["about"]?.string == id.text
    case .transcript: (tree["related"]?.array ?? []).contains { $0["rel"] == "about" && $0["id"]?.string == id.text }
    default: false
    }
  }

  @discardableResult
  private func file(_ tree: JSON, under client: ClientCode) throws(VerbFailure) -> DocumentFile {
    try save(
      tree.applying([
        .set("clientRef", .string(client.text)), .set("updatedAt", .string(world.clock.now().description)),
      ]))
  }

  @discardableResult
  private func save(_ tree: JSON) throws(VerbFailure) -> DocumentFile {
    do throws(StoreProblem) { return try DocumentKeeping(world.store).save(tree) } catch { throw .store(error) }
  }

  private func answer() throws(VerbFailure) -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): return text
    case .ended: return nil
    case .left, .hungUp: throw .interrupted
    }
  }
}
