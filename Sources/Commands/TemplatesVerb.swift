import ArgumentParser

/// `attune templates`: question sets, the built-in ones and one's own.
struct TemplatesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Question sets: those built in, and your own.",
    subcommands: [TemplatesListVerb.self, TemplatesExportVerb.self, TemplatesLintVerb.self])
}
