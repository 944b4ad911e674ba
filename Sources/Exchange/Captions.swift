/// The cues of WebVTT, in the order of their starts where they overlap; stamps that are equal or go back are taken as
/// they stand. A voice is `<v Anna>`, or a label before the words.
struct Captions {
  private struct Cue {
    let start: Int
    let end: Int
    var turns: [HeardConversation.Turn]
  }

  let turns: [HeardConversation.Turn]

  init(_ lines: [String]) {
    let named = Set(lines.flatMap { Captions.voices($0, before: nil).compactMap(\.speaker) })
    var cues: [Cue] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      let read = Captions.times(lines[index])
      // A cue whose times do not read is one all the same, behind those before it: what is said in it is kept.
      let isBroken = read == nil && lines[index].contains("->")
      guard let times = read ?? (isBroken ? cues.last.map { ($0.start, $0.end) } ?? (0, 0) : nil) else {
        index += 1
        continue
      }
      var payload: [(text: String, line: Int)] = []
      index += 1
      while index < lines.endIndex, !lines[index].trimmedWords.isEmpty, Captions.times(lines[index]) == nil {
        payload.append((lines[index], index + 1))
        index += 1
      }
      let cue = Cue(
        start: times.start, end: times.end,
        turns: Captions.turns(payload, at: isBroken ? nil : times.start / 1000, named))
      let place = cues.lastIndex { !($0.start > cue.start && $0.start < cue.end) }.map { $0 + 1 } ?? 0
      cues.insert(cue, at: place)
    }
    turns = cues.flatMap(\.turns)
  }

  /// `00:01.000 --> 00:02.500 align:start`, in thousandths of a second.
  static func times(_ line: String) -> (start: Int, end: Int)? {
    let words = line.split(separator: " ")
    guard words.count >= 3, words[1] == "-->", let start = thousandths(words[0]), let end = thousandths(words[2])
    else { return nil }
    return (start, end)
  }

  private static func thousandths(_ text: Substring) -> Int? {
    guard let seconds = LabelledLines.Line.clock(text) else { return nil }
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    guard parts.count == 2 else { return seconds * 1000 }
    return Int(parts[1].prefix(3)).map { seconds * 1000 + $0 }
  }

  /// A label before the words says who speaks where no voice does, and inside of one where it is another voice's name.
  private static func turns(
    _ payload: [(text: String, line: Int)], at seconds: Int?, _ named: Set<String>
  ) -> [HeardConversation.Turn] {
    var turns: [HeardConversation.Turn] = []
    var voice: String?
    for (text, line) in payload {
      for part in voices(text, before: voice) {
        voice = part.speaker
        let said = unescaped(part.text).trimmedWords
        let read = LabelledLines.Line(said)
        let isLabel = { part.speaker == nil ? LabelledLines.Line.isName($0) : named.contains($0) }
        let label = read.label.flatMap { isLabel($0) ? $0 : nil }
        voice = label ?? voice
        if label == nil, let last = turns.last, last.speaker == part.speaker || part.speaker == nil {
          turns[turns.count - 1].text += (last.text.isEmpty ? "" : "\n") + said
          continue
        }
        turns.append(
          HeardConversation.Turn(
            speaker: label ?? part.speaker, seconds: seconds, text: label == nil ? said : read.said, line: line))
      }
    }
    return turns
  }

  /// The parts of a line between its voice tags; other tags go, and what is no tag stays.
  private static func voices(_ text: String, before: String?) -> [(speaker: String?, text: String)] {
    var parts: [(speaker: String?, text: String)] = []
    var speaker = before
    var said = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      said += rest[..<open]
      rest = rest[open...]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      guard isTag(tag) else {
        said.append("<")
        rest = rest[rest.index(after: open)...]
        continue
      }
      rest = rest[rest.index(after: close)...]
      guard tag.hasPrefix("v ") || tag.hasPrefix("v.") || tag == "/v" else { continue }
      if !said.trimmedWords.isEmpty { parts.append((speaker, said)) }
      said = ""
      let name = tag.split(separator: " ", maxSplits: 1).dropFirst().first.map { unescaped(String($0)).trimmedWords }
      speaker = tag == "/v" ? nil : name
    }
    said += rest
    if !said.trimmedWords.isEmpty { parts.append((speaker, said)) }
    return parts
  }

  /// A class, a voice, a language, a style, a ruby or a time, opened or closed.
  private static func isTag(_ tag: Substring) -> Bool {
    let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "." }
    return ["c", "i", "b", "u", "v", "ruby", "rt", "lang"].contains(name) || LabelledLines.Line.clock(tag) != nil
  }

  private static func unescaped(_ text: String) -> String {
    let escapes = [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
