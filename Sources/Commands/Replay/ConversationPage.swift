import Documents
import Exchange

/// A page with conversations on it, a saved transcript or one of the manual: front matter, prose, and program runs.
package struct ConversationPage {
  /// One program run: its command line, and what is done at the keyboard.
  package struct Run {
    let command: [String]
    /// The clock as the run begins, where it is said.
    let startsAt: ClockMark?
    let steps: [Step]
  }

  package enum Step: Hashable {
    case line(String)
    /// Typed without Enter.
    case draft(String)
    case interrupt
    case endOfInput
    /// The process ended where it stands.
    case kill
    /// The terminal went away.
    case hangUp
    case clock(ClockMark)
  }

  /// The clock before what follows: a time of the same or the next day, or a moment.
  package enum ClockMark: Hashable {
    case time(TimeOfDay)
    case moment(Moment)
  }

  enum Part {
    case prose(String)
    case run(Run, fence: String)
  }

  package let settings: [String: String]
  let parts: [Part]

  package init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var settings: [String: String] = [:]
    var head: [String] = []
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      head = Array(lines[...end])
      for line in lines[1..<end] {
        let pair = line.split(separator: ":", maxSplits: 1).map(String.init)
        if pair.count == 2 { settings[pair[0]] = unquoted(pair[1].drop { $0 == " " }) }
      }
      lines = Array(lines[(end + 1)...])
    }
    self.settings = settings
    var parts: [Part] = []
    var prose = head
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasSuffix("session"), line.hasPrefix("```") {
        parts.append(.prose((prose + [""]).joined(separator: "\n")))
        prose = []
        let fence = String(line.prefix { $0 == "`" })
        let end = lines[(index + 1)...].firstIndex(of: fence) ?? lines.count
        parts.append(.run(Run(Array(lines[(index + 1)..<end])), fence: fence))
        index = end + 1
      } else {
        prose.append(line)
        index += 1
      }
    }
    parts.append(.prose(prose.joined(separator: "\n")))
    self.parts = parts
  }
}

extension ConversationPage {
  var hasRuns: Bool {
    parts.contains { if case .run(let run, _) = $0 { !run.command.isEmpty || !run.steps.isEmpty } else { false } }
  }

  /// Whether it is a transcript that was saved, and no page of the manual.
  var isSaved: Bool { settings["schema"] == "attune/transcript/1" }

  /// The settings that a page of the manual gives its practice.
  var practiceSettings: String? {
    let own = ["clinician", "scale", "form", "lang", "clear", "transcripts"].compactMap { key in
      settings[key].map { "\(key): \($0)\n" }
    }
    return own.isEmpty || isSaved ? nil : own.joined()
  }
}

extension ConversationPage.Run {
  init(_ lines: [String]) {
    var command: [String] = []
    var steps: [ConversationPage.Step] = []
    var startsAt: ConversationPage.ClockMark?
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("$ attune") {
        command = line.split(separator: " ").dropFirst(2).map(String.init)
      } else if line.hasPrefix("> ") || line == ">" {
        steps.append(.line(String(line.dropFirst(2))))
      } else if line.hasPrefix(">| ") || line == ">|", let last = steps.last {
        switch last {
        case .line(let text): steps[steps.count - 1] = .line(text + "\n" + line.dropFirst(3))
        case .draft(let text): steps[steps.count - 1] = .draft(text + "\n" + line.dropFirst(3))
        case .interrupt, .endOfInput, .kill, .hangUp, .clock: break
        }
      } else if line.hasPrefix(">~ ") {
        steps.append(.draft(String(line.dropFirst(3))))
      } else if line == ">^C" {
        steps.append(.interrupt)
      } else if line == ">^D" {
        steps.append(.endOfInput)
      } else if line == "!kill" {
        steps.append(.kill)
      } else if line == "!hangup" {
        steps.append(.hangUp)
      } else if line.hasPrefix("@ "), let mark = Self.clock(line.dropFirst(2)) {
        if index == 1 { startsAt = mark } else { steps.append(.clock(mark)) }
      }
    }
    self.command = command
    self.startsAt = startsAt
    self.steps = steps
  }

  private static func clock(_ text: Substring) -> ConversationPage.ClockMark? {
    if let moment = Moment(text) { return .moment(moment) }
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3 else { return TimeOfDay(text.prefix(5)).map { .time($0) } }
    return TimeOfDay(hour: parts[0], minute: parts[1], second: parts[2]).map { .time($0) }
  }

  /// A step as a page has it.
  static func written(_ step: ConversationPage.Step) -> [String] {
    switch step {
    case .line(let text): ConversationMarks.typed(text)
    case .draft(let text): ConversationMarks.lines(of: text, first: ">~")
    case .interrupt: [">^C"]
    case .endOfInput: [">^D"]
    case .kill: ["!kill"]
    case .hangUp: ["!hangup"]
    case .clock(.time(let time)): ["@ \(time):\(time.second < 10 ? "0" : "")\(time.second)"]
    case .clock(.moment(let moment)): ["@ \(moment)"]
    }
  }
}

/// A scalar of the front matter, which our own writer puts in double quotes.
private func unquoted(_ text: Substring) -> String {
  guard text.count > 1, text.first == "\"", text.last == "\"" else { return String(text) }
  return String(text.dropFirst().dropLast().replacing("\\\"", with: "\"").replacing("\\\\", with: "\\"))
}
