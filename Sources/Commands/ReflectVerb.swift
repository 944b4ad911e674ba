import ArgumentParser
import Documents
import Sessions

/// `attune reflect`: the therapist's own reflection, alone, or one from a file of answers.
struct ReflectVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reflect",
    abstract: "A reflection of your own, kept apart from the record; only when the client has gone.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions

  func run(in world: World) throws(VerbFailure) -> Int32 { try options.run(.reflection, in: world) }
}
