import ArgumentParser
import Console
import Documents
import Sessions

/// `attune show`: a document as people or programs read it.
struct ShowVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "A document, by its id or its file.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("An id, or the path of a JSON file.", valueName: "id|file"))
  var document: String
  @ArgumentParser.Option(help: ArgumentHelp("Markdown or JSON.", valueName: "md|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let format, !["md", "json"].contains(format) {
      throw .usage("There is no format ‘\(format)’.", hint: "md or json.")
    }
    let tree = try DocumentFinder(world, includingPrivate: includesPrivate).read(document)
    world.output.put(format == "json" ? tree.harmlessText : harmless(DocumentKeeping(world.store).markdown(tree)))
    return 0
  }
}
