import ArgumentParser
import Documents
import Sessions

/// `attune measure`: the total of a standard measure on a day.
struct MeasureVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Keeps the total of a standard measure.")
  static let leading = 0

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("A JSON file of the measure; nothing is asked.", valueName: "file"))
  var answers: String?
  @Flag(help: "A demonstration; the document says so.")
  var synthetic = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    if let answers {
      var given = Answers(file: answers, kind: .measure)
      given.client = client
      given.isSynthetic = synthetic
      world.output.put(try given.save(in: world).file.path + "\n")
      return 0
    }
    try Measures(world).keep(words, of: client, isSynthetic: synthetic)
    return 0
  }
}
