import Console
import Documents
import Forms
import Interviews

/// One guided conversation at the screen: asks, reads, keeps, says back. What is asked and taken is the interview's to
/// decide; this carries it out.
package final class Session {
  var world: World
  var page: Page
  let template: Template
  let journal: SessionJournal
  let head: SessionHead
  var interview: Interview
  /// Keeps what is said and typed, where the practice keeps transcripts.
  var recorder: Recorder?
  /// The transcript that was saved.
  var transcript: DocumentFile?
  /// The id that it was given when closing began; closing again keeps it.
  var transcriptID: DocumentID?

  /// Lines whose shape was shown already.
  var shown: Set<String> = []
  /// Sections whose first line of context was said.
  var opened: Set<String> = []
  /// When the two people sat down to it.
  let began: Moment
  /// The place that was asked about last.
  var asked: Place?
  /// The section that was asked last, and the elements that were listed in it.
  var lastSection: String?
  /// The sections whose findings were said as they were left.
  var said: Set<String> = []
  var listed: Set<String> = []
  /// What was said aside and waits for `/aside`; what came with the last line is fresh, and outlives a new section.
  var asides: [String] = []
  var freshAsides: [String] = []
  /// The line that Control-C gave up.
  var abandoned: String?
  /// What stands in the next line already.
  var initial = ""
  /// Whether the shape of the line is shown though it was shown before.
  var showsShape = false
  /// The line that was put back last: a command typed behind it is one all the same.
  var returned = ""
  /// Whether what an editor wrote was taken and its file can go.
  var editIsTaken = false
  /// Whether an editor was asked for and there was none to be had.
  package var lacksEditor = false
  /// The line that was typed last.
  var typed = ""
  /// The line that was typed behind the verb.
  var opening: String?
  /// Whether it is closed as soon as nothing is asked any more: a session record is one line.
  var closesByItself: Bool
  /// Whether the session is left instead of asking on.
  var leavesNext = false
  /// Whether the question is said again before the next line.
  var asks = true
  /// The text that was shown to be signed.
  var textShown: String?
  /// Whether it was said that a pipe cannot sign.
  var saidPipe = false
  /// The document that a closing saved of which not all was carried out, until something else is answered.
  var savedAtClosing: DocumentFile?

  package enum End: Hashable, Sendable {
    /// Closed, with the files that were saved.
    case closed([DocumentFile])
    /// Left; everything can be resumed.
    case left
    /// The terminal went away.
    case hungUp
  }

  init(world: World, template: Template, head: SessionHead, journal: SessionJournal, interview: Interview) {
    self.world = world
    self.page = Page(world.output)
    self.template = template
    self.head = head
    self.journal = journal
    self.interview = interview
    closesByItself = template.kind == .session
    began = world.clock.now()
  }

  var surroundings: Surroundings { Surroundings(now: world.clock.now(), zone: world.zone, began: began) }
  var tree: JSON { interview.state.tree }
  /// Whether what it makes lies under `Private/`.
  package var isPrivate: Bool { head.isPrivate }

  /// Asks until the session is closed or left.
  package func run() -> End {
    if let opening { takeOpening(opening) }
    while true {
      if isNotLogged { return leaveUnlogged() }
      if isDoneByItself {
        if let end = close() { return end }
        closesByItself = false
      }
      if leavesNext {
        leave()
        return .left
      }
      passSignaturesOnPipes()
      if asks { ask() }
      asks = true
      if let end = step() { return end }
      // The line is let go of only when what it said is on the disk; one that came back is kept as it stands.
      guard !journal.hasUnwritten else { continue }
      if initial.isEmpty ? journal.letGo(answered: typed) : journal.keep(draft: initial) { letEditGo() }
    }
  }

  private func step() -> End? {
    switch readLine() {
    case .line(let text):
      typed = text
      return take(text)
    case .pasted(let text):
      typed = text
      return answerAsPasted(text)
    case .interrupt(let text):
      giveUp(text)
      return nil
    case .endOfInput: return leaveAtEndOfInput()
    case .hangUp(let text):
      leave(halfTyped: text)
      return .hungUp
    }
  }

  // MARK: Reading

  func readLine() -> LineEvent {
    // What is typed when the client has gone is not had back by Up when they are here again.
    var request = LineRequest(initial: initial, isRemembered: !head.isPrivate)
    returned = initial
    initial = ""
    let state = interview.state
    request.completions = { [template, interview] text in
      Completions(template: template, catalog: interview.catalog, state: state).words(after: text)
    }
    request.keepDraft = { [journal] text in journal.keep(draft: text) }
    return world.lines.readLine(request)
  }

  private func take(_ text: String) -> End? {
    // Behind a line that came back, a command is what was meant; the line comes back once more.
    if !returned.isEmpty, text.hasPrefix(returned), text != returned,
      case .command(let command, let rest) = CommandLine(String(text.dropFirst(returned.count)).trimmed)
    {
      let place = interview.state.cursor
      let end = carryOut(command, rest)
      // At another question it would be an answer to what it was not said of; `/edit` brings it there.
      if interview.state.cursor != place {
        abandoned = returned
      } else if initial.isEmpty, end == nil {
        initial = returned
      }
      return end
    }
    returned = ""
    switch CommandLine(text) {
    case .answer(let words): return answer(words)
    case .unknown(let word, let didYouMean):
      page.say(
        .dim("There is no command ‘/\(word)’." + (didYouMean.map { " Did you mean ‘/\($0)’?" } ?? " /help shows all.")))
      initial = text
      asks = false
      return nil
    case .command(let command, let rest): return carryOut(command, rest)
    }
  }

  private func answer(_ text: String, voice: Voice? = nil) -> End? {
    if interview.state.cursor == nil, interview.state.doubts.isEmpty, text.trimmed.isEmpty { return close() }
    if !text.trimmed.isEmpty, refusesSignature() { return nil }
    handle(interview.answer(text, voice: voice, in: surroundings))
    return nil
  }

  /// An answer that is no command, however it begins.
  @discardableResult
  func answerAsPasted(_ text: String) -> End? {
    let end = answer(text)
    if initial == text { initial = Session.inLine(text) }
    return end
  }

  /// An answer in another voice, this once.
  func answer(_ text: String, as voice: Voice, with prefix: String) {
    recorder?.note(voice: voice)
    handle(interview.answer(text, voice: voice, in: surroundings))
    if !initial.isEmpty { initial = "\(prefix) \(initial)" }
  }

  /// Keeps what happened, then says what came of it.
  func handle(_ outcome: Outcome) {
    defer { sayNamesLost(outcome) }
    if let state = outcome.events.lazy.compactMap(\.stateGiven).first { recorder?.note(state: state) }
    keep(outcome.events)
    say(outcome.remarks)
  }

  /// Every event is on the disk before the next prompt; where that fails, it is said what is safe.
  func keep(_ events: [Event]) {
    let heard = recorder?.take() ?? []
    guard !events.isEmpty || !heard.isEmpty else { return }
    if !events.isEmpty { savedAtClosing = nil }
    do throws(StoreProblem) {
      try journal.append(events, heard: heard)
    } catch {
      let words = Wording.sentence(error)
      page.say(.strong("Not yet on the disk: \(words.message)"), hang: 2)
      page.say(
        .dim(
          "Everything before this answer is safe at \(journal.place). The answer is kept here and written as soon as there is room. \(words.hint)"
        ), hang: 2)
    }
  }

  // MARK: Giving up, leaving

  private func giveUp(_ text: String) {
    if text.trimmed.isEmpty {
      page.say(.dim("Nothing was typed. /quit keeps everything and leaves."))
    } else {
      abandoned = text
      page.say(.dim("Line dropped. /edit brings it back."))
    }
    asks = false
  }

  private func leaveAtEndOfInput() -> End? {
    if closesByItself, openPlaces.isEmpty, let end = close() { return end }
    guard world.lines.isInteractive else {
      leave()
      return .left
    }
    page.say("Leave now? Everything is kept.  y · n")
    switch YesNo(world).read(endOfInput: .yes) {
    case .no: return nil
    case .yes, .left: break
    case .hungUp:
      leave()
      return .hungUp
    }
    leave()
    return .left
  }
}
