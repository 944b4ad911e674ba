import Documents
import Glibc
import Storage
import TestSupport
import Testing

private let name = "SYN-MAPLE.chain-20260209-k3f9"
private let path = ".attune/journal/SYN-MAPLE.chain-20260209-k3f9.jsonl"

@Suite("A session's journal") struct JournalContractTests {
  @Test("is begun, left, taken up again and finished", arguments: Twin.allCases)
  func life(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let journal = try practice.beginJournal(name)
    #expect(journal.name == name)
    #expect(journal.place == place.disk.named(path))
    #expect(journal.lines == [])
    try journal.append(bytes("{\"n\":1}"))
    try journal.append(bytes("{\"n\":2}"))
    journal.leave()
    #expect(try place.text(path) == "{\"n\":1}\n{\"n\":2}\n")
    #expect(try practice.openSessions() == [name])

    let again = try place.practice().resumeJournal(name)
    #expect(again.lines == [bytes("{\"n\":1}"), bytes("{\"n\":2}")])
    try again.append(bytes("{\"n\":3}"))
    try again.finish()
    #expect(try practice.openSessions() == [])
    #expect(try place.disk.entries(in: ".attune/journal") == [])
  }

  @Test("belongs to one program at a time, and to none that is gone", arguments: Twin.allCases)
  func lock(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    var journal: (any Journal)? = try practice.beginJournal(name)
    try journal?.append(bytes("1"))
    #expect(throws: StoreProblem.inUse(name: name)) { try place.practice().resumeJournal(name) }
    #expect(throws: StoreProblem.inUse(name: name)) { try place.practice().beginJournal(name) }
    // Another session, and documents, go on meanwhile.
    let other = try place.practice().beginJournal("SYN-MAPLE.chain-20260209-aaaa")
    try place.practice().save(document(), markdown: "")
    other.leave()

    journal = nil
    let again = try place.practice().resumeJournal(name)
    #expect(again.lines == [bytes("1")])
    again.leave()
    #expect(throws: StoreProblem.inUse(name: name)) { try place.practice().beginJournal(name) }
    #expect(throws: StoreProblem.notFound(name: name)) { try again.append(bytes("2")) }
  }

  @Test("that is not there cannot be taken up", arguments: Twin.allCases)
  func missing(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    #expect(throws: StoreProblem.notFound(name: name)) { try practice.resumeJournal(name) }
  }

  @Test("has its torn tail cut before anything is added", arguments: tails)
  func tornTail(tail: [UInt8], lines: [String]) throws {
    for twin in Twin.allCases {
      let place = try Place(twin)
      let practice = try place.prepared()
      let file = try place.disk.create(path)
      try file.append(bytes("{\"n\":1}\n") + tail)
      file.close()
      let journal = try practice.resumeJournal(name)
      #expect(journal.lines == lines.map(bytes))
      #expect(try place.text(path) == lines.map { $0 + "\n" }.joined())
      try journal.append(bytes("next"))
      #expect(try place.text(path) == (lines + ["next"]).map { $0 + "\n" }.joined())
    }
  }

  @Test(
    "has a name that cannot lead elsewhere",
    arguments: [
      "", ".", "..", "SYN-MAPLE", "SYN-MAPLE.", ".chain", "../SYN-MAPLE.chain", "SYN-MAPLE./x", "a b.chain", "é1.chain",
      "A.chain", "SYN-MAPLE.chain\n", "SYN-MAPLE." + String(repeating: "x", count: 200),
    ])
  func names(name: String) throws {
    let practice = try memoryPractice()
    #expect(throws: StoreProblem.hasNoPlace) { try practice.beginJournal(name) }
    #expect(throws: StoreProblem.notFound(name: name)) { try practice.resumeJournal(name) }
  }

  @Test("takes no line that is two")
  func oneLine() throws {
    let journal = try memoryPractice().beginJournal(name)
    #expect(throws: StoreProblem.self) { try journal.append(bytes("a\nb")) }
    #expect(throws: StoreProblem.self) { try journal.append([0x61, 0]) }
  }

  @Test("of a reflection or a note lies under Private and is named only when asked", arguments: Twin.allCases)
  func privacy(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let journal = try practice.beginJournal("SYN-MAPLE.refl-20260209-aaaa")
    try journal.append(bytes("secret"))
    try journal.keep(draft: "secret")
    journal.leave()
    #expect(try place.text("Private/SYN-MAPLE/.journal/SYN-MAPLE.refl-20260209-aaaa.jsonl") == "secret\n")
    #expect(try place.disk.entries(in: ".attune/journal") == [])
    #expect(try practice.openSessions() == [])
    #expect(try practice.openPrivateSessions() == ["SYN-MAPLE.refl-20260209-aaaa"])
    let again = try practice.resumeJournal("SYN-MAPLE.refl-20260209-aaaa")
    #expect(again.draft == "secret")
    try again.finish()
    #expect(try place.disk.entries(in: "Private/SYN-MAPLE/.journal") == [])
  }

  @Test("is found by one look into one folder")
  func oneLook() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    practice.leaveSession(name)
    let before = disk.calls.count
    #expect(try practice.openSessions() == [name])
    #expect(disk.calls.dropFirst(before) == ["entries .attune/journal"])
  }
}

@Suite("A half-typed line") struct DraftTests {
  private let shared = ".attune/journal/SYN-MAPLE.chain-20260209-k3f9.draft"
  private let hidden = "Private/SYN-MAPLE/.journal/SYN-MAPLE.chain-20260209-k3f9.draft"

  @Test("lies beside the journal and is there again", arguments: Twin.allCases)
  func keeps(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let journal = try practice.beginJournal(name)
    try journal.keep(draft: "She said")
    try journal.keep(draft: "She said no")
    journal.leave()
    #expect(try place.text(shared) == "typed behind line 0\nShe said no")
    let again = try place.practice().resumeJournal(name)
    #expect(again.draft == "She said no")
    try again.keep(draft: "")
    again.leave()
    let third = try place.practice().resumeJournal(name)
    #expect(third.draft == nil)
    try third.finish()
    #expect(try place.disk.entries(in: ".attune/journal") == [])
  }

  @Test(
    "that begins with a slash is kept only under Private, and what was kept before is cut first",
    arguments: Twin.allCases)
  func slash(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    let journal = try practice.beginJournal(name)
    try journal.keep(draft: "private he frightens me")
    try journal.keep(draft: "/private he frightens me")
    #expect(try place.text(shared) == "")
    #expect(try place.text(hidden) == "typed behind line 0\n/private he frightens me")
    journal.leave()
    let again = try place.practice().resumeJournal(name)
    #expect(again.draft == "/private he frightens me")
    try again.keep(draft: "something else")
    #expect(try place.text(shared) == "typed behind line 0\nsomething else")
    #expect(try place.text(hidden) == "")
    try again.finish()
    #expect(try place.text(shared) == nil)
    #expect(try place.text(hidden) == nil)
  }
}

@Suite("A line that was answered") struct AnsweredDraftTests {
  private let shared = ".attune/journal/SYN-MAPLE.chain-20260209-k3f9.draft"
  private let hidden = "Private/SYN-MAPLE/.journal/SYN-MAPLE.chain-20260209-k3f9.draft"

  @Test("is let go without a call to the disk, and is not there again", arguments: 0..<20)
  func letGo(seed: UInt64) throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    try journal.append(bytes("1"))
    try journal.keep(draft: "She said no")
    try journal.append(bytes("2"))
    let before = disk.calls.count
    try journal.keep(draft: "")
    #expect(disk.calls.count == before)
    journal.leave()
    var chance = Chance(seed: seed)
    disk.crash(&chance)
    let again = try PracticeFolder(on: disk).resumeJournal(name)
    #expect(again.lines == [bytes("1"), bytes("2")])
    #expect(again.draft == nil)
  }

  @Test("is cut when the session is left, and when nothing typed shall stay", arguments: [true, false])
  func leavesNothing(byLeaving: Bool) throws {
    let place = try Place(.memory)
    let journal = try place.prepared().beginJournal(name)
    try journal.keep(draft: "She said no")
    try journal.append(bytes("1"))
    try journal.keep(draft: "")
    if byLeaving { journal.leave() } else { try journal.forgetDraft() }
    #expect(try place.text(shared) == "")
  }

  @Test("is cut before the next one is kept privately")
  func cutsWhatWasAnswered() throws {
    let place = try Place(.memory)
    let journal = try place.prepared().beginJournal(name)
    try journal.keep(draft: "private he frightens me")
    try journal.append(bytes("1"))
    try journal.keep(draft: "")
    try journal.keep(draft: "/private he frightens me")
    #expect(try place.text(shared) == "")
    #expect(try place.text(hidden) == "typed behind line 1\n/private he frightens me")
  }

  @Test("is cut for good when its session is taken up again", arguments: Twin.allCases)
  func cutsWhatCameBack(twin: Twin) throws {
    let place = try Place(twin)
    let journal = try place.prepared().beginJournal(name)
    try journal.append(bytes("1"))
    journal.leave()
    try place.put("typed behind line 0\nShe said no", at: shared)
    let again = try place.practice().resumeJournal(name)
    #expect(again.draft == nil)
    #expect(try place.text(shared) == "")
  }

  @Test("is synced away where it was private")
  func privateLine() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    try journal.keep(draft: "/private he frightens me")
    try journal.append(bytes("mark"))
    try journal.keep(draft: "")
    #expect(disk.calls.suffix(2).contains { $0.hasPrefix("sync") && $0.hasSuffix(hidden) })
  }

  @Test("and could not be written is not taken for answered by the one before it")
  func waitingLines() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    disk.fail(afterCalls: 0, errno: ENOSPC, forGood: true)
    #expect(throws: StoreProblem.self) { try journal.append(bytes("1")) }
    disk.mend()
    try journal.keep(draft: "The second answer")
    try journal.append(bytes("1"))
    journal.leave()
    #expect(try practice.resumeJournal(name).draft == "The second answer")
  }

  @Test("has been kept without a number before, and is still read")
  func oldRecord() throws {
    let place = try Place(.memory)
    let journal = try place.prepared().beginJournal(name)
    journal.leave()
    try place.put("She said\nno", at: shared)
    #expect(try place.practice().resumeJournal(name).draft == "She said\nno")
  }
}

extension PracticeFolder {
  fileprivate func leaveSession(_ name: String) {
    do { try beginJournal(name).leave() } catch { Issue.record(error) }
  }
}

private let tails: [([UInt8], [String])] = [
  ([], ["{\"n\":1}"]),
  (bytes("{\"n\":"), ["{\"n\":1}"]),
  (bytes("{\"n\":2}"), ["{\"n\":1}"]),
  (bytes("{\"n\":2}\n"), ["{\"n\":1}", "{\"n\":2}"]),
  ([0, 0, 0, 0], ["{\"n\":1}"]),
  (bytes("{\"n\":2}\n") + [0, 0, 0], ["{\"n\":1}", "{\"n\":2}"]),
  (bytes("{\"n\"") + [0, 0, 0x0A], ["{\"n\":1}"]),
]
