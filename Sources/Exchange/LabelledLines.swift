/// Lines that say who speaks: `T: …`, `Therapist: …`, `Anna: …`, `[00:01:23] Speaker 1: …`. A line without a label goes on
/// with what the last one said; before the first label, and behind a stamp of its own, it is nobody's.
struct LabelledLines {
  private(set) var turns: [HeardConversation.Turn] = []

  init(_ lines: [String]) {
    let read = lines.map { Line($0) }
    let often = read.compactMap(\.label).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (index, line) in read.enumerated() {
      let isSpeaker = line.label.map { Line.isName($0) || often[$0, default: 0] > 1 || line.seconds != nil } ?? false
      if isSpeaker {
        add(HeardConversation.Turn(speaker: line.label, seconds: line.seconds, text: line.said, line: index + 1))
      } else if line.seconds != nil || turns.isEmpty {
        guard !line.whole.isEmpty || line.seconds != nil else { continue }
        add(HeardConversation.Turn(speaker: nil, seconds: line.seconds, text: line.whole, line: index + 1))
      } else if !line.whole.isEmpty {
        let last = turns.count - 1
        turns[last].text += (turns[last].text.isEmpty ? "" : "\n") + line.whole
      }
    }
  }

  /// A stamp that stands on a line of its own is that of the next one.
  private mutating func add(_ turn: HeardConversation.Turn) {
    var turn = turn
    if let last = turns.last, last.speaker == nil, last.text.isEmpty {
      turn.seconds = turn.seconds ?? last.seconds
      turns.removeLast()
    }
    turns.append(turn)
  }

  /// One line, taken apart.
  struct Line {
    private(set) var seconds: Int?
    private(set) var label: String?
    /// What stands behind the label.
    private(set) var said = ""
    /// What stands behind the stamp.
    let whole: String

    init(_ text: String) {
      let trimmed = text.trimmedWords
      let (stamp, rest) = Line.stamped(trimmed)
      seconds = stamp
      whole = rest
      // A stamp that does not read, as `[5]`, hides no speaker behind it.
      let words = stamp == nil ? Line.behindOddStamp(rest) : rest
      guard let colon = words.firstIndex(of: ":") else { return }
      let name = words[..<colon].trimmedWords
      let behind = words[words.index(after: colon)...]
      guard Line.couldBeName(name), behind.isEmpty || behind.first?.isWhitespace == true else { return }
      label = name
      said = behind.trimmedWords
    }

    /// `[00:01:23]`, `(1:23)` or `00:01:23.400` at the beginning.
    private static func stamped(_ text: String) -> (Int?, String) {
      let opens: [Character: Character] = ["[": "]", "(": ")"]
      if let close = text.first.flatMap({ opens[$0] }) {
        guard let end = text.firstIndex(of: close), let time = clock(text.dropFirst()[..<end]) else {
          return (nil, text)
        }
        return (time, text[text.index(after: end)...].trimmedWords)
      }
      let word = text.prefix { !$0.isWhitespace }
      guard let time = clock(word) else { return (nil, text) }
      return (time, text.dropFirst(word.count).trimmedWords)
    }

    private static func behindOddStamp(_ text: String) -> String {
      let opens: [Character: Character] = ["[": "]", "(": ")"]
      guard let close = text.first.flatMap({ opens[$0] }), let end = text.firstIndex(of: close),
        text.dropFirst()[..<end].allSatisfy({ $0.isNumber || ":.,".contains($0) }), text.dropFirst().startIndex < end
      else { return text }
      return text[text.index(after: end)...].trimmedWords
    }

    /// `mm:ss` or `hh:mm:ss`, with or without parts of a second.
    static func clock(_ text: some StringProtocol) -> Int? {
      let whole = text.split(whereSeparator: { $0 == "." || $0 == "," }).first ?? ""
      let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count) else { return nil }
      var seconds = 0
      for (index, part) in parts.enumerated() {
        guard (1...4).contains(part.count), part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part),
          index == 0 || number < 60
        else { return nil }
        seconds = seconds * 60 + number
      }
      return seconds
    }

    /// A few words that begin with a letter, with nothing in them that a sentence has.
    private static func couldBeName(_ text: String) -> Bool {
      let words = text.split(separator: " ")
      return (1...4).contains(words.count) && text.count <= 40 && text.first?.isLetter == true
        && text.allSatisfy { $0.isLetter || $0.isNumber || " .'’-_()".contains($0) }
    }

    /// Whether it is a name though it stands there once: every word of it is written like one.
    static func isName(_ text: String) -> Bool {
      HeardConversation.role(of: text) != nil
        || text.split(separator: " ").allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
    }
  }
}
