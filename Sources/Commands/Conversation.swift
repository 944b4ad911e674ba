import Sessions

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
