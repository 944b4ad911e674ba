import Documents
import Forms

/// Reads what is done next: which step of the ladder, by when, with whom before a colon, and what;
/// `consult Fri peer group: Ask the Friday peer group how they say the number.` Plain words are the step itself.
struct StepReader {
  let context: ReadingContext

  func read(_ line: String, _ ask: Ask) throws(AnswerProblem) -> Reading {
    let head = HeadReader(context: context)
    var words = Words(line)
    var reading = Reading()
    var isNamed = false
    if let rung = ask.fields.first(where: { $0.path == StepReader.rung }),
      let taken = try head.take(rung, from: words, isWholeLine: false)
    {
      reading.add(taken.changes, [taken.saying])
      var rest = words
      rest.dropFirst(taken.words)
      // Before a small letter it is a word of the sentence, too, unless a day or a person follows.
      isNamed =
        !(rest.first?.beginsSmall ?? false) || head.readDue(rest.words) != nil
        || StepReader.person(rest.text) != nil
      if isNamed { words = rest }
    }
    let due = ask.fields.first { $0.path == StepReader.by }
    if let due, isNamed, let (date, used) = head.readDue(words.words) {
      let taken = head.dueTaken(due, date, words: used)
      reading.add(taken.changes, [taken.saying])
      words.dropFirst(used)
    }
    if isNamed, let (with, rest) = StepReader.person(words.text) {
      reading.add([.set(context.base.appending("with"), .string(with))], ["with \(with)"])
      words = Words(rest)
    }
    if let text = ask.fields.first(where: { $0.content == .step }), !words.isEmpty {
      reading.changes.append(.set(context.path(text), .string(words.text)))
    }
    return reading
  }

  private static let rung: Path = "rung"
  private static let by: Path = "by"

  /// Who stands before the first colon, in a few words.
  private static func person(_ text: String) -> (String, String)? {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex,
      text[text.index(after: colon)].isWhitespace
    else { return nil }
    var name = text[..<colon].trimmed
    if name.hasPrefix("with ") { name = name.dropFirst("with ".count).trimmed }
    let rest = text[text.index(after: colon)...].trimmed
    let count = name.split(whereSeparator: \.isWhitespace).count
    guard (1...5).contains(count), !rest.isEmpty, !name.contains(where: { "!?;".contains($0) }),
      !name.contains(". ")
    else { return nil }
    return (name, rest)
  }

  /// The line that would fill a step as it stands.
  static func line(of step: JSON, _ ask: Ask, options: [String: Options]) -> String {
    let names = ask.fields.first { $0.path == StepReader.rung }.flatMap { field -> Options? in
      if case .choice(let name) = field.content { options[name] } else { nil }
    }
    let rung = step["rung"]?.string.map { names?.says($0) ?? $0 }
    let with = step["with"]?.string.map { "\($0):" }
    return [rung, step["by"]?.string, with, step["text"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
