import ArgumentParser
import Documents
import Exchange
import Sessions

/// `attune diff`: what two documents, or two revisions of one, say differently.
struct DiffVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What two documents or revisions say differently, by field.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("An id, id@2 for a revision, or a JSON file.", valueName: "document"))
  var first: String
  @Argument(help: ArgumentHelp("Another; without one, the first and its revision before.", valueName: "document"))
  var second: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let page = DifferencePage(world, includingPrivate: includesPrivate)
    guard let (old, new) = try page.sides(first, second) else {
      if isJSON { world.output.put("[]\n") } else { Page(world.output).say("‘\(first)’ has no earlier revision.") }
      return 0
    }
    let differences = DocumentDifference.all(from: old.tree, to: new.tree)
    if isJSON {
      world.output.put(JSON.array(differences.map(\.json)).harmlessText)
    } else {
      page.say(differences, old, new)
    }
    return differences.isEmpty ? 0 : 1
  }
}
