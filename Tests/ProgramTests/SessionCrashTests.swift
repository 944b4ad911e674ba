import Commands
import Console
import Documents
import Glibc
import Sessions
import Storage
import TestSupport
import Testing

/// Whole sessions through the real loop, cut off at any call of the disk, taken up again and cut off again, against the
/// same session that nobody cut off.
@Suite struct SessionsCutOff {
  static let count = Proof.count(300, whole: 10_000)

  /// One that was found amiss.
  static let only = getenv("ATTUNE_ONE").flatMap { UInt64(String(cString: $0)) }

  @Test(arguments: 0..<20) func `Nothing acknowledged is lost, and no document is half`(block: Int) throws {
    let plain = try PlainSessions()
    var cuts = 0
    for number in 0..<SessionsCutOff.count / 20 {
      let seed = UInt64(block * 100_000 + number)
      if let only = SessionsCutOff.only, only != seed { continue }
      cuts += try CutSession(seed: seed, plain: plain).run()
    }
    if SessionsCutOff.only == nil { #expect(cuts > SessionsCutOff.count / 40) }
  }
}

/// The documents that sessions begin with.
final class PlainSessions {
  let chain: JSON
  let chainID: String

  init() throws {
    chain = try Fixtures.json("case1-maple-chain")
    chainID = try #require(chain["id"]?.string)
  }

  func disk() throws -> MemoryDisk {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(chain, markdown: DocumentKeeping(store).markdown(chain))
    var chance = Chance(seed: 0)
    disk.crash(&chance)
    return disk
  }
}

private struct CutSession {
  let seed: UInt64
  let plain: PlainSessions
  let command: [String]
  let lines: [String]

  init(seed: UInt64, plain: PlainSessions) {
    self.seed = seed
    self.plain = plain
    var chance = Chance(seed: seed)
    let isEdit = chance.coin()
    command = isEdit ? ["edit", plain.chainID] : ["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short"]
    var lines: [String] = isEdit ? ["/jump clientWords", "Words of seed \(seed)."] : ["/t", "y 40 not"]
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      lines.append(CutSession.pool.randomElement(using: &chance) ?? "")
    }
    if isEdit { lines += ["/jump end", ""] }
    self.lines = lines
  }

  private static let pool = [
    "/jump links", "18:20 A Closes the laptop and leaves.", "C 'They all think so' 80", "F Shame 85",
    "B Heat in the face",
    "/undo", "/undo", "/redo", "/back", "/next", "/skip later", "/skip declined", "y", "n", "40", "", "/private words",
    "/note", "/drop l1", "/key l2", "/move l2 before l1", "/rate l4 70", "/jump story",
    "A sentence about that evening.",
    "/validate 5 Being corrected stings.", "/on", "/c", "/risk", "/jump commitments",
    "Eat before seven. | A tick on the card.", "/jump 3", "/form full", "a long answer", ".", "//slash first",
  ]

  /// How the journal stood at each prompt, and the documents at the end, where nobody pulls the plug.
  private func undisturbed() throws -> (journals: [[[UInt8]]], end: [String: [UInt8]]) {
    let disk = try plain.disk()
    var journals: [[[UInt8]]] = []
    let console = PlugConsole(lines, disk: disk) { journals.append(try disk.journal()) }
    try program(on: disk, command, console)
    return (journals, try disk.documents())
  }

  /// Runs it with the plug pulled again and again; returns how often it was.
  func run() throws -> Int {
    let (journals, end) = try undisturbed()
    let start = try plain.disk().documents()
    let disk = try plain.disk()
    var chance = Chance(seed: seed ^ 0xA77)
    var next = 0
    var cuts = 0
    var story: [String] = []
    for attempt in 0..<20 {
      let isOpen = try !disk.journal().isEmpty
      if attempt > 0, !isOpen, try disk.documents() != start { break }
      // A closing that was cut off before it was on the disk is confirmed once more.
      let rest = next < lines.count ? Array(lines[next...]) : command[0] == "edit" ? [""] : []
      let console = PlugConsole(rest, disk: disk) {}
      if attempt < 5 {
        disk.fail(afterCalls: Int.random(in: 1...(attempt == 0 ? 90 : 160), using: &chance), errno: EIO, forGood: true)
      }
      try program(on: disk, isOpen ? ["resume"] : command, console)
      story.append("\(isOpen) \(next) \(console.asked) \(disk.hasFailed) \(console.allSaid.suffix(6))")
      guard disk.hasFailed else {
        disk.mend()
        // A journal in which nothing stood yet is taken away, and the session begun anew.
        if isOpen, console.asked == 0, try disk.documents() == start { continue }
        break
      }
      cuts += 1
      disk.crash(&chance)
      let found = try disk.journal()
      let acknowledged = min(lines.count, next + max(0, console.asked - 1))
      // A closing that was asked about notes is confirmed anew: until it is on the disk the journal stands as it stood.
      let first = acknowledged == lines.count ? next : acknowledged
      let possible = (first...acknowledged + 1).filter { journals.indices.contains($0) }
      try look(at: disk, start: start, end: end)
      if found.count < (journals.first?.count ?? 0) {
        // Nothing was acknowledged yet, or all of it is in the document.
        let isClosed = try disk.documents() == end
        #expect(acknowledged == 0 || isClosed, "seed \(seed): \(acknowledged) of \(lines)")
        if isClosed { break }
        next = 0
        continue
      }
      guard let now = possible.first(where: { journals[$0] == found }) ?? (isClosing(found) ? lines.count : nil) else {
        Issue.record(
          "seed \(seed): the journal is not as it was at prompt \(acknowledged) of \(lines)\n\(story.joined(separator: "\n"))"
        )
        return cuts
      }
      next = min(now, lines.count)
    }
    let now = try disk.documents()
    let others = Set(now.keys).union(end.keys).filter { now[$0] != end[$0] }.sorted().map {
      "\($0) \(now[$0]?.count ?? -1) \(end[$0]?.count ?? -1)"
    }
    #expect(others == [], "seed \(seed): \(lines), next \(next)\n\(story.joined(separator: "\n"))")
    // Resuming after a finished close changes no byte.
    try program(on: disk, ["resume"], PlugConsole([], disk: disk) {})
    let isSame = try disk.documents() == now
    #expect(isSame, "seed \(seed)")
    return cuts
  }

  private func isClosing(_ journal: [[UInt8]]) -> Bool {
    journal.last.map { String(decoding: $0, as: UTF8.self).contains("\"closing\"") } ?? false
  }

  /// Every document is the old one or the new one.
  private func look(at disk: MemoryDisk, start: [String: [UInt8]], end: [String: [UInt8]]) throws {
    for (path, bytes) in try disk.documents() where path.hasSuffix(".json") {
      let isWhole = bytes == start[path] || bytes == end[path] || path.contains("revisions")
      #expect(isWhole || isDraft(bytes), "seed \(seed): \(path)")
    }
  }

  /// A session that is left writes a draft of what was said so far.
  private func isDraft(_ bytes: [UInt8]) -> Bool { (try? JSON(reading: bytes)["status"]) == "draft" }

  private func program(on disk: MemoryDisk, _ command: [String], _ console: PlugConsole) throws {
    try ScriptedProgram(on: disk).run(command, on: console)
    if let problem = console.problem { throw problem }
  }
}
