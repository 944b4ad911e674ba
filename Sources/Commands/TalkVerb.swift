import ArgumentParser
import Documents
import Sessions

/// `attune talk`: the conversation about how two people work together; prepared alone, held in the room, or raised by
/// the client.
struct TalkVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "talk", _superCommandName: "attune",
    abstract: "A conversation about what gets in the way, on both sides.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SessionOptions
  @Flag(help: "Alone, before the session: it waits to be held.")
  var prepare = false
  @Flag(help: "Raised by the client, about the therapist's part.")
  var mine = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if prepare, mine { throw .usage("--prepare and --mine do not go together.", hint: "Leave one of them out.") }
    if let session = options.session, session < 1 { throw .usage("A session's number is 1 or more.", hint: nil) }
    if options.answers == nil, !prepare, !mine,
      let prepared = try Session.prepared(with: options.client, in: world), let id = Envelope(prepared).id
    {
      // One that stays open hinders no other: what was prepared is held all the same.
      if let open = try Resuming(world).offer(client: options.client) { return Conversation(world).run(open) }
      if options.template != nil || options.about != nil {
        throw .usage(
          "‘\(id)’ is prepared and is held as it was begun.", hint: "Leave --template and --about out; or void \(id).")
      }
      return Conversation(world).run(try Session.hold(id, session: options.session, in: world))
    }
    return try options.run(.accountability, raising: prepare ? .prepared : mine ? .byClient : .here, in: world)
  }
}
