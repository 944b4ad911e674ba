import Console
import Documents

/// Asks first that no client is at the screen, before anything private is shown, or even that there is something.
package struct AloneAtTheScreen {
  private let world: World

  package init(_ world: World) { self.world = world }

  /// Whether it may be opened. Where nobody sits at a terminal there is no screen to ask about.
  package func isConfirmed() throws(VerbFailure) -> Bool {
    guard world.isAttended else { return true }
    let page = Page(world.output)
    page.say("For the therapist alone. Has the client gone, and is nobody else at the screen?  y · n", hang: 2)
    switch YesNo(world).read(enter: .no) {
    case .yes: return true
    case .no:
      page.say(.dim("Nothing was opened."))
      return false
    case .left, .hungUp: throw .interrupted
    }
  }
}
