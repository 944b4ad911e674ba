import ArgumentParser
import Console
import Documents
import Sessions

/// `attune chain`: a guided chain analysis, or one from a file of answers.
struct ChainVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "chain", abstract: "A guided behavior chain analysis.")

  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("The client's code, never a name.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("How much is asked.", valueName: "full|short"))
  var form: String?
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

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let form, !["full", "short"].contains(form) {
      throw .usage("There is no form ‘\(form)’.", hint: "full or short.")
    }
    if let session, session < 1 { throw .usage("A session's number is 1 or more.", hint: nil) }
    if let about, DocumentID(about) == nil { throw .usage("‘\(about)’ is no document's id.", hint: nil) }
    if let answers {
      let taken = try Answers(file: answers, client: client, kind: .chain, isSynthetic: synthetic).save(in: world)
      world.output.put(taken.file.path + "\n")
      if taken.isHeldBack {
        world.output.complain("The safety section is not finished, so it is saved as a draft.")
        return 1
      }
      return 0
    }
    var start = ChainStart()
    start.client = client
    start.form = form
    start.template = template
    start.session = session
    start.about = about
    start.isSynthetic = synthetic
    if let session = try Resuming(world).offer(client: client) { return Conversation(world).run(session) }
    guard let session = try Session.begin(start, in: world) else { return 0 }
    return Conversation(world).run(session)
  }
}

/// Runs a session to its end and gives the screen back.
struct Conversation {
  let world: World

  init(_ world: World) { self.world = world }

  func run(_ session: Session) -> Int32 {
    switch session.run() {
    case .closed, .left: ScreenClearing(world).offer()
    case .hungUp: break
    }
    return 0
  }
}

/// The offer to clear the screen once an interview is left.
struct ScreenClearing {
  let world: World

  init(_ world: World) { self.world = world }

  func offer() {
    guard world.lines.isInteractive, !world.output.isPlain else { return }
    let clearing: Settings.Clearing
    do throws(VerbFailure) { clearing = try Settings(from: world.store).clear } catch { clearing = .ask }
    switch clearing {
    case .never: return
    case .always: world.output.clearScreen()
    case .ask:
      Page(world.output).say("Clear the screen and what can be scrolled back to?  y · n")
      if case .line(let text) = world.lines.readLine(LineRequest()), ["y", "yes"].contains(text.lowercased()) {
        world.output.clearScreen()
      }
    }
  }
}
