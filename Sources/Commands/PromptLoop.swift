import Console
import Documents
import Forms
import Interviews
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
    let words = shellWords(text)
    switch words.first {
    case nil: break
    case "quit", "exit", "/quit": return 0
    case "/crisis": _ = runVerb(["crisis"], in: world)
    case let word? where word.hasPrefix("/") && word.count > 1:
      _ = runVerb([String(word.dropFirst())] + words.dropFirst(), in: world)
    case _?: _ = runVerb(words, in: world)
    }
    return nil
  }

}

/// The first start makes the practice and says once what attune is and is not.
struct FirstStart {
  let world: World

  init(_ world: World) { self.world = world }

  func prepare() throws(VerbFailure) {
    let isNew: Bool
    do throws(StoreProblem) { isNew = try world.store.prepare() } catch { throw .store(error) }
    guard isNew else { return }
    for text in ScopeStatement.texts(place: world.store.place) {
      for line in wrapped(StyledLine(text), width: Page(world.output).width) { world.output.complain(line.text) }
    }
  }
}

/// What attune is and is not, said once (spec 10).
enum ScopeStatement {
  static func texts(place: String) -> [String] {
    [
      """
      attune helps a licensed mental-health professional write things down in a structured way. It does not assess \
      risk, diagnose, treat, rate adherence, or replace training, supervision, consent, or your record-keeping \
      duties. You decide; it asks.
      """,
      "This is a note-taking guide that your therapist uses with you. It cannot see or respond to emergencies.",
      """
      A new practice was made at \(place). attune does not encrypt; full-disk encryption is recommended. \
      chain begins an analysis, help lists what there is, quit leaves.
      """,
    ]
  }
}

/// A line cut into words as a shell would see them.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var quote: Character?
  var isStarted = false
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word.append(character) }
    } else if character == "\"" || character == "'" {
      quote = character
      isStarted = true
    } else if character.isWhitespace {
      if isStarted { words.append(word) }
      word = ""
      isStarted = false
    } else {
      word.append(character)
      isStarted = true
    }
  }
  if isStarted { words.append(word) }
  return words
}
