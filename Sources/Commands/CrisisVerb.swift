import ArgumentParser
import Forms
import Sessions

/// `attune crisis`: crisis resources, with no practice, no question and no record.
struct CrisisVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "crisis", abstract: "Crisis resources.")
  @OptionGroup var common: CommonOptions

  var needsPractice: Bool { false }

  func run(in world: World) -> Int32 {
    for line in CrisisPage.lines(BuiltIn.crisisSet()) { Page(world.output).say(line.text, .strong, hang: 4) }
    return 0
  }
}
