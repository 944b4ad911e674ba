import ArgumentParser
import Documents
import Sessions

/// `attune log`: what got in the way of therapy, on either side, in less than a minute; or one from a file of answers.
struct LogVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Logs what got in the way of therapy, on either side, and how sessions went.",
    subcommands: [LogSessionVerb.self, LogListVerb.self])
  static let leading = 0

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions
  @Flag(help: "The therapist's own.")
  var therapist = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    try options.run(.tibEvent, who: therapist ? "therapist" : "client", opening: words, in: world)
  }
}
