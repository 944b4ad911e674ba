/// Where lines come from: a terminal with an editor, a pipe, or a test.
package protocol LineReading: AnyObject {
  /// Reads one answer.
  func readLine(_ request: LineRequest) -> LineEvent

  /// Waits for any key, at most so many seconds; calls `tick` about once a second with the seconds gone by. Returns at
  /// once where no one can press a key.
  func waitForKey(seconds: Int, tick: (Int) -> Void)

  /// Whether lines can be edited: a terminal that knows how to move its cursor.
  var isInteractive: Bool { get }
}

/// What a line is asked with.
package struct LineRequest {
  /// The prompt on the line itself; what is asked was said before.
  package var prompt: String
  /// What stands in the line already, to be changed.
  package var initial: String
  /// Whether the line can be had back later in the same run. Private words and talk off the record cannot.
  package var isRemembered: Bool
  /// What could stand at the end of the text before the cursor: whole words that replace its last word.
  package var completions: (String) -> [String]
  /// Called with the line as it stands when a person pauses, at most two seconds after a key, and whenever reading ends
  /// without an answer.
  package var keepDraft: (String) -> Void

  package init(
    prompt: String = "› ", initial: String = "", isRemembered: Bool = true,
    completions: @escaping (String) -> [String] = { _ in [] },
    keepDraft: @escaping (String) -> Void = { _ in }
  ) {
    self.prompt = prompt
    self.initial = initial
    self.isRemembered = isRemembered
    self.completions = completions
    self.keepDraft = keepDraft
  }
}

/// What a person did. None of these is an error.
package enum LineEvent: Hashable, Sendable {
  case line(String)
  /// A line whose first character came by a paste: never a command.
  case pasted(String)
  /// Control-C, with the line that was given up.
  case interrupt(String)
  /// Control-D on an empty line, or the end of the input.
  case endOfInput
  /// The terminal was closed, or the program was asked to end (SIGHUP, SIGTERM); the line as it stood.
  case hangUp(String)
}
