import Console
import Documents
import Exchange

/// A keyboard that types a script, and a screen that remembers what was said on it.
package final class ScriptedConsole: LineReading, TextEditing, Output {
  private var steps: ArraySlice<ConversationPage.Step>
  private let clock: ReplayClock
  private let scratch: Scratch?
  package var said: [String] = []
  package private(set) var wasKilled = false

  package var isInteractive: Bool { !isPlain }
  package let width: Int
  package let height = 24
  package let isPlain: Bool

  package init(
    _ steps: [ConversationPage.Step], clock: ReplayClock, columns: Int, isPlain: Bool, scratch: Scratch?
  ) {
    self.isPlain = isPlain
    width = columns
    self.scratch = scratch
    self.steps = steps[...]
    self.clock = clock
  }

  package func readLine(_ request: LineRequest) -> LineEvent {
    if wasKilled { return .hangUp("") }
    if !request.initial.isEmpty { write(line: "(in the line: \(request.initial))") }
    while let step = steps.popFirst() {
      said += ConversationPage.Run.written(step)
      switch step {
      case .line(let text): return isPaste(text) ? .pasted(unslashed(text)) : .line(text)
      case .draft(let text): request.keepDraft(text)
      case .interrupt:
        return .interrupt(drafted(request))
      case .endOfInput: return .endOfInput
      case .kill:
        kill()
        return .hangUp("")
      case .hangUp: return .hangUp(drafted(request))
      case .clock(let mark): clock.set(mark)
      }
    }
    return .endOfInput
  }

  package let editorLack: EditorLack? = nil

  /// What is typed next is what is in the file when the editor is left; Control-C leaves it as `:cq` does in vim.
  package func edit(fileAt path: String) -> EditorEnd {
    do throws(StoreProblem) {
      let text = String(decoding: try scratch?.read(path) ?? [], as: UTF8.self)
      for line in text.split(separator: "\n") { write(line: "(in the editor: \(line))") }
      if text.isEmpty { write(line: "(the editor is empty)") }
      while let step = steps.popFirst() {
        said += ConversationPage.Run.written(step)
        switch step {
        case .line(let text):
          try scratch?.write(path, Array("\(unslashed(text))\n".utf8))
          return .done
        case .draft(let text): try scratch?.write(path, Array("\(text)\n".utf8))
        case .interrupt: return .gaveUp(program: "vim", code: 1)
        case .endOfInput: return .done
        case .kill, .hangUp:
          kill()
          return .killed(program: "vim", signal: 9)
        case .clock(let mark): clock.set(mark)
        }
      }
      return .done
    } catch { return .gaveUp(program: "vim", code: 1) }
  }

  /// The process does nothing from here on: whatever it would write fails.
  private func kill() {
    scratch?.stop()
    wasKilled = true
  }

  /// Lines that are no command: what begins with one was typed with Meta-Enter.
  private func isPaste(_ text: String) -> Bool {
    let isCommand = text.first == "/" && (text.dropFirst().first?.isLetter ?? false)
    return text.contains("\n") && !isCommand
  }

  /// A doubled slash stands for one, pasted or not.
  private func unslashed(_ text: String) -> String { text.hasPrefix("//") ? String(text.dropFirst()) : text }

  /// What stood in the line when it was given up: the draft typed before.
  private func drafted(_ request: LineRequest) -> String {
    guard let last = said.dropLast().last, last.hasPrefix(">~ ") else { return request.initial }
    return String(last.dropFirst(3))
  }

  package func waitForKey(seconds: Int, tick: (Int) -> Void) {}

  package func say(_ line: StyledLine) { write(line: line.text) }
  package func complain(_ text: String) { write(line: text) }
  package func put(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { write(line: String(line)) }
  }
  package func clearScreen() { write(line: "(the screen is cleared)") }

  private func write(line: String) {
    guard !wasKilled else { return }
    said.append(ConversationMarks.isMark(line) ? " " + line : line)
  }
}
