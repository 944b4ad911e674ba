import ArgumentParser
import Documents
import Sessions

/// `attune chain`: a guided chain analysis, or one from a file of answers.
struct ChainVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "chain", _superCommandName: "attune", abstract: "A guided behavior chain analysis.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions
  @ArgumentParser.Option(help: ArgumentHelp("How much is asked.", valueName: "full|short"))
  var form: String?

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let form, !["full", "short"].contains(form) {
      throw .usage("There is no form ‘\(form)’.", hint: "full or short.")
    }
    return try options.run(.chain, form: form, in: world)
  }
}
