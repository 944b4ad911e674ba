import Documents
import Glibc
import Storage
import TestSupport
import Testing

/// What two people did and were told is safe, against what is there after the plug was pulled.
@Suite("A power cut") struct PowerCutTests {
  @Test("loses no answer and halves no document", arguments: 0..<40)
  func randomWork(block: Int) throws {
    for seed in 0..<100 {
      var run = try Run(seed: UInt64(block * 100 + seed))
      for _ in 0..<3 {
        try run.work()
        try run.crashAndLook()
      }
    }
  }
}

private struct Run {
  private let disk = MemoryDisk()
  private var chance: Chance
  private let seed: UInt64
  private let name = "SYN-MAPLE.chain-20260209-k3f9"

  /// Lines that were acknowledged, and those of which one may have come to the disk without being so.
  private var safe: [String] = []
  private var attempted: [String] = []
  /// Whether the journal is known to be there, known to be gone, or neither.
  private var journal: Bool? = false
  /// By id, the contents of which one must be there; nothing stands for no document.
  private var possible: [String: [JSON?]] = [:]
  private var count = 0

  init(seed: UInt64) throws {
    self.seed = seed
    chance = Chance(seed: seed)
  }

  mutating func work() throws {
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    if Int.random(in: 0..<3, using: &chance) == 0 {
      disk.fail(afterCalls: .random(in: 1...120, using: &chance), errno: EIO, forGood: chance.coin())
    }
    var open: (any Journal)?
    do {
      journal = journal == true ? true : nil
      // A journal is there for good with its first line.
      let isThere = try practice.openSessions().contains(name)
      open = isThere ? try practice.resumeJournal(name) : try practice.beginJournal(name)
      journal = isThere ? true : nil
    } catch _ {}
    for _ in 0..<Int.random(in: 0..<12, using: &chance) {
      do {
        switch Int.random(in: 0..<8, using: &chance) {
        case 0: try save(practice)
        case 1: try open?.keep(draft: chance.coin() ? "word" : "/private word")
        case 2 where Int.random(in: 0..<4, using: &chance) == 0: try finish(&open)
        default: try append(open)
        }
      } catch is StoreProblem {}
    }
  }

  private mutating func append(_ journal: (any Journal)?) throws {
    guard let journal else { return }
    count += 1
    let line = "{\"n\":\(count)}" + String(repeating: "x", count: Int.random(in: 0..<9, using: &chance))
    attempted.append(line)
    try journal.append(bytes(line))
    safe.append(line)
    attempted = []
    self.journal = true
  }

  private mutating func save(_ practice: PracticeFolder) throws {
    count += 1
    let id = ["chain-20260209-k3f9", "chain-20260209-aaaa", "refl-20260209-aaaa"].randomElement(using: &chance) ?? ""
    let content = document(
      id, client: chance.coin() ? "SYN-MAPLE" : "SYN-CEDAR", recordClass: chance.coin() ? "private" : "clinicalRecord",
      text: "\(count / 3)")
    possible[id] = (possible[id] ?? [nil]) + [content]
    try practice.save(content, markdown: "\(count)")
    possible[id] = [content]
  }

  private mutating func finish(_ open: inout (any Journal)?) throws {
    guard let session = open else { return }
    open = nil
    journal = nil
    try session.finish()
    journal = false
    safe = []
    attempted = []
  }

  mutating func crashAndLook() throws {
    disk.crash(&chance)
    let practice = PracticeFolder(on: disk)
    let isThere = try practice.openSessions().contains(name)
    if let journal { #expect(isThere == journal, "seed \(seed)") }
    if isThere {
      let session = try practice.resumeJournal(name)
      let lines = session.lines.map { String(decoding: $0, as: UTF8.self) }
      #expect(lines == safe || attempted.contains { lines == safe + [$0] }, "seed \(seed)")
      safe = lines
      session.leave()
    } else {
      safe = []
    }
    attempted = []
    journal = isThere
    for (text, contents) in possible {
      guard let id = DocumentID(text) else { continue }
      let found = try practice.load(id, includingPrivate: true)
      #expect(contents.contains(found), "seed \(seed)")
      possible[text] = [found]
    }
  }
}
