import Console
import Documents
import Forms
import Insights
import Interviews

/// Asks what became of a promise and writes it where the promise stands (spec 3.0: one home for an outcome).
package struct OutcomeTalk {
  private let world: World
  private let page: Page
  private let reader: OutcomeReader

  package init(_ world: World) throws(VerbFailure) {
    guard let template = BuiltIn.template("chain") else { throw .unknownTemplate("chain", known: []) }
    self.world = world
    page = Page(world.output)
    let now = world.clock.now()
    reader = OutcomeReader(
      template: template, catalog: BuiltIn.catalog(),
      surroundings: Surroundings(now: now, zone: world.zone, began: now))
  }

  /// Takes the line that is given, or asks for it; then asks what made it happen, unless `note` says it already.
  package func record(_ promise: Promise, line: String?, note: String?) throws(VerbFailure) {
    if let later = promise.outcomeOn, later > world.clock.now().date {
      page.say("What was written on \(later.spoken) is later and stands.")
      return
    }
    if line == nil { ask(promise) }
    guard let told = try fields(of: promise, line: line, note: note) else {
      if !world.isAttended { throw .usage("No outcome was given.", hint: "Nothing was written.") }
      page.say(.dim("Nothing was written."))
      return
    }
    // What was said is safe before anything more is asked.
    guard try write(told, to: promise) else { return }
    guard note == nil, let more = whatMadeItHappen(promise, told) else { return }
    let words = [told.fields["outcomeNote"]?.string, more].compactMap { $0 }.joined(separator: " ")
    _ = try write(Told(said: [], fields: ["outcomeNote": .string(words)]), to: promise)
  }

  // MARK: Asking

  private func ask(_ promise: Promise) {
    page.blank()
    page.say(.accent("\(promise.id) · \(promise.client)"))
    page.say(.strong("“\(promise.text)”"), hang: 1)
    page.say(reader.question?.first.client ?? "")
    page.say(.dim(shape(promise)))
  }

  private func shape(_ promise: Promise) -> String {
    promise.sort == .repair
      ? reader.repairWords.joined(separator: " · ")
      : (reader.question?.first.shape ?? "") + "   0-10: how much it helped"
  }

  /// What is written, with how it is said back; nothing when it was left.
  private func fields(of promise: Promise, line: String?, note: String?) throws(VerbFailure) -> Told? {
    var typed = line
    while true {
      if typed == nil { typed = try answer() }
      guard let text = typed else { return nil }
      typed = nil
      guard let reading = read(text, promise) else { continue }
      let tree = JSON.object([:]).applying(reading.changes)
      if promise.sort == .repair {
        guard let status = tree["status"] else { continue }
        return Told(said: reading.sayings, fields: ["status": status])
      }
      return told(settled(tree, reading.doubts), said: reading.sayings, of: promise, note: note)
    }
  }

  private func read(_ text: String, _ promise: Promise) -> Reading? {
    do throws(AnswerProblem) {
      return try promise.sort == .repair ? reader.readRepair(text) : reader.readCommitment(text)
    } catch {
      page.say(.dim(Wording.sentence(error)))
      return nil
    }
  }

  /// A number that may be part of the sentence is asked about.
  private func settled(_ tree: JSON, _ doubts: [Doubt]) -> JSON {
    var tree = tree
    for doubt in doubts {
      while true {
        page.say(Wording.question(doubt))
        guard let text = followUp() else { break }
        guard let choice = doubt.choice(for: text) else { continue }
        tree = tree.applying(choice.changes)
        break
      }
    }
    return tree
  }

  private func told(_ tree: JSON, said: [String], of promise: Promise, note: String?) -> Told {
    var fields: JSON.Members = ["outcome": tree["outcome"] ?? .null]
    fields["outcomeOn"] = .string(world.clock.now().date.description)
    let words = [tree["note"]?.string, note].compactMap { $0 }.filter { !$0.isEmpty }
    if !words.isEmpty { fields["outcomeNote"] = .string(words.joined(separator: " ")) }
    if let helped = tree["$helped"] {
      fields["tried"] = true
      fields["helped"] = helped
    }
    return Told(said: said, fields: fields)
  }

  /// A line, or nothing at the end of the input.
  private func answer() throws(VerbFailure) -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): return text
    case .ended: return nil
    case .left, .hungUp: throw .interrupted
    }
  }

  /// What was done is asked first: change that nobody notices goes away (spec 3.0).
  private func whatMadeItHappen(_ promise: Promise, _ told: Told) -> String? {
    guard promise.sort == .client, let more = reader.question?.then.first, more.when.holds(in: .object(told.fields))
    else { return nil }
    page.say(more.client)
    return followUp().flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The answer to what is asked further; leaving it takes back nothing of what was said before.
  private func followUp() -> String? {
    if case .text(let text) = ShortAnswer(world).read() { text } else { nil }
  }

  // MARK: Writing

  /// Changes the named fields of the file as it is now, and nothing else of it.
  private func write(_ told: Told, to promise: Promise) throws(VerbFailure) -> Bool {
    var (_, document) = try DocumentFinder(world, includingPrivate: false).documentToChange(promise.document.text)
    let changed = told.fields.filter { document[promise.place.appending($0.key)] != $0.value }
    guard !changed.isEmpty else {
      page.say("That is what stands there already.")
      return false
    }
    for (key, value) in changed { document.apply(.set(promise.place.appending(key), value)) }
    document.apply(.set("updatedAt", .string(world.clock.now().description)))
    do throws(StoreProblem) { try DocumentKeeping(world.store).save(document) } catch { throw .store(error) }
    let said = told.said.filter { !$0.isEmpty }
    guard !said.isEmpty else {
      page.say(.dim("Kept."))
      return true
    }
    page.say("\(promise.id) \(said.joined(separator: ", "))")
    page.say(.dim("Written in \(promise.document). attune outcome \(promise.ref) changes it."), hang: 2)
    return true
  }

  /// What a person said became of a promise, as it is written.
  private struct Told {
    let said: [String]
    let fields: JSON.Members
  }
}
