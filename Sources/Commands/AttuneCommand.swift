import ArgumentParser

/// The program's own name and its verbs.
struct AttuneCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "attune",
    abstract:
      "A line-editing conversation for behavior chain analyses and accountability, for two people at one screen.",
    discussion: """
      attune helps a licensed mental-health professional write things down in a structured way. It does not assess risk, \
      diagnose, treat, rate adherence, or replace training, supervision, consent, or your record-keeping duties. \
      You decide; it asks. In danger now? attune crisis
      """,
    version: version,
    subcommands: [
      ChainVerb.self, MissingVerb.self, LogVerb.self, AgreeVerb.self, TalkVerb.self, AgendaVerb.self, ReviewVerb.self,
      ResumeVerb.self,
      EditVerb.self,
      NotesVerb.self, OutcomeVerb.self,
      ReflectVerb.self,
      MeasureVerb.self, VoidVerb.self,
      MoveVerb.self, FindVerb.self, ListVerb.self, ShowVerb.self, DiffVerb.self, CardVerb.self, CheckVerb.self,
      SchemaVerb.self,
      ExportVerb.self,
      TemplatesVerb.self, TranscriptsVerb.self,
      DoctorVerb.self, CrisisVerb.self, QuitVerb.self,
    ])

  @OptionGroup var common: CommonOptions

  /// A verb that has no verbs of its own.
  static func verb(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name && $0.configuration.subcommands.isEmpty }
  }

  static var verbNames: [String] {
    configuration.subcommands.map { $0.configuration.commandName ?? $0._commandName }
  }
}
