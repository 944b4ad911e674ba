import Documents
import Foundation
import TestSupport
import Testing

/// A small disk of its own, mounted for a test and taken away after it.
final class SmallDisk {
  let place: String

  /// Whether this process may mount: root with the right to, as in CI.
  static let canMount: Bool = {
    guard getuid() == 0 else { return false }
    return (try? SmallDisk(kilobytes: 64)) != nil
  }()

  struct NotMounted: Error {}

  init(kilobytes: Int, isReadOnly: Bool = false) throws {
    place = "/tmp/attune-disk-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let options = "size=\(kilobytes)k,mode=0700" + (isReadOnly ? ",ro" : "")
    guard try SmallDisk.run("/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]) == 0 else {
      _ = try? FileManager.default.removeItem(atPath: place)
      throw NotMounted()
    }
  }

  deinit {
    _ = try? SmallDisk.run("/bin/umount", ["-l", place])
    _ = try? FileManager.default.removeItem(atPath: place)
  }

  private var filler: String { place + "/filler" }

  /// Takes all the room there is.
  func fill() throws {
    let file = try #require(fopen(filler, "w"))
    defer { fclose(file) }
    setvbuf(file, nil, _IONBF, 0)
    let block = [UInt8](repeating: 0x78, count: 4096)
    while fwrite(block, 1, block.count, file) == block.count {}
  }

  func empty() throws { try FileManager.default.removeItem(atPath: filler) }

  fileprivate static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Disks that are full or cannot be written.
@Suite(.enabled(if: SmallDisk.canMount, "Only root may mount the small disks that are filled here.")) struct Disks {
  @Test func `On a full disk it is said what is safe, and with room again the same session goes on`() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    try practice.holdCase0()
    let held = try practice.contents().filter { !$0.key.contains("/journal/") }
    let typed = try TypedCase("case1-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(30))
    let journal = try #require(try practice.contents().first { $0.key.hasSuffix(".jsonl") })

    try disk.fill()
    var next = 30
    var said = ""
    while !said.contains("Not yet on the disk"), next < 60 {
      said = try conversation.answer(typed.lines[next])
      next += 1
    }
    #expect(said.contains("There is no space left"))
    #expect(said.contains("Everything before this answer is safe at"))
    // Nothing is missing of what was safe, and nothing else was touched.
    let after = try practice.contents()
    #expect(after[journal.key]?.starts(with: journal.value) == true)
    for (path, bytes) in held { #expect(after[path] == bytes) }
    // It goes on, and the answers wait.
    try conversation.answer(typed.lines[next])
    #expect(try conversation.answer("/save").contains("Not everything is on the disk"))

    try disk.empty()
    #expect(try conversation.answer("/save").contains("Everything typed so far is safe at"))
    try conversation.answer(typed.lines[(next + 1)...])
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
  }

  @Test func `A disk of 64 kB that a session fills by itself loses nothing, and with room again it goes on`() throws {
    let disk = try SmallDisk(kilobytes: 64)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    let typed = try TypedCase("case1-chain")
    try practice.holdCase0()
    // What somebody else keeps there.
    try Data(count: 16 * 1024).write(to: URL(filePath: disk.place + "/photograph"))
    let held = try practice.contents()
    let conversation = try TypedConversation(practice, typed)
    var said = ""
    var next = 0
    while !said.contains("Not yet on the disk"), next < typed.lines.count {
      said = try conversation.answer(typed.lines[next])
      next += 1
    }
    #expect(said.contains("There is no space left"))
    for (path, bytes) in held { #expect(try practice.bytes(of: path) == bytes) }
    try conversation.answer(typed.lines[next])
    try disk.grow(to: 512)
    #expect(try conversation.answer("/save").contains("Everything typed so far is safe at"))
    try conversation.answer(typed.lines[(next + 1)...])
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document.comparable.differences(from: try Fixtures.json("case1-maple-chain").comparable) == [])
  }

  @Test func `A form that cannot be saved for want of room stays open until there is`() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines)
    try disk.fill()
    let said = try conversation.answer("")
    #expect(said.contains("Not saved yet") || said.contains("Not yet on the disk"))
    #expect(try practice.documents(of: "SYN-MAPLE") == [])
    try disk.empty()
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }

  @Test func `Leaving on a full disk keeps what is safe and says what is not`() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    let typed = try TypedCase("case0-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(20))
    try disk.fill()
    #expect(try conversation.answer("/quit").contains("The draft could not be written"))
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))
    try disk.empty()
    let resumed = try TypedConversation(practice, ["resume"], now: typed.now)
    try resumed.answer(typed.lines.dropFirst(20))
    #expect(try resumed.close() == .code(0))
    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-02")
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }

  @Test(arguments: [["list"], ["chain", "--client", "SYN-OAK"], []])
  func `A disk that can only be read is named, with another folder as the way out`(arguments: [String]) throws {
    let disk = try SmallDisk(kilobytes: 64, isReadOnly: true)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    let run = try practice.run(arguments, input: "y\n")
    #expect(run.code == 74)
    #expect(run.output == "")
    #expect(run.talk.contains("is on a disk that can only be read"))
    #expect(run.talk.contains("--practice"))
  }

  @Test func `A practice on a disk that can only be read is still read`() throws {
    let disk = try SmallDisk(kilobytes: 512)
    let practice = try ScratchPractice(at: disk.place + "/practice")
    try practice.holdCase0()
    try disk.makeReadOnly()
    #expect(try practice.run(["list"]).output.contains("chain-20260202-maple0"))
    #expect(try practice.run(["show", "chain-20260202-maple0"]).output.contains("Ate nothing"))
    let run = try practice.run(["chain", "--answers", practice.file("a.json", Fixtures.bytes("case1-maple-chain"))])
    #expect(run.code == 74)
    #expect(run.output == "")
    #expect(run.talk.contains("is on a disk that can only be read"))
  }
}

extension SmallDisk {
  func grow(to kilobytes: Int) throws {
    _ = try SmallDisk.run("/bin/mount", ["-o", "remount,size=\(kilobytes)k", place])
  }

  func makeReadOnly() throws { _ = try SmallDisk.run("/bin/mount", ["-o", "remount,ro", place]) }
}
