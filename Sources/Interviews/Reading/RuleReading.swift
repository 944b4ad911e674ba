import Documents
import Forms

/// How many, counted how: `3 in 8`, `4 in a row`, `4 weeks in a row`, `5 in all`, `3 in 30 days`, `20% of 10`,
/// `3 each 12 weeks`.
struct RuleCount {
  let members: JSON.Members

  /// The fields that tell how it is counted.
  static let keys = ["threshold", "basis", "windowSessions", "windowDays", "periodWeeks"]

  init?(_ text: some StringProtocol) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map { $0.withoutComma }
    guard let first = words.first else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    if first.hasSuffix("%"), let percent = Int(first.dropLast()), (1...100).contains(percent),
      let window = RuleCount.number(in: rest, after: ["of ", "in "], before: ["", "sessions"])
    {
      members = ["threshold": JSON(percent), "basis": "percent", "windowSessions": JSON(window)]
      return
    }
    guard let threshold = Int(first), (1...1000).contains(threshold) else { return nil }
    func made(_ basis: String, _ window: String? = nil, _ size: Int? = nil) -> JSON.Members {
      var members: JSON.Members = ["threshold": JSON(threshold), "basis": .string(basis)]
      if let window { members[window] = size.map { JSON($0) } }
      return members
    }
    switch rest {
    case "in a row": members = made("consecutive")
    case "weeks in a row", "week in a row": members = made("consecutiveWeeks")
    case "in all", "in total": members = made("cumulative")
    default:
      if let weeks = RuleCount.number(in: rest, after: ["each ", "every "], before: ["weeks"]) {
        members = made("fixedPeriod", "periodWeeks", weeks)
      } else if let sessions = RuleCount.number(in: rest, after: ["in "], before: ["", "sessions", "session"]) {
        members = made("rolling", "windowSessions", sessions)
      } else if let days = RuleCount.number(in: rest, after: ["in "], before: ["days"]) {
        members = made("rolling", "windowDays", days)
      } else if let weeks = RuleCount.number(in: rest, after: ["in "], before: ["weeks"]) {
        members = made("rolling", "windowDays", weeks * 7)
      } else {
        return nil
      }
    }
  }

  private static func number(in text: String, after starts: [String], before ends: [String]) -> Int? {
    guard let start = starts.first(where: { text.hasPrefix($0) }) else { return nil }
    let words = text.dropFirst(start.count).split(separator: " ", maxSplits: 1)
    guard let number = words.first.flatMap({ Int($0) }), (1...1000).contains(number),
      ends.contains(words.count > 1 ? String(words[1]) : "")
    else { return nil }
    return number
  }
}

/// What comes after a rule's number is reached: how it is counted, what we do then, when the count clears.
struct RuleTerms {
  var members: JSON.Members = [:]

  /// `3 in 8 -> conversation; clears 4 of 4`; nothing where the number does not read.
  init?(_ text: some StringProtocol, ends options: Options) {
    let sides = parts(text, at: "->")
    guard let count = sides.first.flatMap({ RuleCount($0.trimmed) }) else { return nil }
    members = count.members
    guard sides.count > 1 else { return }
    for (index, part) in sides.dropFirst().joined(separator: " -> ").split(separator: ";").enumerated() {
      let words = part.trimmed
      if let clears = RuleTerms.clears(words) {
        members["clearsWhen"] = clears
      } else if words.lowercased().hasPrefix("except ") || index > 0 {
        let text = words.lowercased().hasPrefix("except ") ? String(words.dropFirst("except ".count)) : words
        members["grace"] = .string(text)
      } else if case .one(let found) = options.match(words, minimum: 3, numbers: false) {
        members["whenReached"] = .string(options.all[found].value)
      } else if !words.isEmpty {
        members["whenReached"] = "other"
        members["whenReachedText"] = .string(words)
      }
    }
  }

  /// `clears 4 of 4`
  private static func clears(_ text: String) -> JSON? {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 4, ["clear", "clears"].contains(words[0]), words[2] == "of", let attended = Int(words[1]),
      let of = Int(words[3]), (1...1000).contains(of), (1...of).contains(attended)
    else { return nil }
    return ["attended": JSON(attended), "of": JSON(of)]
  }
}

/// Reads a rule of attendance: `late 10: 3 in 8 -> conversation; clears 4 of 4`, `missed: 4 in a row -> ends | way back`.
/// A line that is none stays as it was typed, and what it lacks is asked for.
struct RuleReader {
  let context: ReadingContext

  func read(_ line: String) -> Reading {
    let text = line.trimmed
    guard let colon = text.firstIndex(of: ":"), let head = head(text[..<colon]) else { return plain(text) }
    var pieces = parts(text[text.index(after: colon)...], at: "|")
    guard let first = pieces.first, let terms = RuleTerms(first.trimmed, ends: context.options("whenReached")) else {
      return plain(text)
    }
    pieces.removeFirst()
    var members = head
    for (key, value) in terms.members { members[key] = value }
    if !pieces.isEmpty { members["returnText"] = .string(pieces.joined(separator: " | ").trimmed) }
    members["counts"] = .string(
      Agreement.counts(members["what"]?.string ?? "", minutes: members["minMinutes"]?.int))
    members["$counts"] = true
    var reading = Reading()
    reading.add(members.map { .set(context.base.appending($0.key), $0.value) }, [saying(members)])
    return reading
  }

  private func plain(_ text: String) -> Reading {
    var reading = Reading()
    reading.changes = [.set(context.base.appending("counts"), .string(text))]
    return reading
  }

  private func saying(_ members: JSON.Members) -> String {
    let then = members["whenReached"]?.string.map { ", then " + context.options("whenReached").says($0) } ?? ""
    let other = members["whenReachedText"]?.string.map { ", then \($0)" } ?? then
    let clears = members["clearsWhen"].flatMap { clears -> String? in
      guard let attended = clears["attended"]?.int, let of = clears["of"]?.int else { return nil }
      return "; clears after \(attended) of \(of) sessions"
    }
    return Agreement.sentence(ofRule: .object(members)) + other + (clears ?? "")
  }

  /// What is counted, from how many minutes on, and in which of the sessions.
  private func head(_ text: Substring) -> JSON.Members? {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let options = context.options("attendanceWhat")
    var members: JSON.Members = [:]
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let typed = words.prefix(length).joined(separator: " ")
      guard case .one(let found) = options.match(typed, minimum: 3, numbers: false) else { continue }
      members["what"] = .string(options.all[found].value)
      words.removeFirst(length)
      break
    }
    guard members["what"] != nil else { return nil }
    if let minutes = words.first.flatMap({ Int($0) }), (0...1440).contains(minutes) {
      members["minMinutes"] = JSON(minutes)
      words.removeFirst()
    }
    if words.isEmpty { return members }
    let named = words.joined(separator: " ").lowercased()
    let modes = Agreement(context.tree).modes.filter { $0.lowercased().hasPrefix(named) }
    guard !modes.isEmpty else { return nil }
    members["modes"] = .array(modes.map { .string($0) })
    return members
  }
}

/// The parts of a text that a mark with a blank on both sides separates.
func parts(_ text: some StringProtocol, at mark: String) -> [String] {
  var found: [String] = []
  var part: [Substring] = []
  let line = Substring(String(text))
  var start = line.startIndex
  for word in line.split(separator: " ", omittingEmptySubsequences: false) where word == mark {
    found.append(String(line[start..<word.startIndex]).trimmed)
    start = word.endIndex
  }
  part.append(line[start...])
  return found + part.map { String($0).trimmed }
}
