import Documents
import Forms

/// One thing in a transcript: what was said on the screen or done at the keyboard, and when.
///
/// The order is that of the session. A command that shows crisis resources and what it shows are never among them; of
/// words that are private, and of talk off the record, only that there were some.
package struct TranscriptEntry: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// A program run began, with the command line that it can be repeated with.
    case run(TranscriptRun)
    /// Lines as they stood on the screen.
    case said([String])
    /// A line and Enter, or a paste; line feeds in it are lines of their own.
    case typed(String)
    /// A line that was typed without Enter.
    case half(String)
    case interrupt, endOfInput
    /// The session was left by a command, and can be resumed.
    case left
    /// The terminal went away, or the program was asked to end.
    case hungUp
    /// The program ended where it stood.
    case killed
  }

  package var at: Moment
  package var what: What
  /// The question that was answered.
  package var prompt: String?
  /// Whose answer it was asked as.
  package var voice: Voice?
  /// The state that a question was answered with instead of a value.
  package var state: String?

  package init(_ what: What, at: Moment, prompt: String? = nil, voice: Voice? = nil, state: String? = nil) {
    self.what = what
    self.at = at
    self.prompt = prompt
    self.voice = voice
    self.state = state
  }
}

/// How a run of the program began.
package struct TranscriptRun: Hashable, Sendable {
  /// The words after `attune`.
  package var command: [String]
  /// The name of the zone, as `TZ` has it.
  package var zone: String
  /// Columns of the screen.
  package var columns: Int
  package var isPlain: Bool
  /// The practice folder, as it was named.
  package var place: String
  /// The ids of the documents that the session read.
  package var practice: [String]

  package init(
    command: [String], zone: String, columns: Int, isPlain: Bool, place: String, practice: [String]
  ) {
    self.command = command
    self.zone = zone
    self.columns = columns
    self.isPlain = isPlain
    self.place = place
    self.practice = practice
  }
}

// MARK: - JSON

extension TranscriptEntry {
  /// `time`, then what it is: `said`, `answer` or `command`, with `prompt`, `voice` and `state` (spec 8.3).
  package var json: JSON {
    var members: JSON.Members = ["time": .string(at.description)]
    members["prompt"] = prompt.map { .string($0) }
    members["voice"] = voice.map { .string($0.rawValue) }
    switch what {
    case .run(let run): members["run"] = run.json
    case .said(let lines): members["said"] = .string(lines.joined(separator: "\n"))
    case .typed(let text): members[CommandLine(text).isCommand ? "command" : "answer"] = .string(text)
    case .half(let text): members["half"] = .string(text)
    case .interrupt: members["key"] = "^C"
    case .endOfInput: members["key"] = "^D"
    case .left: members["end"] = "left"
    case .hungUp: members["end"] = "hungUp"
    case .killed: members["end"] = "killed"
    }
    members["state"] = state.map { .string($0) }
    return .object(members)
  }

  /// Reads one back; nothing when it is none of ours.
  package init?(_ json: JSON) {
    guard let at = json["time"]?.string.flatMap({ Moment($0) }) else { return nil }
    let what: What
    if let run = json["run"].flatMap(TranscriptRun.init) {
      what = .run(run)
    } else if let said = json["said"]?.string {
      what = .said(said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    } else if let typed = (json["answer"] ?? json["command"])?.string {
      what = .typed(typed)
    } else if let half = json["half"]?.string {
      what = .half(half)
    } else if let key = json["key"]?.string {
      what = key == "^C" ? .interrupt : .endOfInput
    } else if let end = json["end"]?.string {
      what = end == "left" ? .left : end == "hungUp" ? .hungUp : .killed
    } else {
      return nil
    }
    self.init(
      what, at: at, prompt: json["prompt"]?.string, voice: json["voice"]?.string.flatMap(Voice.init),
      state: json["state"]?.string)
  }
}

extension TranscriptRun {
  var json: JSON {
    [
      "command": .array(command.map { .string($0) }), "zone": .string(zone), "columns": JSON(columns),
      "plain": .bool(isPlain), "place": .string(place), "practice": .array(practice.map { .string($0) }),
    ]
  }

  init?(_ json: JSON) {
    guard let command = json["command"]?.array?.compactMap(\.string) else { return nil }
    self.init(
      command: command, zone: json["zone"]?.string ?? "UTC", columns: json["columns"]?.int ?? 80,
      isPlain: json["plain"]?.bool ?? false, place: json["place"]?.string ?? "practice",
      practice: (json["practice"]?.array ?? []).compactMap(\.string))
  }
}
