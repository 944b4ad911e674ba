import Console
import Documents

/// All the edges together. The program makes the real one; a test fixes it in a line.
package struct World {
  package let lines: any LineReading
  package let editor: any TextEditing
  package let output: any Output
  package let store: any Store
  package let clock: any Clock
  package let zone: any Zone
  package let ids: any IDs
  /// The bytes of a file outside the practice that a person named, for `--template` and `--answers`.
  package let readFile: (String) throws(StoreProblem) -> [UInt8]
  /// Writes a new file outside the practice that a person named, for its owner only. Returns false, and writes nothing,
  /// where there is a file already.
  package let writeFile: (String, [UInt8]) throws(StoreProblem) -> Bool
  /// Whether two people sit at a terminal, so that they can be asked.
  package let isAttended: Bool
  /// How a session of this practice is resumed from a shell.
  package let resumeCommand: String

  package init(
    lines: any LineReading, output: any Output, store: any Store, clock: any Clock, zone: any Zone, ids: any IDs,
    readFile: @escaping (String) throws(StoreProblem) -> [UInt8],
    writeFile: @escaping (String, [UInt8]) throws(StoreProblem) -> Bool = World.writesNothing, isAttended: Bool,
    resumeCommand: String = "attune resume", editor: any TextEditing = NoEditor()
  ) {
    self.lines = lines
    self.editor = editor
    self.output = output
    self.store = store
    self.clock = clock
    self.zone = zone
    self.ids = ids
    self.readFile = readFile
    self.writeFile = writeFile
    self.isAttended = isAttended
    self.resumeCommand = resumeCommand
  }

  /// For a world with no files outside the practice.
  package static func writesNothing(_ path: String, _ bytes: [UInt8]) throws(StoreProblem) -> Bool {
    throw .readOnly(path: path)
  }
}
