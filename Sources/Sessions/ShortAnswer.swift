import Console
import Documents
import Interviews

/// One line asked for outside a form. Crisis resources act here too, and so does leaving.
package struct ShortAnswer {
  package enum Answer: Hashable, Sendable {
    case text(String)
    /// `/quit`, Control-C or the end of the input.
    case left
    case ended
    case hungUp
  }

  private let world: World

  package init(_ world: World) { self.world = world }

  package func read(initial: String = "") -> Answer {
    while true {
      switch world.lines.readLine(LineRequest(initial: initial)) {
      case .line(let text):
        switch CommandLine(text) {
        case .command(.crisis, _): CrisisPage.show(in: world)
        case .command(.quit, _): return .left
        case .command, .unknown: Page(world.output).say(.dim("Here /crisis and /quit act."))
        case .answer(let words): return .text(words.trimmed)
        }
      case .pasted(let text): return .text(text.trimmed)
      case .interrupt: return .left
      case .endOfInput: return .ended
      case .hangUp: return .hungUp
      }
    }
  }

  /// All lines until the end of the input, in one: `--note -`.
  package func readAll() -> String {
    var lines: [String] = []
    while true {
      switch world.lines.readLine(LineRequest(prompt: world.lines.isInteractive ? "› " : "")) {
      case .line(let text), .pasted(let text): lines.append(text.trimmed)
      case .interrupt, .endOfInput, .hangUp: return lines.joined(separator: " ").trimmed
      }
    }
  }

  /// The code of a client that is known: the one given, the only one there is, or the one that is typed.
  package func client(_ given: String?, includingPrivate: Bool = false) throws(VerbFailure) -> ClientCode {
    if let given {
      guard let code = ClientCode(given) else { throw .badClientCode(given) }
      let isKnown: Bool
      do throws(StoreProblem) {
        isKnown = try Practice(store: world.store).knows(code, includingPrivate: includingPrivate)
      } catch { throw .store(error) }
      guard isKnown else { throw .noClient(code) }
      return code
    }
    let known: [ClientCode]
    do throws(StoreProblem) { known = try Practice(store: world.store).clients() } catch { throw .store(error) }
    if known.count == 1 { return known[0] }
    let page = Page(world.output)
    page.say("For which client?")
    while true {
      switch read() {
      case .text(let text) where ["", "?"].contains(text):
        page.say(.dim("Known: \(Wording.list(known.map(\.text))).   /quit leaves"))
      case .text(let text):
        if let code = ClientCode(text), known.contains(code) { return code }
        let near = nearest(text, among: known.map(\.text)).map { " Did you mean ‘\($0)’?" } ?? ""
        page.say(.dim("There is no document of ‘\(text)’.\(near)"))
      case .ended: throw .usage("No client was named.", hint: "Give one with --client CODE.")
      case .left, .hungUp: throw .interrupted
      }
    }
  }
}
