import Console
import Glibc

/// Lines from a pipe, a file, or a terminal in plain mode: nothing is drawn again, nothing is edited but by the terminal.
package final class PipeLineReader: LineReading, TextEditing {
  package let isInteractive = false

  private let isTerminal: Bool
  private let showsPrompt: Bool
  private let complain: (String) -> Void
  private let editor: EditorCommand
  private var bytes: [UInt8] = []
  private var start = 0
  private var hasHungUp = false
  /// Made when the first line is read, so that a program that reads nothing can be interrupted as any other.
  private lazy var signals = isTerminal ? SignalWatch([SIGINT, SIGTERM, SIGHUP]) : nil

  /// Reads standard input. The prompt is written where standard output is a terminal; `complain` is told what was lost.
  package init(editor: EditorCommand, complain: @escaping (String) -> Void = { _ in }) {
    self.editor = editor
    self.complain = complain
    isTerminal = isatty(STDIN_FILENO) != 0
    showsPrompt = isatty(STDOUT_FILENO) != 0
  }

  package func readLine(_ request: LineRequest) -> LineEvent {
    if hasHungUp { return .hangUp("") }
    if showsPrompt { write(harmless(request.prompt), to: STDOUT_FILENO) }
    while true {
      if let line = takeLine() { return .line(line) }
      switch readMore() {
      case .more: continue
      case .end:
        if let rest = takeRest() { return .line(rest) }
        return .endOfInput
      case .interrupt:
        if showsPrompt { write("\n", to: STDOUT_FILENO) }
        return .interrupt(takeRest() ?? "")
      case .hangUp:
        hasHungUp = true
        return .hangUp(takeRest() ?? "")
      }
    }
  }

  package func waitForKey(seconds: Int, tick: (Int) -> Void) {
    guard isTerminal, !hasHungUp, takeLine() == nil else { return }
    let begin = millisecondsNow()
    for second in 1...max(1, seconds) where second <= seconds {
      while true {
        let left = begin + second * 1000 - millisecondsNow()
        if left <= 0 { break }
        if waitForInput(milliseconds: left) == (0, 0) { continue }
        if readMore() == .hangUp { hasHungUp = true }
        _ = takeLine()
        return
      }
      tick(second)
    }
  }

  package var editorLack: EditorLack? { isTerminal && showsPrompt ? editor.lack : .terminal }

  package func edit(fileAt path: String) -> EditorEnd {
    editorLack.map { .didNotRun($0) } ?? runEditor(editor, on: path, signals: signals)
  }

  // MARK: - Bytes

  private enum Progress { case more, end, interrupt, hangUp }

  private func waitForInput(milliseconds: Int) -> (Int32, Int32) {
    // A descriptor below nought is none: poll(2) passes over it.
    wait(for: STDIN_FILENO, signals?.descriptor ?? -1, milliseconds: milliseconds)
  }

  private func readMore() -> Progress {
    while signals != nil {
      switch signals?.nextPostponed() ?? signals?.next() {
      case .interrupt: return .interrupt
      case .end: return .hangUp
      case .resize, .stop, .goOn, .ignored: continue
      case nil: break
      }
      if waitForInput(milliseconds: -1).0 != 0 { break }
    }
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes.removeFirst(start)
        start = 0
        bytes += chunk[..<count]
        return .more
      }
      if count == 0 { return .end }
      if errno == EAGAIN {
        wait(for: STDIN_FILENO, events: POLLIN)
      } else if errno != EINTR {
        return .hangUp
      }
    }
  }

  private func takeLine() -> String? {
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    defer { start = end + 1 }
    let hasReturn = end > start && bytes[end - 1] == 0x0D
    // A terminal that edits its line by itself passes on so many bytes and throws the rest of the line away (termios(3)).
    if isTerminal, end - start >= 4095 {
      complain("That line was longer than a plain terminal passes on: only its first 4095 bytes came.")
      complain("hint: /more takes a long answer in several lines.")
    }
    return decoded(bytes[start..<(hasReturn ? end - 1 : end)])
  }

  private func takeRest() -> String? {
    defer { (bytes, start) = ([], 0) }
    return start < bytes.count ? decoded(bytes[start...]) : nil
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> String { composed(String(decoding: bytes, as: UTF8.self)) }
}
