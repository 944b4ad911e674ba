import ArgumentParser
import Documents
import Sessions

/// `attune log`, with nothing more: an event, in less than a minute; or one from a file of answers.
struct LogEventVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "What got in the way, the client's or with --therapist one's own.")
  static let leading = 0

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions
  @Flag(help: "The therapist's own.")
  var therapist = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    try options.run(.tibEvent, who: therapist ? "therapist" : "client", opening: words, in: world)
  }
}
