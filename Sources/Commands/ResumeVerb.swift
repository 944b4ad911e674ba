import ArgumentParser
import Console
import Documents
import Interviews
import Sessions

/// `attune resume`: goes on with a session that was not finished.
struct ResumeVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Goes on with a session that was not finished.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The document's id, where several are open.", valueName: "id"))
  var id: String?
  @Flag(name: .customLong("private"), help: "Private ones too; only when no client is at the screen.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if includesPrivate { guard try AloneAtTheScreen(world).isConfirmed() else { return 0 } }
    let open = try Resuming(world, includesPrivate ? .all : .record).open(of: nil)
    let page = Page(world.output)
    let chosen: OpenSession
    if let id {
      guard let found = open.first(where: { $0.session.document.text == id }) else {
        throw .notFound(
          id,
          hint: open.isEmpty
            ? "No session is open." : "Open: \(open.map(\.session.document.text).joined(separator: ", "))")
      }
      chosen = found.session
    } else if open.count == 1 {
      chosen = open[0].session
    } else {
      if open.isEmpty { page.say("No session is open.") }
      for (session, standing) in open { page.say("\(standing.words)  \(session.document)") }
      if !open.isEmpty { page.say(.dim("attune resume \(includesPrivate ? "--private " : "")ID goes on with one.")) }
      return 0
    }
    guard let session = try Session.resume(chosen, in: world) else { return 0 }
    return Conversation(world).run(session)
  }
}

/// Sessions that were not finished, as they are offered.
struct Resuming {
  /// Which of them are looked for.
  enum Shelf { case record, reflections, all }

  let world: World
  let shelf: Shelf

  init(_ world: World, _ shelf: Shelf = .record) {
    self.world = world
    self.shelf = shelf
  }

  private func sessions() throws(VerbFailure) -> [OpenSession] {
    switch shelf {
    case .record: try OpenSession.all(in: world)
    case .reflections: try OpenSession.allPrivate(in: world).filter { $0.kind == .reflection }
    case .all: try OpenSession.all(in: world) + OpenSession.allPrivate(in: world)
    }
  }

  private var command: String { shelf == .record ? "resume" : "resume --private" }

  /// All that are open, each with how it stands; one whose closing was cut off is closed now.
  func open(of client: String?) throws(VerbFailure) -> [(session: OpenSession, standing: OpenSession.Standing)] {
    var found: [(session: OpenSession, standing: OpenSession.Standing)] = []
    for session in try sessions() {
      if let standing = try Session.standing(of: session, in: world) {
        if client == nil || session.client.text == client { found.append((session, standing)) }
      } else {
        // What cannot be finished now is said, and keeps nobody from beginning.
        do throws(VerbFailure) { _ = try Session.resume(session, in: world) } catch { complain(error, in: world) }
      }
    }
    return found
  }

  /// Offers an unfinished session; saying no leaves it where it is. One that another program has is only named.
  func offer(client: String? = nil) throws(VerbFailure) -> Session? {
    let open = try open(of: client)
    let free = open.filter(\.standing.canBeResumed)
    guard !open.isEmpty else { return nil }
    let page = Page(world.output)
    guard world.isAttended else {
      for (_, standing) in open {
        world.output.complain(standing.words + (standing.canBeResumed ? " attune \(command) goes on with it." : ""))
      }
      return nil
    }
    for (_, standing) in open { page.say(standing.words) }
    guard free.count == 1 else {
      if !free.isEmpty {
        page.say(.dim("\(command) ID goes on with one: \(free.map(\.session.document.text).joined(separator: ", "))"))
      }
      return nil
    }
    page.say("Go on with it?  y · n (it stays)")
    switch YesNo(world).read() {
    case .yes: return try Session.resume(free[0].session, in: world)
    case .no: return nil
    case .left, .hungUp: throw .interrupted
    }
  }
}
