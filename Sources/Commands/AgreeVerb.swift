import ArgumentParser

/// `attune agree`: what two people have agreed, and where it stands.
struct AgreeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "The treatment agreement.", subcommands: [AgreeStatusVerb.self])
}
