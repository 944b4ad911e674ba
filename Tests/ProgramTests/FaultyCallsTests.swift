import Documents
import Foundation
import Glibc
import PseudoTerminals
import TestSupport
import Testing

/// Case 0 from a pipe to the built program on the real disk, whose calls are interrupted, cut short, refused, or never
/// returned from.
@Suite struct FaultyCalls {
  private let typed: TypedCase
  private var input: String { (typed.lines + ["", ""]).joined(separator: "\n") }

  init() throws { typed = try TypedCase("case0-chain") }

  private func run(
    _ practice: ScratchPractice, _ faults: String, _ arguments: [String]? = nil, input: String? = nil
  ) throws -> (run: ScratchPractice.Finished, calls: Int) {
    let count = practice.root + "/calls"
    let run = try practice.run(
      arguments ?? typed.command, input: input ?? self.input, now: typed.now,
      environment: [
        "LD_PRELOAD": pathBesideTests("libFaultyCalls.so"), "FAULTY_CALLS": faults, "FAULTY_CALLS_COUNT": count,
      ])
    let written = FileManager.default.contents(atPath: count).map { String(decoding: $0, as: UTF8.self) }
    return (run, written.flatMap { Int($0) } ?? 0)
  }

  private func isWhole(_ practice: ScratchPractice) throws -> Bool {
    let found = try practice.documents(of: "SYN-MAPLE").filter { $0["status"] == "complete" }
    guard found.count == 1 else { return false }
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes
    return found[0].comparable.differences(from: expected.comparable) == []
  }

  /// How many calls the whole session makes.
  private func callsOfAll() throws -> Int {
    let practice = try ScratchPractice()
    let (run, calls) = try run(practice, "")
    #expect(run.code == 0)
    #expect(try isWhole(practice))
    #expect(calls > 150)
    return calls
  }

  @Test(arguments: 1...(Proof.count(2, whole: 20)))
  func `Interrupted calls and short writes cost nothing`(seed: Int) throws {
    let practice = try ScratchPractice()
    let (run, calls) = try run(practice, "interrupt \(seed)")
    #expect(run.code == 0)
    #expect(!run.talk.contains("error:"), "\(run.talk)")
    #expect(try isWhole(practice))
    #expect(try calls > callsOfAll() * 5 / 4)
  }

  @Test(arguments: [ENOSPC, EIO, EDQUOT, EROFS], ["once", "on"])
  func `Whichever call fails, it is said, and the same session goes on when calls return again`(
    code: Int32, how: String
  ) throws {
    let calls = try callsOfAll()
    let step = Proof.count(calls / 6, whole: 7)
    // The last three are of the journal that goes, when the document is saved already.
    for call in Array(stride(from: 1 + Int(code) % 5, through: calls - 3, by: step)) + [calls - 2, calls - 1, calls] {
      let practice = try ScratchPractice()
      let failed = try run(practice, "fail \(call) \(code) \(how)").run
      #expect([0, 73, 74].contains(failed.code), "call \(call): \(failed)")
      if try isWhole(practice) { continue }
      let words = [
        "error:", "Not yet on the disk", "could not be", "Not saved yet", "not all written", "Not all of",
        "is not saved",
      ]
      let said = (failed.output + failed.talk).replacing(/\s+/, with: " ")
      #expect(words.contains { said.contains($0) }, "call \(call): \(said.suffix(600))")
      // What is on the disk is never half: it is read, resumed and checked like any other.
      let listed = try practice.run(["list"])
      #expect(listed.code == 0 && !listed.talk.contains("error:"), "call \(call): \(listed)")
      for document in try practice.documents(of: "SYN-MAPLE") { #expect(document["kind"] == "chain") }
      let resumed = try practice.run(["resume"], input: "/jump end\n\n\n", now: typed.now)
      #expect([0, 66].contains(resumed.code), "call \(call): \(resumed)")
      // After one call that failed, what was typed behind it is there too.
      if how == "once", failed.code == 0 { #expect(try isWhole(practice), "call \(call): \(said.suffix(600))") }
    }
  }

  @Test func `A process that is killed inside a close is closed by the next, once`() throws {
    let calls = try callsOfAll()
    // The last calls of a session are its close.
    let last = 70
    for call in stride(from: calls - last, through: calls, by: Proof.count(6, whole: 1)) {
      let practice = try ScratchPractice()
      let (run, counted) = try run(practice, "kill \(call)")
      #expect(run.code == SIGKILL && counted == 0, "call \(call): \(run)")
      // Whatever stands on the disk now: answers that wait to be closed, or a close that was begun.
      for _ in 0..<2 where try !isWhole(practice) || practice.hasJournal {
        _ = try practice.run(["resume"], input: "/jump end\n\n\n", now: typed.now)
      }
      #expect(try isWhole(practice), "call \(call)")
      #expect(!practice.hasJournal, "call \(call)")
      let contents = try practice.contents()
      _ = try practice.run(["resume"], now: typed.now)
      #expect(try practice.contents() == contents, "call \(call)")
    }
  }
}

extension ScratchPractice {
  var hasJournal: Bool { ScratchPractice.files(under: "\(place)/.attune/journal").contains { $0.hasSuffix(".jsonl") } }
}
