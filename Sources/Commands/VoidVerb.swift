import ArgumentParser
import Sessions

/// `attune void`: a document that is not to be used; it stays, with the reason.
struct VoidVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Marks a document as not to be used; nothing is deleted.")
  static let leading = 1

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The document's id.", valueName: "id"))
  var id: String
  @ArgumentParser.Option(help: ArgumentHelp("Why, read from standard input; asked for unless given.", valueName: "-"))
  var reason: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    if let reason, reason != "-" { throw wordsOutside("--reason -") }
    let read = reason == nil ? words : ShortAnswer(world).readAll()
    try DocumentCare(world, includingPrivate: includesPrivate).void(id, reason: read)
    return 0
  }
}
