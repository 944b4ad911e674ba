import ArgumentParser
import Sessions

/// `attune move`: a document that was filed under the wrong client.
struct MoveVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Files a document under another client, with its revisions.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The document's id.", valueName: "id"))
  var id: String
  @ArgumentParser.Option(help: ArgumentHelp("Whose it is.", valueName: "code"))
  var client: String
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    try DocumentCare(world, includingPrivate: includesPrivate).move(id, to: client)
    return 0
  }
}
