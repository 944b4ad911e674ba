import ArgumentParser

/// The benchmarks: each figure beside its peer's, taken in turns in one run. No part of the product.
@main struct AttuneBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attune-bench", abstract: "Measures attune beside the programs that it is held against.",
    subcommands: [SessionBench.self, SearchBench.self, CorpusCommand.self], defaultSubcommand: SessionBench.self)
}
