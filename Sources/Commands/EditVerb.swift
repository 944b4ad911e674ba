import ArgumentParser
import Console
import Documents
import Sessions

/// `attune edit`: the same interview over a saved chain; the earlier revision is kept.
struct EditVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "The same interview over a saved document.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The document's id.", valueName: "id"))
  var id: String
  @Flag(name: .customLong("private"), help: "Private documents too; only when no client is at the screen.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    guard let id = DocumentID(id) else { throw .notFound(self.id, hint: nil) }
    if includesPrivate { guard try AloneAtTheScreen(world).isConfirmed() else { return 0 } }
    if let open = try Resuming(world, includesPrivate ? .all : .record).open(of: nil).first(where: {
      $0.session.document == id
    }),
      let session = try Session.resume(open.session, in: world)
    {
      Page(world.output).say(.dim("\(open.standing.words) It goes on."))
      return Conversation(world).run(session)
    }
    return Conversation(world).run(try Session.edit(id, includingPrivate: includesPrivate, in: world))
  }
}
