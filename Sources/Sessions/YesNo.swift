import Console
import Forms
import Interviews

/// A short question outside the form: y, n, or Enter for yes. Crisis resources act here too, and so does leaving.
package struct YesNo {
  package enum Answer: Hashable, Sendable {
    case yes, no
    /// `/quit`, Control-C or the end of the input.
    case left
    case hungUp
  }

  private let world: World

  package init(_ world: World) { self.world = world }

  /// Reads until something is understood.
  package func read(enter: Answer = .yes, endOfInput: Answer = .left) -> Answer {
    while true {
      switch world.lines.readLine(LineRequest()) {
      case .line(let text):
        switch CommandLine(text) {
        case .command(.crisis, _): CrisisPage.show(in: world)
        case .command(.quit, _): return .left
        case .command, .unknown: ask()
        case .answer(let words):
          switch words.trimmed.lowercased() {
          case "": return enter
          case "y", "yes": return .yes
          case "n", "no": return .no
          default: ask()
          }
        }
      case .pasted: ask()
      case .interrupt: return .left
      case .endOfInput: return endOfInput
      case .hangUp: return .hungUp
      }
    }
  }

  private func ask() { Page(world.output).say(.dim("y or n.")) }
}
