import Documents
import Forms

/// Reads what is done about an obstacle: `cue: Card on the shelf.`, with a kind or a skill before the colon.
struct PlanReader {
  let context: ReadingContext

  func read(_ text: String, _ path: Path, options name: String) -> (changes: [Change], sayings: [String]) {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex,
      text[text.index(after: colon)].isWhitespace
    else { return ([.set(path.appending("text"), .string(text.trimmed))], []) }
    let label = String(text[..<colon]).trimmed
    let rest = String(text[text.index(after: colon)...]).trimmed
    let words: Change = .set(path.appending("text"), .string(rest))
    let options = context.options(name)
    if label.beginsSmall, case .one(let index) = options.match(label, minimum: 3, numbers: false) {
      let kind = options.all[index]
      return ([.set(path.appending("kind"), .string(kind.value)), words], [kind.says])
    }
    if label.beginsSmall, label.count >= 3, case .one(let index) = context.catalog.match(label) {
      let skill = context.catalog.skills[index]
      return (
        [.set(path.appending("kind"), "skill"), .set(path.appending("skill"), .string(skill.id)), words], [skill.name]
      )
    }
    return ([.set(path.appending("text"), .string(text.trimmed))], [])
  }
}

/// Reads how often of how often: `4 of 7`.
struct OutOfReader {
  let context: ReadingContext

  func take(_ field: Field, from words: some Collection<Substring>) -> Taken? {
    let words = Array(words)
    guard words.count == 3, words[1].lowercased() == "of", let done = Int(words[0]),
      let of = Int(words[2].withoutComma),
      (0...1000).contains(done), (1...1000).contains(of), done <= of
    else { return nil }
    let path = context.path(field)
    return Taken(
      changes: [.set(path, JSON(done)), .set(path.parent.appending("timesExpected"), JSON(of))],
      saying: "\(done) of \(of)", words: 3)
  }
}
