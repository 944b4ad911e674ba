import Documents
import Forms

/// What a transcript shows that is easily missed when it is read (spec 8.3). Computed from the entries and from the marks
/// that were set on them; indexes are those of the entries, from 0.
package struct TranscriptHelps: Hashable, Sendable {
  /// A stretch of a transcript, from one entry to another.
  package struct Stretch: Hashable, Sendable {
    package let from: Int
    package let to: Int
    /// Whole minutes, where the entries say when they were.
    package let minutes: Int?
  }

  /// The longest stretch without a validation entry; nothing of a transcript in which nothing was answered.
  package private(set) var withoutValidation: Stretch?
  /// The first solution, and whether it was offered before the function was agreed.
  package private(set) var firstSolution: Int?
  package private(set) var isEarlySolution = false
  /// The questions that were passed over, in order, and those whose answer was that it is not known.
  package private(set) var skipped: [String] = []
  package private(set) var unknown: [String] = []
  /// Minutes by section, in the order in which they were first come to; only where the entries say when they were.
  package private(set) var sections: [(title: String, minutes: Int)] = []

  /// `template` is the question set that was asked, where there was one.
  package init(_ transcript: JSON, template: Template?) {
    let entries = transcript["entries"]?.array ?? []
    let marks = (transcript["annotations"]?.array ?? []).compactMap { mark in
      mark["index"]?.int.flatMap { index in mark["tag"]?.string.map { (index, $0) } }
    }
    func marked(_ tag: String) -> [Int] { marks.filter { $0.1 == tag }.map(\.0) }
    let section = { (entry: JSON) in entry["prompt"]?.string.flatMap { template?.section(of: $0) } }

    let validated = entries.indices.filter { entries[$0].isCommand(.validate) } + marked("validation")
    withoutValidation = TranscriptHelps.longest(entries, without: Set(validated))
    let solutions =
      entries.indices.filter {
        section(entries[$0])?.id == "solutions" && entries[$0].isAnswered
          || entries[$0].isCommand(.skill)
      } + marked("solution")
    firstSolution = solutions.min()
    let function = entries.indices.first { section(entries[$0])?.id == "function" && entries[$0].isAnswered }
    if template?.sections.contains(where: { $0.id == "function" }) == true, let firstSolution {
      isEarlySolution = function.map { firstSolution < $0 } ?? true
    }
    for entry in entries {
      guard let prompt = entry["prompt"]?.string, let state = entry["state"]?.string else { continue }
      if state == "unknown" { unknown.append(prompt) } else { skipped.append(prompt) }
    }
    addSections(entries, section)
  }

  /// A voice or an answer counts as something said; what the program says does not.
  private static func longest(_ entries: [JSON], without validated: Set<Int>) -> Stretch? {
    let said = entries.indices.filter { entries[$0]["answer"] != nil || entries[$0]["command"] != nil }
    guard let first = said.first, let last = said.last else { return nil }
    let ends = [first] + validated.filter { first < $0 && $0 < last }.sorted() + [last]
    let stretches = zip(ends, ends.dropFirst()).map { from, to in
      Stretch(from: from, to: to, minutes: minutes(from: entries[from], to: entries[to]))
    }
    let whole = stretches.isEmpty ? [Stretch(from: first, to: last, minutes: nil)] : stretches
    // The earliest of those that are as long.
    return whole.reduce(whole[0]) { longer($1, than: $0) ? $1 : $0 }
  }

  private static func longer(_ a: Stretch, than b: Stretch) -> Bool {
    guard let one = a.minutes, let other = b.minutes, one != other else { return a.to - a.from > b.to - b.from }
    return one > other
  }

  private static func minutes(from: JSON, to: JSON) -> Int? {
    guard let from = from.seconds, let to = to.seconds, from <= to else { return nil }
    return (to - from) / 60
  }

  /// The time to an answer is that of its section. A break between two runs of the program is no section's.
  private mutating func addSections(_ entries: [JSON], _ section: (JSON) -> Section?) {
    var seconds: [String: Int] = [:]
    var order: [String] = []
    var before: Int?
    for entry in entries {
      let now = entry.seconds
      defer { before = now ?? before }
      if entry["run"] != nil { before = nil }
      guard let title = section(entry)?.title, let now else { continue }
      if !order.contains(title) { order.append(title) }
      seconds[title, default: 0] += max(0, now - (before ?? now))
    }
    sections = order.map { ($0, (seconds[$0] ?? 0) / 60) }
  }

  package static func == (a: TranscriptHelps, b: TranscriptHelps) -> Bool { a.json == b.json }
  package func hash(into hasher: inout Hasher) { hasher.combine(json) }

  package var json: JSON {
    [
      "withoutValidation": withoutValidation.map {
        ["from": JSON($0.from), "to": JSON($0.to), "minutes": $0.minutes.map { JSON($0) } ?? .null]
      } ?? .null,
      "firstSolution": firstSolution.map { JSON($0) } ?? .null, "earlySolution": .bool(isEarlySolution),
      "skipped": .array(skipped.map { .string($0) }), "unknown": .array(unknown.map { .string($0) }),
      "sections": .array(sections.map { ["title": .string($0.title), "minutes": JSON($0.minutes)] }),
    ]
  }
}

extension JSON {
  fileprivate var isAnswered: Bool { self["answer"]?.string.map { !$0.isEmpty } ?? false }

  fileprivate func isCommand(_ command: Command) -> Bool {
    guard let typed = self["command"]?.string, case .command(command, _) = CommandLine(typed) else { return false }
    return true
  }

  /// When an entry was: of the day, or from the start of a session held elsewhere.
  fileprivate var seconds: Int? { self["at"]?.int ?? self["time"]?.string.flatMap { Moment($0)?.instant } }
}
