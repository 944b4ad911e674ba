import Console
import Documents
import Exchange

/// A keyboard that types a script, and a screen that remembers what was said on it.
package final class ScriptedConsole: LineReading, Output {
  private var steps: ArraySlice<ConversationPage.Step>
  private let clock: ReplayClock
  private let stop: () -> Void
  package var said: [String] = []
  package private(set) var wasKilled = false

  package var isInteractive: Bool { !isPlain }
  package let width: Int
  package let height = 24
  package let isPlain: Bool

  package init(
    _ steps: [ConversationPage.Step], clock: ReplayClock, columns: Int, isPlain: Bool, stop: @escaping () -> Void
  ) {
    self.isPlain = isPlain
    width = columns
    self.stop = stop
    self.steps = steps[...]
    self.clock = clock
  }

  package func readLine(_ request: LineRequest) -> LineEvent {
    if wasKilled { return .hangUp("") }
    if !request.initial.isEmpty { write(line: "(in the line: \(request.initial))") }
    while let step = steps.popFirst() {
      said += ConversationPage.Run.written(step)
      switch step {
      case .line(let text): return text.contains("\n") ? .pasted(unslashed(text)) : .line(text)
      case .draft(let text): request.keepDraft(text)
      case .interrupt:
        return .interrupt(drafted(request))
      case .endOfInput: return .endOfInput
      case .kill:
        // The process does nothing from here on: whatever it would write fails.
        stop()
        wasKilled = true
        return .hangUp("")
      case .hangUp: return .hangUp(drafted(request))
      case .clock(let mark): clock.set(mark)
      }
    }
    return .endOfInput
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
