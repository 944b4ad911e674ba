import Console
import Glibc

/// Lines edited on a terminal: libedit draws, `LineEditor` decides, this class waits and carries out.
package final class TerminalLineReader: LineReading, TextEditing {
  package let isInteractive = true

  private let editline: Editline
  private let keyboard: Keyboard
  private let signals: SignalWatch
  private let editorCommand: EditorCommand
  private var editor = LineEditor()
  private var request = LineRequest()
  private var prompt = ""
  private var draft = Draft(kept: EditedText())
  private var outcome: LineEvent?
  private var needsShowing = false
  private var resizeDue: Int?
  private var hasHungUp = false
  /// Rows that the line took when it was shown last, in so many columns, and characters that libedit put in by itself
  /// since. A key asks no size of the screen: when that changes a signal says so.
  private var shownRows = 0
  private var shownColumns = 80
  private var typedSince = 0

  /// Nil where there is no terminal that can be edited on, or no UTF-8 locale. Signals are blocked from here on.
  package init?(editor: EditorCommand) {
    guard ensureUTF8Locale(), let editline = Editline(program: "attune"),
      let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT, SIGQUIT])
    else { return nil }
    self.editline = editline
    editorCommand = editor
    self.signals = signals
    keyboard = Keyboard(signals: signals)
    editline.nextCharacter = { [weak self] in self?.nextCharacter() ?? Editline.end }
    editline.text = { [weak self] in self?.editor.text ?? EditedText() }
  }

  package func readLine(_ request: LineRequest) -> LineEvent {
    if hasHungUp { return .hangUp("") }
    self.request = request
    prompt = harmless(request.prompt).split(separator: "\n").joined(separator: " ")
    editor.begin(request.initial, isRemembered: request.isRemembered)
    draft = Draft(kept: editor.text)
    outcome = nil
    needsShowing = true
    takeTerminal()
    let wasRead = editline.readLine(prompt: prompt)
    if !wasRead, outcome == nil { finish(.hangUp(editor.answer)) }
    giveTerminalBack()
    self.request = LineRequest()
    return outcome ?? .hangUp(editor.answer)
  }

  package func waitForKey(seconds: Int, tick: (Int) -> Void) {
    if hasHungUp { return }
    editline.setRaw(true)
    defer { editline.setRaw(false) }
    let start = millisecondsNow()
    var second = 1
    while second <= seconds {
      switch keyboard.next(by: start + second * 1000) {
      case .timeout:
        tick(second)
        second += 1
      case .key(.suspend), .signal(.stop): suspend()
      case .key, .signal(.interrupt):
        keyboard.discard()
        return
      case .closed, .signal(.end):
        hasHungUp = true
        return
      case .signal(.goOn):
        editline.setRaw(false)
        editline.setRaw(true)
      case .signal(.resize), .signal(.ignored): break
      }
    }
  }

  package var editorLack: EditorLack? { editorCommand.lack }

  package func edit(fileAt path: String) -> EditorEnd {
    // Between two lines the terminal is as it was found; what the child changes of it is put back by who ran it.
    let end = runEditor(editorCommand, on: path, signals: signals)
    if case .killed = end { write(Self.wayBack, to: STDOUT_FILENO) }
    return end
  }

  /// Leaves the other screen, shows the cursor, and ends the asking for the mouse and for pastes, all of which a program
  /// that was killed may have left.
  private static let wayBack = "\u{1B}[?1047l\u{1B}[?25h\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[0m\r\n"

  // MARK: - What libedit asks for

  private func nextCharacter() -> Unicode.Scalar {
    if outcome != nil { return Editline.end }
    if needsShowing || !editline.agrees(with: editor.text)
      || typedSince * 8 / shownColumns + shownRows + 8 > editline.rows
    {
      return show()
    }
    draft.note(editor.text, at: millisecondsNow())
    while true {
      let deadline = earlier(draft.deadline, resizeDue)
      let event = keyboard.next(by: deadline)
      keepDraftIfDue()
      if case .key = event, resizeDue != nil { resize() }
      if let character = carryOut(event) { return character }
    }
  }

  private func carryOut(_ event: Keyboard.Event) -> Unicode.Scalar? {
    switch event {
    case .key(let key): return carryOut(editor.handle(key, completions: request.completions))
    case .signal(.interrupt): return carryOut(editor.handle(.interrupt, completions: request.completions))
    case .signal(.stop): return carryOut(.suspend)
    case .closed, .signal(.end): return finish(.hangUp(editor.answer))
    case .signal(.resize): resizeDue = millisecondsNow() + 80
    case .signal(.goOn):
      giveTerminalBack()
      takeTerminal()
      drawAgain(above: 0)
    case .timeout: if let due = resizeDue, millisecondsNow() >= due { resize() }
    case .signal(.ignored): break
    }
    return nil
  }

  private func carryOut(_ reaction: Reaction) -> Unicode.Scalar? {
    switch reaction {
    case .nothing: return nil
    case .typed(let scalar):
      typedSince += 1
      return scalar
    case .changed: return show()
    case .clearScreen: return Editline.clearScreen
    case .finished(let event): return finish(event)
    case .choices(let choices): list(choices)
    case .suspend:
      suspend()
      drawAgain(above: 0)
    }
    return nil
  }

  @discardableResult private func finish(_ event: LineEvent) -> Unicode.Scalar {
    outcome = event
    switch event {
    case .line, .pasted: break
    case .interrupt, .endOfInput: request.keepDraft(editor.answer)
    case .hangUp:
      hasHungUp = true
      request.keepDraft(editor.answer)
    }
    return Editline.end
  }

  private func keepDraftIfDue() {
    if draft.take(editor.text, at: millisecondsNow()) { request.keepDraft(editor.answer) }
  }

  // MARK: - The screen

  private var columns: Int {
    let columns = screenSize(of: STDOUT_FILENO)?.columns ?? 80
    return columns < 2 ? 80 : columns
  }

  private func show() -> Unicode.Scalar {
    needsShowing = false
    makeRoom()
    return Editline.show
  }

  /// Has libedit believe in more rows than the line can take; it writes outside its memory where there are fewer. Enough
  /// for twenty thousand characters to begin with, because it forgets what it drew when they become more; and no more
  /// than that, because it gives back and takes memory for each row at every prompt.
  private func makeRoom() {
    let columns = columns
    shownColumns = columns
    editor.rows = ScreenRows(prompt: prompt, columns: columns)
    shownRows = editor.rows.place(of: editor.text.scalars.count, in: editor.text.scalars).row + 1
    typedSince = 0
    let wanted = max(20_000 / columns, shownRows) + 100
    if editline.rows < wanted { editline.pretendRows(max(wanted, shownRows * 2)) }
  }

  private func resize() {
    resizeDue = nil
    editor.rows = ScreenRows(prompt: prompt, columns: columns)
    // A terminal that wraps anew has the cursor as many rows down as the new width makes it.
    drawAgain(above: editor.rows.place(of: editor.text.cursor, in: editor.text.scalars).row)
  }

  /// Draws prompt and line again, from so many rows above the cursor.
  private func drawAgain(above rows: Int) {
    let up = rows > 0 ? "\u{1B}[\(rows)A" : ""
    // From behind a blank, because tmux keeps a copy of what is cleared from the very first column of the screen.
    write("\r\(up) \u{1B}[J\r", to: STDOUT_FILENO)
    editline.noteSize()
    makeRoom()
    editline.drawAgain()
  }

  private func list(_ choices: [String]) {
    let text = editor.text
    let end = editor.rows.place(of: text.scalars.count, in: text.scalars).row
    let below = end - editor.rows.place(of: text.cursor, in: text.scalars).row
    let down = below > 0 ? "\u{1B}[\(below)B" : ""
    let rows = Terminal.columns(choices.map(harmless), width: columns, measure: displayWidth)
    write("\(down)\r\n\(rows.joined(separator: "\r\n"))\r\n", to: STDOUT_FILENO)
    editline.drawAgain()
  }

  // MARK: - The terminal's modes

  private func takeTerminal() {
    editline.setRaw(true)
    write("\u{1B}[?2004h", to: STDOUT_FILENO)
  }

  private func giveTerminalBack() {
    write("\u{1B}[?2004l", to: STDOUT_FILENO)
    editline.setRaw(false)
  }

  private func suspend() {
    giveTerminalBack()
    write("\r\n", to: STDOUT_FILENO)
    signals.stopUntilWoken()
    takeTerminal()
  }
}
