import ArgumentParser
import Documents
import Interviews
import Sessions

/// A verb of the program: parsed by ArgumentParser, run in a world, on the command line and at `attune>` alike.
package protocol Verb: ParsableCommand {
  /// Whether a practice is made where there is none before it runs.
  var needsPractice: Bool { get }
  mutating func run(in world: World) throws(VerbFailure) -> Int32
}

extension Verb {
  package var needsPractice: Bool { true }
}

/// Options that every verb takes; the program has carried them out before a verb runs.
struct CommonOptions: ParsableArguments {
  /// Their names with whether a value follows.
  static let names = ["--practice": true, "--plain": false, "--color": true]

  @ArgumentParser.Option(help: ArgumentHelp("The practice folder.", valueName: "folder"))
  var practice: String?

  @Flag(help: "Linear: no redraw, no escapes, every command.")
  var plain = false

  @ArgumentParser.Option(help: ArgumentHelp("When to color.", valueName: "auto|always|never"))
  var color: String?
}

/// The day that an option names; nothing where none is given.
func namedDay(_ typed: String?, in world: World) throws(VerbFailure) -> CivilDate? {
  guard let typed else { return nil }
  guard let day = readWholeDay(typed, today: world.clock.now().date) ?? CivilDate(typed) else {
    throw .usage("‘\(typed)’ is no day.", hint: "For example 2026-02-09, \"9 Feb\" or yesterday.")
  }
  return day
}

/// Whether `--format` asks for JSON.
func isJSON(_ format: String?) throws(VerbFailure) -> Bool {
  if let format, !["text", "json"].contains(format) {
    throw .usage("There is no format ‘\(format)’.", hint: "text or json.")
  }
  return format == "json"
}
