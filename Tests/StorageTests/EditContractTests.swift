import Documents
import Glibc
import Storage
import TestSupport
import Testing

private let name = "SYN-MAPLE.chain-20260209-k3f9"
private let other = "SYN-MAPLE.chain-20260209-aaaa"
private let edits = "Private/SYN-MAPLE/.edit"
private let folder = "\(edits)/\(name)"
private let file = "\(folder)/answer.txt"

@Suite("The text that an editor is given") struct EditContractTests {
  @Test("lies in a folder of its session alone, and goes with all that is left beside it", arguments: Twin.allCases)
  func life(twin: Twin) throws {
    let place = try Place(twin)
    let journal = try place.prepared().beginJournal(name)
    #expect(try journal.edited(rescued: true, limit: 9) == nil)
    #expect(try journal.beginEdit("one\n") == place.disk.named(file))
    #expect(try journal.edited(rescued: false, limit: 99) == bytes("one\n"))
    #expect(try journal.edited(rescued: false, limit: 2) == bytes("on"))
    // What editors leave: a backup, a swap file, a lock that is a link to nowhere, a folder.
    try place.put("one", at: "\(file)~")
    try place.put("one", at: "\(folder)/.answer.txt.swp")
    try place.makeLink(at: "\(folder)/.#answer.txt", to: "me@here.1")
    try place.disk.makeFolder("\(folder)/v1")
    try place.put("one", at: "\(folder)/v1/0")
    try journal.endEdit()
    #expect(try place.disk.entries(in: edits) == [])
    try journal.endEdit()
    // And again, in the same folder.
    _ = try journal.beginEdit("two")
    #expect(try place.text(file) == "two")
  }

  @Test("that was left is not written over", arguments: Twin.allCases)
  func left(twin: Twin) throws {
    let place = try Place(twin)
    let journal = try place.prepared().beginJournal(name)
    _ = try journal.beginEdit("one")
    try place.put("written since", at: file)
    #expect(try journal.beginEdit("two") == place.disk.named(file))
    journal.leave()
    #expect(try place.practice().resumeJournal(name).edited(rescued: true, limit: 99) == bytes("written since"))
  }

  @Test(
    "is what an editor saved when it was ended", arguments: Twin.allCases,
    ["\(file).save", "\(folder)/#answer.txt#"])
  func rescued(twin: Twin, path: String) throws {
    let place = try Place(twin)
    let journal = try place.prepared().beginJournal(name)
    _ = try journal.beginEdit("one")
    try place.put("one and more", at: path)
    #expect(try journal.edited(rescued: false, limit: 99) == bytes("one"))
    #expect(try journal.edited(rescued: true, limit: 99) == bytes("one and more"))
    // From then on that is the text.
    #expect(try place.text(file) == "one and more")
    #expect(try place.disk.entries(in: folder)?.count == 1)
  }

  @Test("is taken through no link, and whatever a link leads to stays", arguments: Twin.allCases)
  func links(twin: Twin) throws {
    let place = try Place(twin)
    let outside = try Place(.posix)
    _ = try outside.prepared()
    let journal = try place.prepared().beginJournal(name)
    _ = try journal.beginEdit("one")
    _ = try place.disk.remove(file)
    try place.makeLink(at: file, to: outside.disk.place)
    let problem = StoreProblem.notPlain(path: place.disk.named(file))
    #expect(throws: problem) { try journal.beginEdit("two") }
    #expect(throws: problem) { try journal.edited(rescued: true, limit: 9) }
    try journal.endEdit()
    #expect(try outside.disk.entries(in: ".attune") == [DiskEntry(name: "journal", kind: .folder)])
    #expect(try place.disk.entries(in: edits) == [])
  }

  @Test("is not left half when the disk fails")
  func faults() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let journal = try practice.beginJournal(name)
    for call in 1...40 {
      disk.fail(afterCalls: call, errno: ENOSPC, forGood: false)
      do { _ = try journal.beginEdit("a long text") } catch {
        disk.mend()
        #expect(try journal.edited(rescued: true, limit: 99) == nil, "call \(call)")
      }
      disk.mend()
      try journal.endEdit()
    }
  }

  @Test("is swept when its session is no more, and stays while it can be taken up", arguments: Twin.allCases)
  func sweep(twin: Twin) throws {
    let place = try Place(twin)
    let practice = try place.prepared()
    try practice.sweepEdits(of: #require(ClientCode("SYN-MAPLE")))
    let running = try practice.beginJournal(name)
    _ = try running.beginEdit("being written")
    let ended = try practice.beginJournal(other)
    _ = try ended.beginEdit("saved after the end")
    try ended.finish()
    try place.put("nobody's", at: "\(edits)/stray")
    try place.makeLink(at: "\(edits)/link", to: "/etc")
    try place.practice().sweepEdits(of: #require(ClientCode("SYN-MAPLE")))
    #expect(try place.disk.entries(in: edits) == [DiskEntry(name: name, kind: .folder)])
    #expect(try place.text(file) == "being written")
    // Also when that session has been left meanwhile.
    running.leave()
    try place.practice().sweepEdits(of: #require(ClientCode("SYN-MAPLE")))
    #expect(try place.text(file) == "being written")
  }

  @Test("costs the start of a session one look")
  func oneLook() throws {
    let disk = MemoryDisk()
    let practice = PracticeFolder(on: disk)
    _ = try practice.prepare()
    let before = disk.calls.count
    try practice.sweepEdits(of: #require(ClientCode("SYN-MAPLE")))
    #expect(disk.calls.dropFirst(before) == ["entries \(edits)"])
  }
}
