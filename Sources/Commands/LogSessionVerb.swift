import ArgumentParser
import Documents
import Interviews
import Sessions

/// `attune log session held y`: how a session went, in five seconds.
struct LogSessionVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "How a session went: held, missed or cancelled, and the practice.")
  static let leading = 0

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions
  @Argument(
    help: ArgumentHelp(
      "held, missed, cancelled-by-client, cancelled-by-therapist or cancelled-together; notice as 26h; practice y, p, n.",
      valueName: "how"))
  var how: [String] = []

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    let closed = try closedWords(today: world.clock.now().date)
    return try options.run(.session, opening: words ?? closed, in: world)
  }

  /// Days, closed words and numbers may stand on a command line; a person's words may not.
  private func closedWords(today: CivilDate) throws(VerbFailure) -> String? {
    if how.isEmpty { return nil }
    let outcomes = SessionRecord.Outcome.allCases.map(\.rawValue)
    let closed = Set(
      outcomes + ["cancelled-by-client", "cancelled-by-therapist", "cancelled-together", "none", "y", "p", "n"])
    let strangers = how.filter { word in
      let unit = word.drop { $0.isASCII && $0.isNumber }
      let isLength = unit.count < word.count && ["h", "m", "min", "d"].contains(String(unit))
      return !closed.contains(word) && !isLength && readWholeDay(word, today: today) == nil
    }
    if let stranger = strangers.first {
      let near = nearest(stranger, among: closed.sorted()).map { "Did you mean ‘\($0)’?" }
      throw .usage("‘\(stranger)’ does not say how a session went.", hint: near ?? "As in: attune log session held y")
    }
    guard how.contains(where: { outcomes.contains($0) || $0.hasPrefix("cancelled-") }) else {
      throw .usage("How the session went is not said.", hint: "As in: attune log session held y")
    }
    return how.joined(separator: " ")
  }
}
