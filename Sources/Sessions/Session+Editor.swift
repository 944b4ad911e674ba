import Console
import Documents
import Forms
import Interviews

// A long answer written in the person's own editor.

extension Session {
  /// `/editor`: what stands in the line or as the answer is put into a file, and what comes back is the answer, as if it
  /// was pasted. Until the answer is on the disk the file stays.
  func editor(_ rest: String) {
    let line = [words(of: returned), rest].filter { !$0.isEmpty }.joined(separator: " ")
    guard interview.state.cursor != nil || !interview.state.doubts.isEmpty else {
      page.say(.dim("Nothing is asked here. /back or /jump goes to an answer."))
      return comeBack(line)
    }
    guard !editIsTaken else {
      page.say(.dim("What the editor wrote before is not on the disk yet. /save tells how it stands."))
      return comeBack(line)
    }
    if let lack = world.editor.editorLack { return say(lack, keeping: line) }
    var before = line.isEmpty ? standingAnswer ?? abandoned ?? "" : line
    let path: String
    do throws(StoreProblem) {
      if let left = try journal.edited() {
        page.say(.dim("The editor opens with what was written before and was not used."))
        before = String(decoding: left, as: UTF8.self)
      }
      path = try journal.beginEdit(before.isEmpty || before.hasSuffix("\n") ? before : before + "\n")
      journal.forgetDraft()
    } catch {
      let words = Wording.sentence(error)
      page.say(.dim("No editor was opened. \(words.message) \(words.hint)"), hang: 2)
      return comeBack(line)
    }
    take(before: before, line: line, after: world.editor.edit(fileAt: path), path)
  }

  private func take(before: String, line: String, after end: EditorEnd, _ path: String) {
    let written: EditedAnswer
    do throws(StoreProblem) {
      written = EditedAnswer(try journal.edited(rescued: end != .done), before: before)
    } catch {
      let words = Wording.sentence(error)
      page.say(.dim("What the editor wrote is not taken. \(words.message) \(words.hint)"), hang: 2)
      return comeBack(line)
    }
    if let said = Wording.sentence(end) { page.say(.dim(said)) }
    let step = written.step(after: end, canComeBack: world.lines.isInteractive)
    if case .didNotRun(let lack) = end { return didNotRun(lack, line, leaves: step == .stays ? path : nil) }
    if let said = Wording.sentence(written) { page.say(.dim(said)) }
    switch step {
    case .answers(let text):
      editIsTaken = true
      returned = ""
      if before == abandoned { abandoned = nil }
      recorder?.note(typed: Session.inLine(text))
      answerAsPasted(text)
    case .comesBack(let text):
      editIsTaken = true
      recorder?.note(.half(text))
      recorder?.note(.interrupt)
      page.say(.dim("It stands in the line: Enter answers with it."))
      comeBack(text)
    case .stays:
      recorder?.note(.endOfInput)
      sayStays(path)
      comeBack(line)
    case .isNothing:
      recorder?.note(.endOfInput)
      editIsTaken = true
      comeBack(line)
    }
  }

  private func didNotRun(_ lack: EditorLack, _ line: String, leaves path: String?) {
    if let path { sayStays(path) } else { editIsTaken = true }
    say(lack, keeping: line)
  }

  private func say(_ lack: EditorLack, keeping line: String) {
    lacksEditor = true
    page.say(.dim(Wording.sentence(lack)))
    asks = false
    comeBack(line)
  }

  private func sayStays(_ path: String) {
    page.say(
      .dim(
        "Nothing is lost: it stays at \(path) until the next session with \(head.client) begins. /editor opens it again."
      ), hang: 2)
  }

  /// What stood in the line stands there again.
  private func comeBack(_ line: String) {
    guard !line.isEmpty else { return }
    initial = Session.inLine(line)
    asks = false
  }

  /// A line as the answer that it would be.
  private func words(of line: String) -> String {
    if case .answer(let words) = CommandLine(line) { words } else { line }
  }

  /// An answer as it stands in the line: one that begins with a slash is no command.
  static func inLine(_ answer: String) -> String { answer.hasPrefix("/") ? "/" + answer : answer }

  /// The answer at the place where we are, as it would come back to be changed.
  private var standingAnswer: String? {
    guard interview.state.doubts.isEmpty, let place = interview.state.cursor else { return nil }
    if let said = interview.state.said[place] { return said }
    if interview.guide.isOpen(place) { return nil }
    if case .list = template.question(place.question)?.manner, place.element == nil { return nil }
    let text = currentText(at: place)
    return text.isEmpty ? nil : text
  }

  // MARK: What is left of an editor

  /// The file goes once what was in it is on the disk elsewhere.
  func letEditGo() {
    guard editIsTaken else { return }
    editIsTaken = false
    do throws(StoreProblem) { try journal.endEdit() } catch { sayIsLeft(error) }
  }

  /// What an editor left when the program ended under it comes back into the line. Returns whether it does.
  func takeUpEdit(lastSaid: String?) -> Bool {
    do throws(StoreProblem) {
      guard let bytes = try journal.edited(rescued: true) else { return false }
      let path = try journal.beginEdit("")
      switch EditedAnswer(bytes, before: standingAnswer ?? "") {
      case .unchanged, .empty: try journal.endEdit()
      // The answer may have reached the disk before its file was removed.
      case .text(let text) where text == lastSaid: try journal.endEdit()
      case .text(let text) where world.lines.isInteractive:
        page.say(.dim("What was written in the editor stands in the line: Enter answers with it."))
        initial = Session.inLine(text)
        if journal.keep(draft: initial) { try journal.endEdit() }
        return true
      case .text, .isNotUTF8, .isTooLong:
        page.say(.dim("What was written in the editor was not taken."))
        sayStays(path)
      }
    } catch { sayIsLeft(error) }
    return false
  }

  /// Removes what editors left of sessions with this client that are no more. That it cannot be done keeps nobody from
  /// beginning.
  func sweepEdits() {
    do throws(StoreProblem) { try world.store.sweepEdits(of: head.client) } catch { sayIsLeft(error) }
  }

  private func sayIsLeft(_ problem: StoreProblem) {
    let words = Wording.sentence(problem)
    page.say(.dim("A file that the editor left could not be read or removed. \(words.message) \(words.hint)"), hang: 2)
  }
}
