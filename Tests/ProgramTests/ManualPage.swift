import Documents

/// A page of the manual: front matter, prose, and conversations that are played through the real loop.
struct ManualPage {
  /// One program run: its command line, and what is done at the keyboard.
  struct Run {
    let command: [String]
    let steps: [Step]
  }

  enum Step: Hashable {
    case line(String)
    /// Typed without Enter.
    case draft(String)
    case interrupt
    case endOfInput
    /// The process ended where it stands.
    case kill
    case clock(TimeOfDay)
  }

  enum Part {
    case prose(String)
    case run(Run, fence: String)
  }

  let settings: [String: String]
  let parts: [Part]

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var settings: [String: String] = [:]
    var head: [String] = []
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      head = Array(lines[...end])
      for line in lines[1..<end] {
        let pair = line.split(separator: ":", maxSplits: 1).map(String.init)
        if pair.count == 2 { settings[pair[0]] = String(pair[1].drop { $0 == " " }) }
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

extension ManualPage.Run {
  init(_ lines: [String]) {
    var command: [String] = []
    var steps: [ManualPage.Step] = []
    for line in lines {
      if line.hasPrefix("$ attune") {
        command = line.split(separator: " ").dropFirst(2).map(String.init)
      } else if line.hasPrefix("> ") || line == ">" {
        steps.append(.line(String(line.dropFirst(2))))
      } else if line.hasPrefix(">| "), case .line(let text) = steps.last {
        steps[steps.count - 1] = .line(text + "\n" + line.dropFirst(3))
      } else if line.hasPrefix(">~ ") {
        steps.append(.draft(String(line.dropFirst(3))))
      } else if line == ">^C" {
        steps.append(.interrupt)
      } else if line == ">^D" {
        steps.append(.endOfInput)
      } else if line == "!kill" {
        steps.append(.kill)
      } else if line.hasPrefix("@ "), let time = TimeOfDay(String(line.dropFirst(2).prefix(5))) {
        steps.append(.clock(time))
      }
    }
    self.command = command
    self.steps = steps
  }

  /// A step as a page has it.
  static func written(_ step: ManualPage.Step) -> [String] {
    switch step {
    case .line(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { index, line in
        let mark = index == 0 ? ">" : ">|"
        return line.isEmpty ? mark : "\(mark) \(line)"
      }
    case .draft(let text): return [">~ \(text)"]
    case .interrupt: return [">^C"]
    case .endOfInput: return [">^D"]
    case .kill: return ["!kill"]
    case .clock(let time): return ["@ \(time):00"]
    }
  }
}
