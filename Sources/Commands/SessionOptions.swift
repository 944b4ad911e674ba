import ArgumentParser
import Documents
import Sessions

/// What every verb takes that begins a session over a form, or takes its answers from a file.
struct SessionOptions: ParsableArguments {
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("A question set of your own: a file, or its name.", valueName: "file"))
  var template: String?
  @ArgumentParser.Option(help: ArgumentHelp("A JSON file of answers; nothing is asked.", valueName: "file"))
  var answers: String?
  @ArgumentParser.Option(help: ArgumentHelp("The session's number.", valueName: "number"))
  var session: Int?
  @ArgumentParser.Option(help: ArgumentHelp("The document that it is written about.", valueName: "id"))
  var about: String?
  @Flag(help: "A demonstration; the document says so.")
  var synthetic = false

  /// Asks, or takes the file. `form` is how much is asked, where there is a choice.
  /// `opening` is the first line, where it was typed behind the verb; `who` is whose event it is.
  func run(
    _ kind: Kind, form: String? = nil, who: String = "client", raising: Raising = .here, opening: String? = nil,
    in world: World
  ) throws(VerbFailure) -> Int32 {
    if let session, session < 1 { throw .usage("A session's number is 1 or more.", hint: nil) }
    if let about, DocumentID(about) == nil { throw .usage("‘\(about)’ is no document's id.", hint: nil) }
    if let answers { return try take(answers, kind, form, in: world) }
    var start = SessionStart(kind)
    start.client = client
    start.form = form
    start.template = template
    start.session = session
    start.about = about
    start.isSynthetic = synthetic
    start.who = who
    start.raising = raising
    start.opening = opening
    // Nothing private is opened, and no word of it said, before it is known that no client can read it.
    if kind == .reflection {
      guard try AloneAtTheScreen(world).isConfirmed() else { return 0 }
      if let session = try Resuming(world, .reflections).offer(client: client) {
        return Conversation(world).run(session)
      }
      guard let session = try Session.begin(start, in: world) else { return 0 }
      return Conversation(world).run(session)
    }
    // A record of five seconds waits for nothing that was left before.
    if kind != .session, let session = try Resuming(world).offer(client: client) {
      return Conversation(world).run(session)
    }
    guard let session = try Session.begin(start, in: world) else { return 0 }
    return Conversation(world).run(session)
  }

  private func take(_ file: String, _ kind: Kind, _ form: String?, in world: World) throws(VerbFailure) -> Int32 {
    for (name, value) in [("--form", form), ("--template", template)] where value != nil {
      throw .usage("\(name) asks questions, and beside --answers nothing is asked.", hint: "Leave one of them out.")
    }
    var answers = Answers(file: file, kind: kind)
    answers.client = client
    answers.session = session
    answers.about = about.flatMap(DocumentID.init)
    answers.isSynthetic = synthetic
    let saved = try answers.save(in: world)
    world.output.put(saved.file.path + "\n")
    if saved.stops.isEmpty { return 0 }
    world.output.complain("It is saved as a draft; before it is complete, this is settled or dismissed with a reason:")
    for finding in saved.stops { world.output.complain(Wording.line(finding)) }
    return 1
  }
}
