import Documents
import Foundation
import Glibc
import PseudoTerminals
import TestSupport
import Testing

/// Finding what was written, in the built program on the real disk.
@Suite struct Finding {
  private static let words = "kitchen\n"

  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    for name in Fixtures.names where name.hasPrefix("case") && !name.contains("PRIVATE") { try practice.put(name) }
    return practice
  }

  private func find(
    _ practice: ScratchPractice, _ words: String = Finding.words, faults: String = "", _ more: [String] = []
  ) throws -> (run: ScratchPractice.Finished, calls: Int) {
    let count = practice.root + "/calls"
    let run = try practice.run(
      ["find", "--format", "json"] + more, input: words,
      environment: [
        "LD_PRELOAD": pathBesideTests("libFaultyCalls.so"), "FAULTY_CALLS": faults, "FAULTY_CALLS_COUNT": count,
      ])
    let written = FileManager.default.contents(atPath: count).map { String(decoding: $0, as: UTF8.self) }
    return (run, written.flatMap { Int($0) } ?? 0)
  }

  @Test func `Killed at any call while the index is made or brought up to date, the next search finds all`() throws {
    let whole = try practice()
    let expected = try find(whole)
    #expect(expected.run.code == 0 && expected.calls > 20, "\(expected)")
    let path = "\(whole.place)/Clients/SYN-MAPLE/chain-20260209-maple1.json"
    let changed = try JSON(reading: whole.bytes(of: path)).applying([
      .set("target.behavior", "Walked in the kitchen, zither")
    ])
    try whole.overwrite(path, changed)
    let updated = try find(whole, "zither\n")
    #expect(updated.run.output.contains("chain-20260209-maple1"), "\(updated)")
    let step = Proof.count(7, whole: 1)
    for call in stride(from: 1, through: expected.calls, by: step) {
      let practice = try practice()
      let killed = try find(practice, faults: "kill \(call)").run
      #expect(killed.code != 0 || killed.output == expected.run.output.replacing(whole.place, with: practice.place))
      let found = try find(practice).run
      #expect(found.code == 0 && found.talk.isEmpty == false)
      #expect(found.output == expected.run.output.replacing(whole.place, with: practice.place), "call \(call)")
      // And again while a change is taken in.
      let path = "\(practice.place)/Clients/SYN-MAPLE/chain-20260209-maple1.json"
      try practice.overwrite(path, changed)
      _ = try find(practice, "zither\n", faults: "kill \(1 + call % max(1, updated.calls))")
      #expect(
        try find(practice, "zither\n").run.output == updated.run.output.replacing(whole.place, with: practice.place))
      let left = ScratchPractice.files(under: "\(practice.place)/.attune").filter { $0.hasSuffix(".new") }
      #expect(left == [], "\(left)")
    }
  }

  @Test(arguments: [ENOSPC, EIO, EROFS])
  func `Where the index cannot be written, what was written is found all the same`(
    code: Int32
  ) throws {
    let whole = try practice()
    let expected = try find(whole)
    for call in stride(from: 2, through: expected.calls, by: Proof.count(9, whole: 2)) {
      let practice = try practice()
      let failed = try find(practice, faults: "fail \(call) \(code) on").run
      // A file that does not read is said; nothing is left out in silence.
      let isWhole = failed.output == expected.run.output.replacing(whole.place, with: practice.place)
      #expect(
        isWhole || failed.talk.contains("error:") || failed.talk.contains("does not read"), "call \(call): \(failed)")
      #expect(try find(practice).run.output == expected.run.output.replacing(whole.place, with: practice.place))
    }
  }

  @Test(
    arguments: [
      (["find", "kitchen"], 64), (["find", "--by", "rank"], 64), (["find", "--limit", "0"], 64),
      (["find", "--client", "../x"], 64), (["find", "--kind", "chian"], 64), (["find", "--since", "soon"], 64),
      (["find", "--query-file", "/nowhere"], 66), (["find", "--format", "xml"], 64),
    ] as [([String], Int32)]) func `What a command line may not say is refused`(command: [String], code: Int32) throws
  {
    let run = try practice().run(command, input: "kitchen\n")
    #expect(run.code == code && run.output.isEmpty, "\(run)")
    #expect(run.talk.contains("error:") || run.talk.contains("Error:"))
  }

  @Test func `Nothing that is found is one empty list, and words come from a file, too`() throws {
    let practice = try practice()
    #expect(try find(practice, "zugzwang\n").run.output == "[]\n")
    let file = try practice.file("query", Array("emotion:shame:70+".utf8))
    let run = try practice.run(["find", "--query-file", file, "--format", "json"])
    #expect(run.code == 0 && run.output.contains("chain-20260209-maple1"), "\(run)")
    #expect(try practice.run(["find"], input: "").code == 64)
  }

  @Test func `A long index says so, a line a tenth`() throws {
    let practice = try practice()
    for number in 0..<2_100 {
      try practice.overwrite(
        "\(practice.place)/Clients/SYN-OAK/note-\(number).json",
        ["id": .string("note-\(number)"), "kind": "measure", "sessionDate": "2026-01-01", "name": "zither"])
    }
    let run = try practice.run(["find", "--limit", "1"], input: "zither\n")
    #expect(run.talk.split(separator: "\n").filter { $0.hasPrefix("Reading documents:") }.count == 10, "\(run.talk)")
  }
}
