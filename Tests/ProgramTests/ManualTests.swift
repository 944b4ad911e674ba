import Commands
import Console
import Documents
import Insights
import FoundationEssentials
import Sessions
import Storage
import TestSupport
import Testing

/// The pages of `Transcripts/`, played through the real loop and compared to the letter.
@Suite struct Manual {
  static let folder = URL(filePath: Fixtures.tests).deletingLastPathComponent().appending(path: "Transcripts").path

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: names)
  func `A page says what the program says`(name: String) throws {
    let url = URL(filePath: "\(Manual.folder)/\(name)")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let replay = try Replay(ConversationPage(text), in: ManualWorld.make()) { (name) throws(VerbFailure) in
      do { return try Fixtures.json(name) } catch { throw .notFound(name, hint: nil) }
    }
    let played = replay.text()
    try expectSnapshot(played, at: "../Transcripts/\(name)")
  }

  @Test func `The manual has its first pages`() {
    #expect(Manual.names.count >= 6)
  }
}

/// The world that a page is played from: nothing of it is read but how a practice in memory is made.
enum ManualWorld {
  static func make() -> World {
    let clock = StandingClock()
    let silence = Silence()
    let store = PracticeFolder(on: MemoryDisk())
    return World(
      lines: silence, output: silence, store: store, search: ReadingThrough(store), clock: clock, zone: NewYork(),
      ids: SeededIDs(seed: 1), readFile: { (name) throws(StoreProblem) in throw .notFound(name: name) },
      isAttended: false, makeScratch: Scratch.inMemory, zoneNamed: { $0 == "America/New_York" ? NewYork() : nil })
  }

  private struct StandingClock: Clock {
    func now() -> Moment { Moment(date: CivilDate(dayNumber: 20_000), time: .midnight, offset: 0) }
  }

  private final class Silence: LineReading, Output {
    let isInteractive = false
    let width = 80
    let height = 24
    let isPlain = true
    func readLine(_ request: LineRequest) -> LineEvent { .endOfInput }
    func waitForKey(seconds: Int, tick: (Int) -> Void) {}
    func say(_ line: StyledLine) {}
    func complain(_ text: String) {}
    func put(_ text: String) {}
    func clearScreen() {}
  }
}
