import Console
import Sessions

/// Runs a session to its end, and what is offered behind it; then gives the screen back. Returns the exit code: 69 where
/// an editor was asked for and there was none to be had.
struct Conversation {
  let world: World

  init(_ world: World) { self.world = world }

  func run(_ session: Session) -> Int32 {
    switch session.run() {
    case .closed:
      session.sayWhereItStands()
      if let next = next(after: session) {
        let code = run(next)
        return session.lacksEditor ? 69 : code
      }
      // One line that holds no words leaves nothing on the screen that must go.
      if !session.wasOneLine { ScreenClearing(world).offer(afterPrivate: session.isPrivate) }
    case .left: ScreenClearing(world).offer(afterPrivate: session.isPrivate)
    case .hungUp: break
    }
    return session.lacksEditor ? 69 : 0
  }

  /// A form that fits what was said is a session of its own, about the first.
  private func next(after session: Session) -> Session? {
    guard world.isAttended, world.lines.isInteractive, let start = session.follower else { return nil }
    let page = Page(world.output)
    page.blank()
    page.say("Something expected did not happen. Go through the four questions of missing links now?  y · n")
    guard YesNo(world).read(enter: .no, endOfInput: .no) == .yes else { return nil }
    do throws(VerbFailure) { return try Session.begin(start, in: world) } catch {
      complain(error, in: world)
      return nil
    }
  }
}
