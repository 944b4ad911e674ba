import Console
import Documents
import Exchange
import Forms
import Interviews

/// Looking at a transcript with marks: a turn's number, a tag and words. What was said stays as it was said.
package struct Annotating {
  /// What a turn can be marked as (spec 8.3).
  package static let tags = [
    "validation", "assessing", "solution", "rehearsal", "commitment", "accountability", "therapistPart",
    "missedOpening",
    "vague", "jumped", "rupture", "repair", "safety", "question",
  ]
  private static let questions = [
    "Where did we slow down?", "Where did we lose them?", "Which link did we rush?", "What did I avoid?",
    "What did I do well?",
  ]

  private let world: World
  private var transcript: JSON

  package init(_ world: World, _ transcript: JSON) {
    self.world = world
    self.transcript = transcript
  }

  package var helps: TranscriptHelps { TranscriptHelps(transcript, template: template) }

  /// The question set that was asked: that of the document that the session was about, by the first run's verb.
  private var template: Template? {
    let about = (transcript["related"]?.array ?? []).first { $0["rel"] == "about" }?["id"]?.string
    guard let id = about.flatMap(DocumentID.init) else { return nil }
    do throws(StoreProblem) {
      return try world.store.load(id, includingPrivate: true).flatMap { Envelope($0).kind }.flatMap(
        BuiltIn.template(of:))
    } catch {
      return nil
    }
  }

  // MARK: Marks

  /// Sets one mark and saves it; the same mark again is no change.
  package mutating func mark(_ index: Int, _ tag: String, note: String) throws(VerbFailure) {
    let turns = transcript["entries"]?.array ?? []
    guard turns.indices.contains(index) else {
      throw .usage(
        "There is no turn \(index).", hint: turns.isEmpty ? nil : "They are numbered 0 to \(turns.count - 1).")
    }
    guard let known = Annotating.tag(tag) else {
      throw .usage("There is no tag ‘\(tag)’.", hint: "One of: \(Annotating.tags.joined(separator: ", ")).")
    }
    var mark: JSON.Members = ["index": JSON(index), "tag": .string(known)]
    if !note.isEmpty { mark["note"] = .string(note) }
    let marks = transcript["annotations"]?.array ?? []
    guard !marks.contains(.object(mark)) else { return }
    let all = marks + [.object(mark)]
    let sorted = all.enumerated().sorted { a, b in
      (a.element["index"]?.int ?? 0, a.offset) < (b.element["index"]?.int ?? 0, b.offset)
    }
    try keep(sorted.map(\.element))
  }

  /// Takes the marks of a turn away; returns how many there were.
  package mutating func unmark(_ index: Int) throws(VerbFailure) -> Int {
    let marks = transcript["annotations"]?.array ?? []
    let rest = marks.filter { $0["index"]?.int != index }
    if rest.count < marks.count { try keep(rest) }
    return marks.count - rest.count
  }

  private mutating func keep(_ marks: [JSON]) throws(VerbFailure) {
    var changed = transcript
    changed.apply(.set("annotations", .array(marks)))
    changed.apply(.set("updatedAt", .string(world.clock.now().description)))
    do throws(StoreProblem) { try DocumentKeeping(world.store).save(changed) } catch { throw .store(error) }
    transcript = changed
  }

  /// A tag by its name in any case, with or without spaces, or by a beginning that is no other's.
  package static func tag(_ typed: String) -> String? {
    let wanted = typed.lowercased().filter { $0.isLetter }
    guard !wanted.isEmpty else { return nil }
    if let exact = tags.first(where: { $0.lowercased() == wanted }) { return exact }
    let found = tags.filter { $0.lowercased().hasPrefix(wanted) }
    return found.count == 1 ? found[0] : nil
  }

  /// A tag and what stands behind it: `missed opening` is one tag, of two words.
  private static func parted(_ words: [String]) -> (tag: String, note: String) {
    for length in stride(from: min(3, words.count), to: 1, by: -1) {
      let typed = words.prefix(length).joined().lowercased()
      guard tags.contains(where: { $0.lowercased() == typed }) else { continue }
      return (typed, words.dropFirst(length).joined(separator: " "))
    }
    return (words.first ?? "", words.dropFirst().joined(separator: " "))
  }

  // MARK: On the screen

  /// Shows the turns with their numbers and takes marks, a line each, until an empty line.
  package mutating func talk() throws(VerbFailure) {
    let page = Page(world.output)
    for (index, entry) in (transcript["entries"]?.array ?? []).enumerated() { say(entry, index, on: page) }
    sayHelps(on: page)
    page.say("")
    for question in Annotating.questions { page.say(.dim(question)) }
    page.say("")
    page.say("NUMBER tag words   ·   drop NUMBER   ·   Enter ends")
    page.say(.dim(Annotating.tags.joined(separator: " · ")))
    while case .text(let line) = ShortAnswer(world).read(), !line.isEmpty { try take(line, on: page) }
  }

  private mutating func take(_ line: String, on page: Page) throws(VerbFailure) {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    if words.count == 2, "drop".hasPrefix(words[0].lowercased()), let index = Int(words[1]) {
      let count = try unmark(index)
      return page.say(.dim(count == 0 ? "Nothing is marked at \(index)." : "The marks of \(index) are gone."))
    }
    guard let index = words.first.flatMap({ Int($0) }), words.count > 1 else {
      return page.say(.dim("‘\(line)’ was not understood here. A line: 12 validation It made sense to her."))
    }
    let (tag, note) = Annotating.parted(line.split(separator: " ").dropFirst().map(String.init))
    do throws(VerbFailure) {
      try mark(index, tag, note: note)
      page.say(.dim("\(index) \(Annotating.tag(tag) ?? tag). drop \(index) takes it back."))
    } catch {
      guard case .usage(let problem, let hint) = error else { throw error }
      page.say(.dim([problem, hint ?? ""].joined(separator: " ").trimmed), hang: 2)
    }
  }

  private func say(_ entry: JSON, _ index: Int, on page: Page) {
    let marks = (transcript["annotations"]?.array ?? []).filter { $0["index"]?.int == index }
    let typed = (entry["answer"] ?? entry["command"])?.string
    let text = typed ?? entry["said"]?.string ?? ""
    let lines = text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard typed != nil || !lines.isEmpty || !marks.isEmpty else { return }
    let who = typed == nil ? "" : (entry["speaker"]?.string ?? entry["voice"]?.string).map { "\($0): " } ?? ""
    let shown = "\(index)  \(who)\(lines.first ?? "(Enter)")"
    page.say(typed == nil ? .dim(shown) : StyledLine(shown), hang: 4)
    for line in lines.dropFirst() { page.say(typed == nil ? .dim(line) : StyledLine(line), indent: 4, hang: 2) }
    for mark in marks {
      let note = mark["note"]?.string.map { ": \($0)" } ?? ""
      page.say(.accent("\(mark["tag"]?.string ?? "")\(note)"), indent: 4, hang: 2)
    }
  }

  private func sayHelps(on page: Page) {
    let helps = helps
    page.say("")
    if let stretch = helps.withoutValidation {
      let minutes = stretch.minutes.map { ", \($0) \($0 == 1 ? "minute" : "minutes")" } ?? ""
      page.say("Longest without a validation entry: \(stretch.from) to \(stretch.to)\(minutes).", hang: 2)
    }
    if let solution = helps.firstSolution {
      let early = helps.isEarlySolution ? ", before the function was agreed: an early solution" : ""
      page.say("First solution: \(solution)\(early).", hang: 2)
    }
    let passed = [("Passed over", helps.skipped), ("Not known", helps.unknown)]
    for (title, questions) in passed where !questions.isEmpty {
      page.say("\(title): \(questions.joined(separator: ", ")).", hang: 2)
    }
    if !helps.sections.isEmpty {
      page.say("Minutes: \(helps.sections.map { "\($0.title) \($0.minutes)" }.joined(separator: ", ")).", hang: 2)
    }
  }
}
