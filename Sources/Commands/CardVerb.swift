import ArgumentParser
import Documents
import Sessions

/// `attune card`: what the client takes home of a chain.
struct CardVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "A few lines of a chain to take home.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The chain's id.", valueName: "id"))
  var id: String
  @ArgumentParser.Option(help: ArgumentHelp("A new file for it.", valueName: "file"))
  var out: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let tree = try DocumentFinder(world, includingPrivate: false).read(id)
    guard tree["kind"] == "chain" else { throw .usage("‘\(id)’ is no chain, and has no card.", hint: nil) }
    guard Envelope(tree).status != "void" else { throw .usage("‘\(id)’ is void, and has no card.", hint: nil) }
    let text = CardPage.lines(of: tree, in: world.store).joined(separator: "\n") + "\n"
    guard let out else {
      world.output.put(text)
      return 0
    }
    let isNew: Bool
    do throws(StoreProblem) { isNew = try world.writeFile(out, Array(text.utf8)) } catch { throw .store(error) }
    guard isNew else { throw .fileExists(out) }
    world.output.put(out + "\n")
    return 0
  }
}
