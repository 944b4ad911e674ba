import Console
import Sessions

/// The loop at `attune>`: the same verbs as on the command line, typed.
struct PromptLoop {
  let world: World

  init(_ world: World) { self.world = world }

  func run() -> Int32 {
    do throws(VerbFailure) {
      try FirstStart(world).prepare()
      if let session = try Resuming(world).offer() { _ = Conversation(world).run(session) }
    } catch {
      complain(error, in: world)
      if case .store = error { return error.exitCode }
    }
    while true {
      switch world.lines.readLine(LineRequest(prompt: "attune> ", completions: verbs)) {
      case .line(let text), .pasted(let text):
        if let code = take(text) { return code }
      case .interrupt: continue
      case .endOfInput, .hangUp: return 0
      }
    }
  }

  private func verbs(beginningWith text: String) -> [String] {
    AttuneCommand.verbNames.filter { $0.hasPrefix(text) && $0 != text }
  }

  private func take(_ text: String) -> Int32? {
    let typed = TypedWords(text)
    let words = typed.command
    if let option = decidedAtTheStart(words) {
      complain(
        .usage("\(option) is decided when attune starts.", hint: "quit leaves; then: attune \(option)"), in: world)
      return nil
    }
    switch words.first {
    case nil: break
    case "quit", "exit", "/quit": return 0
    case "/crisis": _ = runVerb(["crisis"], in: world)
    case let word? where word.hasPrefix("/") && word.count > 1:
      _ = runVerb([String(word.dropFirst())] + words.dropFirst(), own: typed.words, in: world)
    case _?: _ = runVerb(words, own: typed.words, in: world)
    }
    return nil
  }

  /// An option that cannot be taken here any more.
  private func decidedAtTheStart(_ words: [String]) -> String? {
    words.prefix { $0 != "--" }.lazy.map { String($0.prefix { $0 != "=" }) }.first { CommonOptions.names[$0] != nil }
  }
}
