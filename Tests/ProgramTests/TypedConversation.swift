import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// The built program at a terminal of its own, answered line by line: the next is typed when it is asked for.
final class TypedConversation {
  let terminal: PseudoTerminal
  let practice: ScratchPractice
  private let isPlain: Bool

  init(
    _ practice: ScratchPractice, _ arguments: [String], now: String, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], prompt: String = "› "
  ) throws {
    self.practice = practice
    isPlain = arguments.contains("--plain") || environment["TERM"] == "dumb"
    terminal = try PseudoTerminal(
      "attune", arguments, columns: columns, rows: rows,
      environment: practice.environment(now: now).merging(environment) { $1 })
    try waitForPrompt(prompt)
  }

  /// A typed case from its command line, at its own hour.
  convenience init(
    _ practice: ScratchPractice, _ typed: TypedCase, plain: Bool = false, columns: Int = 80,
    rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    try self.init(
      practice, typed.command + (plain ? ["--plain"] : []), now: typed.now, columns: columns, rows: rows,
      environment: environment)
  }

  /// Waits until the program reads a line. What was typed is drawn again as often as the editor likes, so on a terminal
  /// that is edited on, the beginning of a new line is told by what asks for pastes.
  @discardableResult func waitForPrompt(_ prompt: String = "› ") throws -> String {
    let said = isPlain ? "" : try terminal.expect("\u{1B}[?2004h")
    return said + (try terminal.expect(prompt))
  }

  /// Types a line and Enter, and returns what was said before the next line is read.
  @discardableResult func answer(_ line: String, prompt: String = "› ") throws -> String {
    terminal.send(line + "\r")
    return try waitForPrompt(prompt)
  }

  func answer(_ lines: some Sequence<String>) throws { for line in lines { try answer(line) } }

  /// Closes the form with Enter and keeps the screen; then the program ends, or is at `attune>` again and is left.
  func close(isAtLoop: Bool = false) throws -> PseudoTerminal.Exit {
    terminal.send("\r")
    try terminal.expect("Saved")
    if !isPlain {
      try waitForPrompt()
      terminal.send("n\r")
    }
    if isAtLoop {
      try waitForPrompt("attune> ")
      terminal.send("\u{04}")
    }
    return try terminal.waitExit()
  }

  /// What stands on the screen from the last prompt on, without blanks and however it is broken into rows.
  func line(columns: Int = 80) -> String {
    let text = terminal.screen(columns: columns).text.filter { !$0.isWhitespace }
    return text.range(of: "›", options: .backwards).map { String(text[$0.upperBound...]) } ?? ""
  }

  /// Takes the program's output in until something is so.
  func wait(
    until isSo: () throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) rethrows {
    let end = Date(timeIntervalSinceNow: 10)
    while try !isSo() {
      guard Date() < end else {
        Issue.record("It did not come to be so within ten seconds.", sourceLocation: sourceLocation)
        return
      }
      terminal.settle(for: 0.01)
    }
  }
}
