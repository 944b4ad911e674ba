import Commands
import Console
import Documents
import Foundation
import Insights
import Sessions
import Storage
import TestSupport
import Testing

/// The program in one process: a keyboard that types a script, a screen that remembers, any disk.
struct ScriptedProgram {
  let disk: any Disk
  let now: Moment
  var columns = 80
  var isAttended = true
  let ids = SeededIDs(seed: 5)

  init(on disk: any Disk, now: String = "2026-02-09T16:05:00-05:00") throws {
    self.disk = disk
    self.now = try #require(Moment(now))
  }

  /// Runs a command line with lines that are typed; returns the exit code and what was said, with the typed lines.
  @discardableResult
  func run(_ command: [String], _ steps: [ConversationPage.Step] = []) -> (code: Int32, said: [String]) {
    let clock = ReplayClock(now, zone: NewYork())
    let console = ScriptedConsole(
      steps, clock: clock, columns: columns, isPlain: false,
      scratch: (disk as? MemoryDisk).map { Scratch(on: $0) })
    let code = runProgram(command, in: world(console, clock))
    (disk as? MemoryDisk)?.mend()
    return (code, console.said)
  }

  /// Runs a command line on another console, and leaves the disk as it is.
  func run(_ command: [String], on console: some LineReading & TextEditing & Output) {
    _ = runProgram(command, in: world(console, ReplayClock(now, zone: NewYork())))
  }

  private func world(_ console: some LineReading & TextEditing & Output, _ clock: ReplayClock) -> World {
    let store = PracticeFolder(on: disk)
    let search: any Searching = (disk as? PosixDisk).map { SearchIndex(of: store, on: $0) } ?? ReadingThrough(store)
    return World(
      lines: console, output: console, store: store, search: search, clock: clock, zone: NewYork(), ids: ids,
      readFile: { (name) throws(StoreProblem) in throw .notFound(name: name) },
      writeFile: { (name, _) throws(StoreProblem) in throw .readOnly(path: name) }, isAttended: isAttended,
      editor: console,
      makeScratch: Scratch.inMemory, zoneNamed: { $0 == "America/New_York" ? NewYork() : nil })
  }

  @discardableResult
  func run(_ command: [String], _ lines: [String]) -> (code: Int32, said: [String]) {
    run(command, lines.map { .line($0) })
  }
}
