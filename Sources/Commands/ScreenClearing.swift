import Console
import Sessions

/// The offer to clear the screen once an interview is left.
struct ScreenClearing {
  let world: World

  init(_ world: World) { self.world = world }

  /// After something private an empty Enter clears it.
  func offer(afterPrivate isPrivate: Bool = false) {
    guard world.lines.isInteractive, !world.output.isPlain else { return }
    let clearing: Settings.Clearing
    do throws(VerbFailure) { clearing = try Settings(from: world.store).clear } catch { clearing = .ask }
    switch clearing {
    case .never: return
    case .always: world.output.clearScreen()
    case .ask:
      Page(world.output).say(
        "Clear the screen and what can be scrolled back to?  y · n" + (isPrivate ? "   Enter: y" : ""))
      if YesNo(world).read(enter: isPrivate ? .yes : .no) == .yes { world.output.clearScreen() }
    }
  }
}
