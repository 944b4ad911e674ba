import ArgumentParser
import Documents
import Sessions

/// `attune missing`: the four questions about something that did not happen, or one from a file of answers.
struct MissingVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "missing", _superCommandName: "attune",
    abstract: "Missing links: something needed, agreed or expected did not happen.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions

  func run(in world: World) throws(VerbFailure) -> Int32 { try options.run(.missingLinks, in: world) }
}
