import Console
import Documents
import Insights

/// All the edges together. The program makes the real one; a test fixes it in a line.
package struct World {
  package private(set) var lines: any LineReading
  package let editor: any TextEditing
  package private(set) var output: any Output
  package let store: any Store
  package let search: any Searching
  package let clock: any Clock
  package let zone: any Zone
  package let ids: any IDs
  /// The bytes of a file outside the practice that a person named, for `--template` and `--answers`.
  package let readFile: (String) throws(StoreProblem) -> [UInt8]
  /// Writes a new file outside the practice that a person named, for its owner only. Returns false, and writes nothing,
  /// where there is a file already.
  package let writeFile: (String, [UInt8]) throws(StoreProblem) -> Bool
  /// Where a folder lies that a person named, links and dots followed, whether it is there yet or not.
  package let trueName: (String) -> String
  /// Makes a folder outside the practice that a person named, for its owner only, where there is none.
  package let makeFolder: (String) throws(StoreProblem) -> Void
  /// Whether two people sit at a terminal, so that they can be asked.
  package let isAttended: Bool
  /// How a session of this practice is resumed from a shell.
  package let resumeCommand: String
  /// Makes a practice in memory, with a place of that name and these files of its own, for a replay.
  package let makeScratch: (String, [String: [UInt8]]) throws(StoreProblem) -> Scratch
  /// The zone of that name, as `TZ` has it; nothing where it is not known.
  package let zoneNamed: (String) -> (any Zone)?

  package init(
    lines: any LineReading, output: any Output, store: any Store, search: any Searching, clock: any Clock,
    zone: any Zone, ids: any IDs,
    readFile: @escaping (String) throws(StoreProblem) -> [UInt8],
    writeFile: @escaping (String, [UInt8]) throws(StoreProblem) -> Bool = World.writesNothing, isAttended: Bool,
    trueName: @escaping (String) -> String = { $0 },
    makeFolder: @escaping (String) throws(StoreProblem) -> Void = { (_) throws(StoreProblem) in },
    resumeCommand: String = "attune resume", editor: any TextEditing = NoEditor(),
    makeScratch: @escaping (String, [String: [UInt8]]) throws(StoreProblem) -> Scratch,
    zoneNamed: @escaping (String) -> (any Zone)?
  ) {
    self.lines = lines
    self.editor = editor
    self.output = output
    self.store = store
    self.search = search
    self.clock = clock
    self.zone = zone
    self.ids = ids
    self.readFile = readFile
    self.writeFile = writeFile
    self.isAttended = isAttended
    self.trueName = trueName
    self.makeFolder = makeFolder
    self.resumeCommand = resumeCommand
    self.makeScratch = makeScratch
    self.zoneNamed = zoneNamed
  }

  /// The same world, listened to.
  func heard(by recorder: Recorder) -> World {
    var world = self
    world.lines = recorder
    world.output = recorder
    return world
  }

  /// Names files that hold no document: what is said of a client is said without them.
  package func complain(unreadable paths: [String]) {
    for path in paths { output.complain("‘\(path)’ does not read; it is left out.") }
  }

  /// The same world with nobody listening.
  var unheard: World {
    guard let recorder = output as? Recorder else { return self }
    var world = self
    world.lines = recorder.lines
    world.output = recorder.output
    return world
  }

  /// For a world with no files outside the practice.
  package static func writesNothing(_ path: String, _ bytes: [UInt8]) throws(StoreProblem) -> Bool {
    throw .readOnly(path: path)
  }
}
