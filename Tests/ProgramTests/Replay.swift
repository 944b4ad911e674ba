import Commands
import Console
import Documents
import Sessions
import Storage
import TestSupport

/// Plays a page through the real loop, with twins at every edge, and writes it anew with what was said.
final class Replay {
  private let page: ManualPage
  private let disk = MemoryDisk(place: "practice")
  private let clock: ReplayClock
  private let ids: SeededIDs
  /// The files beside the practice, by their names.
  private var files: [String: [UInt8]] = [:]

  init(_ page: ManualPage) throws {
    self.page = page
    clock = ReplayClock(page.settings["now"].flatMap { Moment($0) })
    ids = SeededIDs(seed: page.settings["seed"].flatMap { UInt64($0) } ?? 1)
    let store = PracticeFolder(on: disk)
    if let names = page.settings["practice"] {
      _ = try store.prepare()
      for name in names.split(whereSeparator: { " ,[]".contains($0) }) {
        let document = try Fixtures.json(String(name))
        try store.save(document, markdown: DocumentKeeping(store).markdown(document))
      }
    }
  }

  /// The page as it comes out now.
  func text() -> String {
    page.parts.map { part in
      switch part {
      case .prose(let text): changed(by: text)
      case .run(let run, let fence): "\(fence)session\n" + play(run).joined(separator: "\n") + "\n\(fence)\n"
      }
    }.joined()
  }

  /// Carries out what the prose changes in a file, as a hand with an editor would: a fence ` ```diff FILE `.
  private func changed(by prose: String) -> String {
    for part in prose.split(separator: "```diff ").dropFirst(prose.hasPrefix("```diff ") ? 0 : 1) {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let name = lines[0]
      let diff = lines.dropFirst().prefix { $0 != "```" }
      let old = diff.filter { !$0.hasPrefix("+") }.map { $0.dropFirst() }.joined(separator: "\n")
      let new = diff.filter { !$0.hasPrefix("-") }.map { $0.dropFirst() }.joined(separator: "\n")
      let text = String(decoding: files[name] ?? [], as: UTF8.self)
      let pieces = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count < 2 { return prose + "(the file \(name) has no such lines)\n" }
      files[name] = Array(pieces.joined(separator: new).utf8)
    }
    return prose
  }

  private func play(_ run: ManualPage.Run) -> [String] {
    let console = ScriptedConsole(run.steps, clock: clock, disk: disk, isPlain: page.settings["plain"] == "yes")
    console.said = [(["$ attune"] + run.command).joined(separator: " ")]
    let world = World(
      lines: console, output: console, store: PracticeFolder(on: disk), clock: clock, zone: NewYork(), ids: ids,
      readFile: { (name) throws(StoreProblem) in
        guard let bytes = self.files[name] else { throw .notFound(name: name) }
        return bytes
      },
      writeFile: { (name, bytes) throws(StoreProblem) in
        guard self.files[name] == nil else { return false }
        self.files[name] = bytes
        return true
      }, isAttended: true, editor: console)
    let code = runProgram(run.command, in: world)
    if console.wasKilled { disk.mend() } else if code != 0 { console.said.append("[exit \(code)]") }
    while console.said.last?.isEmpty == true { console.said.removeLast() }
    return console.said
  }
}

final class ReplayClock: Clock {
  private var moment: Moment

  init(_ moment: Moment?) {
    self.moment = moment ?? Moment(date: CivilDate(dayNumber: 20_000), time: .midnight, offset: 0)
  }

  func set(_ time: TimeOfDay) { moment.time = time }
  func now() -> Moment { moment }
}

/// A keyboard that types a script, and a screen that remembers what was said on it.
final class ScriptedConsole: LineReading, TextEditing, Output {
  private var steps: ArraySlice<ManualPage.Step>
  private let clock: ReplayClock
  private let disk: MemoryDisk
  var said: [String] = []
  private(set) var wasKilled = false

  var isInteractive: Bool { !isPlain }
  let width = 80
  let height = 24
  let isPlain: Bool

  init(_ steps: [ManualPage.Step], clock: ReplayClock, disk: MemoryDisk, isPlain: Bool = false) {
    self.isPlain = isPlain
    self.steps = steps[...]
    self.clock = clock
    self.disk = disk
  }

  func readLine(_ request: LineRequest) -> LineEvent {
    if wasKilled { return .hangUp("") }
    if !request.initial.isEmpty { write(line: "(in the line: \(request.initial))") }
    while let step = steps.popFirst() {
      said += ManualPage.Run.written(step)
      switch step {
      case .line(let text): return text.contains("\n") ? .pasted(text) : .line(text)
      case .draft(let text): request.keepDraft(text)
      case .interrupt:
        if case .line(let text) = steps.first { _ = text }
        return .interrupt(drafted(request))
      case .endOfInput: return .endOfInput
      case .kill:
        kill()
        return .hangUp("")
      case .clock(let time): clock.set(time)
      }
    }
    return .endOfInput
  }

  let editorLack: EditorLack? = nil

  /// What is typed next is what is in the file when the editor is left; Control-C leaves it as `:cq` does in vim.
  func edit(fileAt path: String) -> EditorEnd {
    let place = String(path.dropFirst(disk.place.count + 1))
    do throws(StoreProblem) {
      let text = String(decoding: try disk.read(place, limit: .max) ?? [], as: UTF8.self)
      for line in text.split(separator: "\n") { write(line: "(in the editor: \(line))") }
      if text.isEmpty { write(line: "(the editor is empty)") }
      while let step = steps.popFirst() {
        said += ManualPage.Run.written(step)
        switch step {
        case .line(let text):
          _ = try disk.remove(place)
          try disk.create(place).append(Array("\(text)\n".utf8))
          return .done
        case .draft(let text):
          _ = try disk.remove(place)
          try disk.create(place).append(Array("\(text)\n".utf8))
        case .interrupt: return .gaveUp(program: "vim", code: 1)
        case .endOfInput: return .done
        case .kill:
          kill()
          return .killed(program: "vim", signal: 9)
        case .clock(let time): clock.set(time)
        }
      }
      return .done
    } catch { return .gaveUp(program: "vim", code: 1) }
  }

  /// The process does nothing from here on: whatever it would write fails.
  private func kill() {
    disk.fail(afterCalls: 0, errno: 5, forGood: true)
    wasKilled = true
  }

  /// What stood in the line when it was given up: the draft typed before.
  private func drafted(_ request: LineRequest) -> String {
    guard let last = said.dropLast().last, last.hasPrefix(">~ ") else { return request.initial }
    return String(last.dropFirst(3))
  }

  func waitForKey(seconds: Int, tick: (Int) -> Void) {}

  func say(_ line: StyledLine) { write(line: line.text) }
  func complain(_ text: String) { write(line: text) }
  func put(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { write(line: String(line)) }
  }
  func clearScreen() { write(line: "(the screen is cleared)") }

  private func write(line: String) {
    guard !wasKilled else { return }
    let isMark = ["> ", ">|", ">~", ">^", "$ ", "@ ", "!k", "[e"].contains { line.hasPrefix($0) } || line == ">"
    said.append(isMark ? " " + line : line)
  }
}
