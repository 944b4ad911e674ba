import Console
import Documents
import Glibc
import Storage
import TestSupport
import Testing

/// Whole sessions on a disk of which one call fails, once or from then on until there is room again.
@Suite struct SessionsOnAFailingDisk {
  struct Trouble: CustomTestStringConvertible, Sendable {
    let code: Int32
    let isForGood: Bool
    var testDescription: String { "\(String(cString: strerror(code))), \(isForGood ? "from then on" : "once")" }
  }

  static let troubles = [ENOSPC, EIO, EDQUOT, EROFS, EINTR].flatMap { code in
    [true, false].map { Trouble(code: code, isForGood: $0) }
  }

  static let sessions: [(command: [String], lines: [String])] = [
    (
      ["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short"],
      ["/t", "y 40 not", "y", "30", "/jump links", "F Shame 85", "/private", "/undo"]
    ),
    (
      ["edit", "chain-20260209-maple1"],
      ["/jump clientWords", "Other words.", "/jump story", "A story.", "/jump end", ""]
    ),
  ]

  @Test(arguments: troubles, [0, 1])
  func `Whichever call fails, it is said, nothing that was safe changes, and the session goes on`(
    trouble: Trouble, number: Int
  ) throws {
    let plain = try PlainSessions()
    let session = SessionsOnAFailingDisk.sessions[number]
    let calm = try plain.disk()
    try run(session.command, session.lines, on: calm)
    let end = try calm.documents()
    let start = try plain.disk().documents()
    let calls = calm.calls.count - (try plain.disk().calls.count)
    #expect(calls > 60)
    let step = Proof.count([ENOSPC, EIO].contains(trouble.code) ? 9 : 23, whole: 1)
    for call in stride(from: 1 + number, through: calls, by: step) {
      let disk = try plain.disk()
      disk.fail(afterCalls: call, errno: trouble.code, forGood: trouble.isForGood)
      let console = try run(session.command, session.lines, on: disk)
      let failed = disk.calls.suffix(1)
      disk.mend()
      for (path, bytes) in try disk.documents() where start[path] != nil {
        let isOldOrNew = bytes == start[path] || bytes == end[path]
        #expect(isOldOrNew, "call \(call): \(path)")
      }
      if try disk.documents() == end { continue }
      // Not all of it is done: that was said, and the same session goes on.
      let isSaid = console.allSaid.contains {
        [
          "error:", "Not yet on the disk", "could not be", "Not saved yet", "is not saved", "not all written",
          "Not all of",
        ]
        .contains(where: $0.contains)
      }
      #expect(isSaid, "call \(call), \(failed): \(console.allSaid.suffix(6))")
      var tries = 0
      while try disk.documents() != end, tries < 3 {
        tries += 1
        if try disk.journal().isEmpty {
          try run(session.command, session.lines, on: disk)
        } else {
          try run(["resume"], session.command[0] == "edit" ? ["/jump end", ""] : [], on: disk)
        }
      }
      let others = try disk.documents().filter { end[$0.key] != $0.value }.keys.sorted()
      #expect(others.isEmpty, "call \(call): \(others) \(console.allSaid.suffix(8))")
    }
  }

  @discardableResult
  private func run(_ command: [String], _ lines: [String], on disk: MemoryDisk) throws -> PlugConsole {
    let console = PlugConsole(lines, disk: disk, goesWithDisk: false)
    try ScriptedProgram(on: disk).run(command, on: console)
    return console
  }
}
