import ArgumentParser

/// `attune log`: what got in the way of therapy, on either side, and how sessions went.
struct LogVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Logs what got in the way of therapy, on either side, and how sessions went.",
    subcommands: [LogEventVerb.self, LogSessionVerb.self, LogListVerb.self], defaultSubcommand: LogEventVerb.self)
}
