import ArgumentParser
import Sessions

/// A verb of the program: parsed by ArgumentParser, run in a world, on the command line and at `attune>` alike.
package protocol Verb: ParsableCommand {
  mutating func run(in world: World) throws(VerbFailure) -> Int32
}

/// Options that every verb takes; the program has carried them out before a verb runs.
struct CommonOptions: ParsableArguments {
  @ArgumentParser.Option(help: ArgumentHelp("The practice folder.", valueName: "folder"))
  var practice: String?

  @Flag(help: "Linear: no redraw, no escapes, every command.")
  var plain = false

  @ArgumentParser.Option(help: ArgumentHelp("When to color.", valueName: "auto|always|never"))
  var color: String?
}
