import ArgumentParser
import Sessions

/// `attune notes`: the marks of earlier sessions that wait for their words, when the client has gone.
struct NotesVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Notes that were marked in a session and wait for their words.")
  @OptionGroup var common: CommonOptions
  @Flag(name: .customLong("private"), help: "Private notes too; only when no client is at the screen.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if includesPrivate, try !AloneAtTheScreen(world).isConfirmed() { return 0 }
    try WaitingNotes(world).write(includingPrivate: includesPrivate)
    return 0
  }
}
