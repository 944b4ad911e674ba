import Console
import Documents
import Forms
import Interviews

extension Session {
  /// Carries out a command. Every one says in a line what it did and how to take it back.
  func carryOut(_ command: Command, _ rest: String) -> End? {
    switch command {
    case .client, .therapist, .both:
      let voice: Voice = command == .client ? .client : command == .therapist ? .therapist : .both
      if rest.isEmpty {
        handle(interview.carryOut(command, rest, in: surroundings))
      } else {
        answer(rest, as: voice, with: "/\(command.rawValue)")
      }
    case .edit:
      edit(rest)
    case .undo:
      showsShape = true
      undo()
    case .back, .next, .jump:
      showsShape = true
      handle(interview.carryOut(command, rest, in: surroundings))
    case .note, .private: markNote(command, rest)
    case .check: check()
    case .dismiss: dismiss(rest)
    case .off: return offTheRecord()
    case .on: page.say(.dim("Everything is on the record."))
    case .redo, .skip, .insert, .move, .split, .merge, .drop, .rate, .key, .validate, .skill, .risk, .form:
      handle(interview.carryOut(command, rest, in: surroundings))
    case .map: showMap()
    case .show: show(rest)
    case .why: showWhy()
    case .aside: return showAside()
    case .example: showExample()
    case .help: showHelp(rest)
    case .repeat: showsShape = true
    case .pause: pause()
    case .hide: return hide()
    case .crisis: return crisis()
    case .more: return more()
    case .editor: editor(rest)
    case .save: saySafe()
    case .quit:
      leave()
      return .left
    }
    return nil
  }

  /// The line that Control-C gave up comes back, else the old answer.
  private func edit(_ rest: String) {
    if rest.isEmpty, let line = abandoned {
      abandoned = nil
      initial = line
      asks = false
      return
    }
    let before = interview.state.cursor
    handle(interview.carryOut(.edit, rest, in: surroundings))
    guard let place = interview.state.cursor, place != before || !rest.isEmpty else { return }
    let answer = interview.state.said[place] ?? currentText(at: place)
    initial = Session.inLine(answer)
  }

  func currentText(at place: Place) -> String {
    guard let ask = interview.guide.ask(at: place) else { return "" }
    return LineWriter(template: template, tree: tree).line(ask, base: interview.guide.base(of: place))
  }

  // MARK: Texts of the template

  private var here: (place: Place, question: Question, section: Section)? {
    guard let place = interview.state.cursor, let question = template.question(place.question),
      let section = template.section(of: place.question)
    else { return nil }
    return (place, question, section)
  }

  private func showWhy() {
    asks = false
    page.say(.dim(here?.section.why ?? "Closing keeps what was said, for both."))
  }

  private func showExample() {
    asks = false
    page.say(.dim(here?.question.example ?? here?.section.example ?? "There is no example here."))
  }

  private func showHelp(_ name: String) {
    asks = false
    if let command = name.isEmpty ? nil : Command.named(name.hasPrefix("/") ? String(name.dropFirst()) : name) {
      page.say(.dim("\(command.usage.call)   \(command.usage.does)"), hang: 4)
      return
    }
    if let here {
      if let help = here.question.help ?? here.section.help { page.say(.dim(help)) }
      if let shape = interview.guide.ask(at: here.place)?.shape { page.say(.dim("The line: \(shape)")) }
    }
    page.say(.dim("? lists the words that fit here. Plain words are always an answer, and /skip is one."))
    page.say(.dim(Command.allCases.map { "/\($0.rawValue)" }.joined(separator: " ")))
    page.say(.dim("/help jump says what /jump does, and so for each."))
  }

  /// The step before; a line that is taken away whole stands in the input line once more.
  private func undo() {
    let before = interview.state
    handle(interview.carryOut(.undo, "", in: surroundings))
    let after = interview.state
    guard after.lastSaid != before.lastSaid, let words = before.lastSaid.flatMap({ before.said[$0] }) else { return }
    initial = Session.inLine(words)
  }

  // MARK: For the therapist alone

  private func showAside() -> End? {
    var texts = asides
    if let here { texts += [here.question.aside, here.section.aside].compactMap { $0 } }
    texts = texts.reduce(into: []) { kept, text in if !kept.contains(text) { kept.append(text) } }
    asides = []
    if texts.isEmpty { texts = ["There is nothing for the therapist alone here."] }
    for text in texts { page.say(text) }
    page.say(.dim("Enter clears it."))
    if let end = wait() { return end }
    world.output.clearScreen()
    return nil
  }

  // MARK: A moment's rest

  private func pause() {
    page.say("Breathe in for a slow count of 4. Out for 6. About five or six breaths a minute. Stop if dizzy.")
    page.say(.dim("Any key goes on."))
    world.lines.waitForKey(seconds: 75) { _ in }
  }

  func hide() -> End? {
    world.output.clearScreen()
    page.say(.dim("Enter goes on."))
    showsShape = true
    if let end = wait() { return end }
    world.output.clearScreen()
    return nil
  }

  /// Waits for Enter; what is typed is not kept.
  private func wait() -> End? {
    recorder?.masksWords = true
    defer { recorder?.masksWords = false }
    switch world.lines.readLine(LineRequest(prompt: "", isRemembered: false)) {
    case .line(let text):
      if case .command(.crisis, _) = CommandLine(text) { return crisis() }
      return nil
    case .pasted, .interrupt: return nil
    case .endOfInput:
      guard !world.lines.isInteractive else { return nil }
      leave()
      return .left
    case .hangUp:
      leave()
      return .hungUp
    }
  }

  /// Crisis resources: at once, whole, and nothing else on the screen. Nothing of it is recorded.
  func crisis() -> End? {
    recorder?.pause()
    defer { recorder?.goOnWithNextLine() }
    world.output.clearScreen()
    showCrisis()
    page.say(.dim("Enter goes back."))
    if let end = wait() { return end }
    world.output.clearScreen()
    return nil
  }

  /// Writing stops: the resources and what matters now stand alone on the screen until somebody says to go on.
  func stop(_ text: String) {
    if world.lines.isInteractive { world.output.clearScreen() }
    page.say(.strong(text))
    showCrisis()
    page.say("What was written is safe. /quit leaves; go on asks the next question.")
    guard world.lines.isInteractive else { return }
    while true {
      switch world.lines.readLine(LineRequest()) {
      case .line(let typed):
        if case .command(.quit, _) = CommandLine(typed) {
          leavesNext = true
          return
        }
        if ["go on", "y", "yes"].contains(typed.trimmed.lowercased()) {
          world.output.clearScreen()
          return
        }
        page.say(.dim("/quit or go on."))
      case .pasted, .interrupt: page.say(.dim("/quit or go on."))
      case .endOfInput, .hangUp:
        leavesNext = true
        return
      }
    }
  }

  func showCrisis() { CrisisPage.show(in: world) }

  // MARK: A long answer

  private func more() -> End? {
    page.say(.dim("Write on; a line with a single dot ends it. Nothing in it is a command but /crisis."))
    var lines: [String] = []
    while true {
      let written = lines
      let request = LineRequest(
        prompt: "… ",
        keepDraft: { [journal] text in journal.keep(draft: (written + [text]).joined(separator: "\n")) })
      switch world.lines.readLine(request) {
      case .line("."):
        guard !lines.isEmpty else { return nil }
        handle(interview.answer(lines.joined(separator: "\n"), in: surroundings))
        return nil
      case .line(let text):
        if case .command(.crisis, _) = CommandLine(text) {
          if let end = crisis() { return end }
        } else {
          lines.append(text)
          journal.keep(draft: lines.joined(separator: "\n"))
        }
      case .pasted(let text):
        lines.append(text)
        journal.keep(draft: lines.joined(separator: "\n"))
      case .interrupt(let text):
        abandoned = (lines + [text]).filter { !$0.isEmpty }.joined(separator: "\n")
        page.say(.dim("Dropped. /edit brings it back."))
        return nil
      case .endOfInput:
        if !lines.isEmpty { handle(interview.answer(lines.joined(separator: "\n"), in: surroundings)) }
        if world.lines.isInteractive { return nil }
        leave()
        return .left
      case .hangUp(let text):
        leave(halfTyped: (lines + [text]).joined(separator: "\n"))
        return .hungUp
      }
    }
  }

  // MARK: What is safe

  private func saySafe() {
    asks = false
    do throws(StoreProblem) {
      try journal.append([], heard: recorder?.take() ?? [])
      let open = head.isPrivate ? try world.store.openPrivateSessions() : try world.store.openSessions()
      guard open.contains(head.journalName) else {
        page.say(.strong("The journal is gone from \(journal.place). /quit writes a draft of what was answered."))
        return
      }
      page.say(.dim("Everything typed so far is safe at \(journal.place)"))
    } catch {
      page.say(.strong("Not everything is on the disk: \(Wording.sentence(error).message)"))
      page.say(.dim("What was answered before is safe at \(journal.place)"))
    }
  }
}
