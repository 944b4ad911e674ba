import Sessions

/// Runs a session to its end and gives the screen back. Returns the exit code: 69 where an editor was asked for and there
/// was none to be had.
struct Conversation {
  let world: World

  init(_ world: World) { self.world = world }

  func run(_ session: Session) -> Int32 {
    switch session.run() {
    case .closed, .left: ScreenClearing(world).offer()
    case .hungUp: break
    }
    return session.lacksEditor ? 69 : 0
  }
}
