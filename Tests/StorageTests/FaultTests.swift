import Documents
import Glibc
import Storage
import TestSupport
import Testing

private let name = "SYN-MAPLE.chain-20260209-k3f9"

@Suite("A failing disk") struct FaultTests {
  @Test("fails what it must and nothing that was safe, whichever call it is", arguments: [ENOSPC, EIO], [true, false])
  func everyCall(code: Int32, forGood: Bool) throws {
    var count = 1
    while true {
      let disk = MemoryDisk()
      disk.fail(afterCalls: count, errno: code, forGood: forGood)
      let session = Session(on: disk)
      session.run()
      if disk.calls.count < count { break }
      if code == ENOSPC, forGood { #expect(session.problems.allSatisfy(isNoSpace), "call \(count)") }
      // Most single failures of a journal's file are survived: the session goes on in a fresh file.
      #expect(!session.problems.isEmpty || !forGood, "call \(count)")
      disk.mend()
      try session.look("call \(count)")
      var chance = Chance(seed: UInt64(count))
      disk.crash(&chance)
      try session.look("call \(count), and a power cut")
      count += 1
    }
    #expect(count > 100)
  }

  @Test("that fails one sync costs no answer: the lines go to a fresh file")
  func oneSync() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    try journal.append(bytes("1"))
    disk.fail(afterCalls: 2, errno: EIO, forGood: false)
    try journal.append(bytes("2"))
    #expect(disk.calls.contains { $0.hasPrefix("rename .attune/journal") })
    try journal.append(bytes("3"))
    journal.leave()
    var chance = Chance(seed: 1)
    disk.crash(&chance)
    #expect(try PracticeFolder(on: disk).resumeJournal(name).lines == ["1", "2", "3"].map(bytes))
  }

  @Test("that is full is said to be, and the session goes on when there is room again")
  func full() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    try journal.append(bytes("1"))
    disk.fail(afterCalls: 1, errno: ENOSPC, forGood: true)
    let fresh = "/practice/.attune/journal/.\(name).jsonl.new"
    for _ in 0..<2 {
      #expect { try journal.append(bytes("2")) } throws: { ($0 as? StoreProblem).map(isNoSpace) ?? false }
    }
    disk.mend()
    try journal.append(bytes("3"))
    journal.leave()
    #expect(try practice.resumeJournal(name).lines == ["1", "3"].map(bytes))
    #expect(try disk.kind(of: fresh) == nil)
  }
}

private func isNoSpace(_ problem: StoreProblem) -> Bool {
  if case .noSpace = problem { true } else { false }
}

/// A short session that goes on after every failure, as a person would.
private final class Session {
  private let disk: MemoryDisk
  private(set) var problems: [StoreProblem] = []
  private var lines: [String] = []
  /// Lines that were refused since the last that was taken: one of them may be there all the same.
  private var refused: [String] = []
  private var wasBegun = false
  private var saved: [JSON?] = [nil]

  init(on disk: MemoryDisk) { self.disk = disk }

  func run() {
    let practice = PracticeFolder(on: disk)
    attempt { () throws(StoreProblem) in _ = try practice.prepare() }
    var journal: (any Journal)?
    attempt { () throws(StoreProblem) in
      journal = try practice.beginJournal(name)
      wasBegun = true
    }
    for line in ["one", "two", "three"] {
      attempt { () throws(StoreProblem) in
        refused.append(line)
        try journal?.append(bytes(line))
        if journal != nil { lines.append(line) }
        refused = []
      }
      attempt { () throws(StoreProblem) in try journal?.keep(draft: line == "two" ? "/note" : "draft") }
      attempt { () throws(StoreProblem) in
        let content = document(recordClass: line == "two" ? "private" : "clinicalRecord", text: line)
        saved.append(content)
        try practice.save(content, markdown: line)
        saved = [content]
      }
    }
    journal?.leave()
  }

  /// Takes the session up as another program would.
  func look(_ comment: Comment) throws {
    let practice = PracticeFolder(on: disk)
    let id = try #require(DocumentID("chain-20260209-k3f9"))
    #expect(try saved.contains(practice.load(id, includingPrivate: true)), comment)
    guard try practice.openSessions().contains(name) else {
      #expect(!wasBegun, comment)
      return
    }
    let journal = try practice.resumeJournal(name)
    let found = journal.lines.map { String(decoding: $0, as: UTF8.self) }
    #expect(found == lines || refused.contains { found == lines + [$0] }, comment)
    journal.leave()
  }

  private func attempt(_ step: () throws(StoreProblem) -> Void) {
    do {
      try step()
    } catch {
      problems.append(error)
    }
  }
}
