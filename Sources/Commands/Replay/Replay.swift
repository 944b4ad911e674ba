import Console
import Documents
import Insights
import Sessions

/// Plays a page through the real loop in a practice that lies in memory, and writes it anew with what was said.
package final class Replay {
  private let page: ConversationPage
  private let world: World
  private let clock: ReplayClock
  private let ids: any IDs
  private let scratch: Scratch
  /// The files beside the practice, by their names.
  private var files: [String: [UInt8]] = [:]

  /// `settings` are files of the practice that the replay takes over; `document` finds one that the session read.
  package init(
    _ page: ConversationPage, in world: World, files: [String: [UInt8]] = [:],
    document: (String) throws(VerbFailure) -> JSON
  ) throws(VerbFailure) {
    self.page = page
    guard let zone = world.zoneNamed(page.settings["zone"] ?? world.zone.name) else {
      throw .usage("The zone ‘\(page.settings["zone"] ?? "")’ is not known here.", hint: "Is tzdata installed?")
    }
    clock = ReplayClock(page.settings["now"].flatMap { Moment($0) }, zone: zone)
    ids = ReplayIDs(
      first: page.settings["about"].map { String($0.suffix(4)) },
      SeededIDs(seed: page.settings["seed"].flatMap { UInt64($0) } ?? 1))
    var files = files
    if let own = page.practiceSettings { files["practice.yaml"] = Array(own.utf8) }
    do throws(StoreProblem) {
      scratch = try world.makeScratch(page.settings["place"] ?? "practice", files)
    } catch {
      throw .store(error)
    }
    self.world = world
    for name in page.settings["practice"]?.split(whereSeparator: { " ,[]".contains($0) }) ?? [] {
      let found = try document(String(name))
      do throws(StoreProblem) {
        for tree in found.array ?? [found] { try DocumentKeeping(scratch.store).save(tree) }
      } catch {
        throw .store(error)
      }
    }
  }

  /// The page as it comes out now.
  package func text() -> String {
    page.parts.map { part in
      switch part {
      case .prose(let text): changed(by: text)
      case .run(let run, let fence): "\(fence)session\n" + play(run).joined(separator: "\n") + "\n\(fence)\n"
      }
    }.joined()
  }

  /// The transcripts that the practice of the replay keeps by now.
  func transcripts() throws(StoreProblem) -> [JSON] {
    var found: [JSON] = []
    for file in try scratch.store.documents(includingPrivate: true) where file.shelf == .transcripts {
      if let tree = try scratch.store.load(file.id, includingPrivate: true) { found.append(tree) }
    }
    return found
  }

  /// Carries out what the prose changes in a file, as a hand with an editor would: a fence ` ```diff FILE `.
  private func changed(by prose: String) -> String {
    for part in prose.split(separator: "```diff ").dropFirst(prose.hasPrefix("```diff ") ? 0 : 1) {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let name = lines[0]
      let diff = lines.dropFirst().prefix { $0 != "```" }
      let old = diff.filter { !$0.hasPrefix("+") }.map { $0.dropFirst() }.joined(separator: "\n")
      let new = diff.filter { !$0.hasPrefix("-") }.map { $0.dropFirst() }.joined(separator: "\n")
      // Lines that are added to no file make one.
      if files[name] == nil, old.isEmpty {
        files[name] = Array((new + "\n").utf8)
        continue
      }
      let text = String(decoding: files[name] ?? [], as: UTF8.self)
      let pieces = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count < 2 { return prose + "(the file \(name) has no such lines)\n" }
      files[name] = Array(pieces.joined(separator: new).utf8)
    }
    return prose
  }

  private func play(_ run: ConversationPage.Run) -> [String] {
    let console = ScriptedConsole(
      run.steps, clock: clock, columns: page.settings["columns"].flatMap { Int($0) } ?? 80,
      isPlain: page.settings["plain"] == "yes", scratch: scratch)
    console.said = [(["$ attune"] + run.command).joined(separator: " ")]
    if let mark = run.startsAt {
      clock.set(mark)
      console.said += ConversationPage.Run.written(.clock(mark))
    }
    let played = World(
      lines: console, output: console, store: scratch.store, search: ReadingThrough(scratch.store), clock: clock,
      zone: clock.zone, ids: ids,
      readFile: { (name) throws(StoreProblem) in
        guard let bytes = self.files[name] else { throw .notFound(name: name) }
        return bytes
      },
      writeFile: { (name, bytes) throws(StoreProblem) in
        guard self.files[name] == nil else { return false }
        self.files[name] = bytes
        return true
      }, isAttended: true, editor: console, makeScratch: world.makeScratch, zoneNamed: world.zoneNamed)
    let code = runProgram(run.command, in: played)
    if console.wasKilled { scratch.goOn() } else if code != 0 { console.said.append("[exit \(code)]") }
    while console.said.last?.isEmpty == true { console.said.removeLast() }
    return console.said
  }
}

/// A clock that stands until the page says another time.
package final class ReplayClock: Clock {
  package let zone: any Zone
  private var moment: Moment

  package init(_ moment: Moment?, zone: any Zone) {
    self.zone = zone
    self.moment = moment ?? Moment(date: CivilDate(dayNumber: 20_000), time: .midnight, offset: 0)
  }

  func set(_ mark: ConversationPage.ClockMark) {
    switch mark {
    case .moment(let moment): self.moment = moment
    case .time(let time):
      // An earlier hour is that of the next day; the hour that a clock change repeats has its moments said whole.
      let day = time < moment.time ? moment.date.adding(days: 1) : moment.date
      moment =
        day == moment.date && moment.offset == zone.offset(at: time, on: day)
        ? Moment(date: day, time: time, offset: moment.offset) : zone.moment(day, time)
    }
  }

  package func now() -> Moment { moment }
}

/// The ids of a session that is replayed: the one its document had, then others.
private final class ReplayIDs: IDs {
  private var first: String?
  private let others: any IDs

  init(first: String?, _ others: any IDs) {
    self.first = first
    self.others = others
  }

  func next() -> String {
    defer { first = nil }
    return first ?? others.next()
  }
}
