import ArgumentParser
import Console
import Documents
import Interviews
import Sessions

/// `attune outcome`: what became of a promise, written where it stands; or what is open.
struct OutcomeVerb: TakesWords {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "What became of a commitment, of something to make right or of an event.")
  static let leading = 1

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp("id#k1, k1 alone for the newest open one, or an event's id; none lists them.", valueName: "ref"))
  var ref: String?
  @Argument(help: ArgumentHelp("kept, partly, not kept, not due, replaced; planned, done, dropped.", valueName: "word"))
  var outcome: [String] = []
  @ArgumentParser.Option(help: ArgumentHelp("Whose it is.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("Words, read from standard input.", valueName: "-"))
  var note: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "The next steps of reflections too; only when no client is at the screen.")
  var includesPrivate = false

  func run(in world: World, words: String?) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    if let note, note != "-" { throw wordsOutside("--note -") }
    guard let ref else {
      try list(isJSON, in: world)
      return 0
    }
    let events = EventTalk(world)
    if let event = try events.event(ref) {
      guard outcome.isEmpty else { throw wordsOutside("at the prompt") }
      try events.record(event, line: words ?? (note == nil ? nil : ShortAnswer(world).readAll()))
      return 0
    }
    let closed = try closedWords()
    if includesPrivate, let step = try StepTalk(world).step(ref, client: client) {
      let line = words ?? closed
      let read = note == nil ? nil : ShortAnswer(world).readAll()
      try StepTalk(world).record(step, line: line ?? read, note: line == nil ? nil : read)
      return 0
    }
    let line = words ?? closed
    let promise = try Promises(world).find(ref, client: client)
    let read = note == nil ? nil : ShortAnswer(world).readAll()
    try OutcomeTalk(world).record(promise, line: line ?? read, note: line == nil ? nil : read)
    return 0
  }

  /// The outcome itself and a number may stand on a command line; a person's words may not.
  private func closedWords() throws(VerbFailure) -> String? {
    if outcome.isEmpty { return nil }
    let closed: Set = [
      "kept", "partly", "not", "due", "notKept", "notDue", "replaced", "planned", "done", "dropped", "open",
    ]
    guard outcome.allSatisfy({ closed.contains($0) || Int($0) != nil }) else { throw wordsOutside("--note -") }
    return outcome.joined(separator: " ")
  }

  private func list(_ isJSON: Bool, in world: World) throws(VerbFailure) {
    if let client, ClientCode(client) == nil { throw .badClientCode(client) }
    let open = try Promises(world).open(of: client.flatMap(ClientCode.init))
    let steps = includesPrivate ? try StepTalk(world).open(of: client.flatMap(ClientCode.init)) : []
    if isJSON {
      let rows = open.map(\.json) + steps.map { $0.json.applying([.remove("what")]) }
      return world.output.put(JSON.array(rows).harmlessText)
    }
    let page = Page(world.output)
    for step in steps {
      page.say("\(step.ref)  my next step\(step.due.map { " by \($0.short)" } ?? "")", hang: 4)
      page.say(.strong(step.text), indent: 4)
    }
    if open.isEmpty, steps.isEmpty { page.say("Nothing is open.") }
    for promise in open {
      let due = promise.due.map { " by \($0.short)" } ?? ""
      let side = promise.sort == .therapist ? "therapist" : promise.sort == .client ? "client" : "to make right"
      page.say("\(promise.ref)  \(side)\(due)", hang: 4)
      page.say(.strong(promise.text), indent: 4)
    }
  }
}

/// What a person says has no place on a shell's command line, where others can read it.
func wordsOutside(_ way: String) -> VerbFailure {
  .usage("Words do not stand on the command line, where others can read them.", hint: "They are asked for, or: \(way)")
}
