import ArgumentParser
import Sessions

/// `quit`, at `attune>`; on the command line there is nothing to leave.
struct QuitVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "quit", abstract: "Leaves attune.")
  @OptionGroup var common: CommonOptions

  func run(in world: World) -> Int32 { 0 }
}
