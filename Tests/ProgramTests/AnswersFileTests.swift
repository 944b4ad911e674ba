import Documents
import Foundation
import TestSupport
import Testing

/// Documents that come whole from a file: `attune chain --answers FILE`.
@Suite struct AnswersFiles {
  private static let chains = ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"]

  @Test(arguments: chains) func `A chain fixture comes back whole, key for key`(name: String) throws {
    let practice = try ScratchPractice()
    let given = try Fixtures.json(name)
    let run = try practice.run(["chain", "--answers", practice.file("given.json", Fixtures.bytes(name))])
    #expect(run.code == 0)
    #expect(
      run.output.hasSuffix("/\(given["id"]?.string ?? "").json\n") && run.output.split(separator: "\n").count == 1)
    let saved = try JSON(reading: practice.bytes(of: String(run.output.dropLast())))
    #expect(saved.compact == given.compact)
    #expect(
      try String(decoding: practice.bytes(of: String(run.output.dropLast(6)) + ".md"), as: UTF8.self).contains("---"))
  }

  @Test func `What an envelope lacks is filled in, and nothing that is given is changed`() throws {
    let practice = try ScratchPractice()
    let given = #"{"kind":"chain","x-later":{"b":1,"a":[1.50,null]},"target":{"behavior":"Wrote\u200Eit."}}"#
    let run = try practice.run(
      ["chain", "--client", "SYN-OAK", "--answers", practice.file("given.json", Array(given.utf8))])
    #expect(run.code == 0)
    let saved = try practice.document(of: "SYN-OAK", on: "2026-02-09")
    #expect(saved["clientRef"] == "SYN-OAK")
    #expect(saved["status"] == "draft")
    #expect(saved["schema"] == "attune/chain/1")
    #expect(saved["synthetic"] == false)
    #expect(saved["createdAt"]?.string?.hasPrefix("2026-02-09T16:05:") == true)
    #expect(saved["x-later"]?.compact == #"{"b":1,"a":[1.50,null]}"#)
    #expect(saved["target"]?["behavior"] == "Wrote\u{200E}it.")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let change: Change?
    var arguments: [String] = []
    let code: Int32
    let says: String
    var testDescription: String { says }
  }

  private static let refusals: [Refusal] = [
    Refusal(change: nil, arguments: ["--client", "SYN-CEDAR"], code: 64, says: "SYN-CEDAR"),
    Refusal(change: .remove("clientRef"), code: 64, says: "--client"),
    Refusal(change: .remove("kind"), code: 65, says: "kind"),
    Refusal(change: .set("kind", "agreement"), code: 65, says: "agreement"),
    Refusal(change: .set("target.intensity", 101), code: 65, says: "target.intensity"),
    Refusal(change: .set("target.intensity", "eighty"), code: 65, says: "target.intensity"),
    Refusal(change: .set("orientation.permission", "perhaps"), code: 65, says: "orientation.permission"),
    Refusal(change: .set("target.startedAt", "Friday"), code: 65, says: "target.startedAt"),
    Refusal(change: .set("links.l4.intensity", -1), code: 65, says: "links.l4.intensity"),
    Refusal(change: .set("links.l4.type", "mood"), code: 65, says: "links.l4.type"),
    Refusal(change: .set("links", "none"), code: 65, says: "links"),
    Refusal(change: .set("solutions.s1.chosen", "yes"), code: 65, says: "solutions.s1.chosen"),
  ]

  @Test(arguments: refusals) func `A file that does not fit is refused with its path, and nothing is written`(
    refusal: Refusal
  ) throws {
    let practice = try ScratchPractice()
    var tree = try Fixtures.json("case1-maple-chain")
    if let change = refusal.change { tree.apply(change) }
    let file = try practice.file("given.json", Array(tree.pretty.utf8))
    let run = try practice.run(["chain", "--answers", file] + refusal.arguments)
    #expect(run.code == refusal.code)
    #expect(run.output == "")
    #expect(run.talk.contains(refusal.says))
    #expect(run.talk.contains("error: "))
    #expect(!run.talk.contains("Drank seven glasses"))
    #expect(try practice.documents(of: "SYN-MAPLE") == [])
  }

  @Test(arguments: ["[]", "\"chain\"", "{", "", "{\"kind\":\"chain\",\"kind\":\"chain\"}", "{\"kind\":\"chain\"}\u{0}"])
  func `What is no JSON object is refused`(text: String) throws {
    let practice = try ScratchPractice()
    let run = try practice.run(["chain", "--answers", practice.file("given.json", Array(text.utf8))])
    #expect(run.code == 65)
    #expect(run.output == "")
  }

  @Test func `The same content again is no write`() throws {
    let practice = try ScratchPractice()
    let file = try practice.file("given.json", Fixtures.bytes("case1-maple-chain"))
    let first = try practice.run(["chain", "--answers", file])
    let before = try practice.contents()
    let path = String(first.output.dropLast())
    let old = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let again = try practice.run(["chain", "--answers", file], now: "2026-02-10T09:00:00-05:00")
    #expect(again.code == 0)
    #expect(again.output == first.output)
    #expect(try practice.contents() == before)
    let new = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    #expect(new == old)
    #expect(!before.keys.contains { $0.contains("/revisions/") })
  }

  @Test func `Other content under the same id is not written`() throws {
    let practice = try ScratchPractice()
    _ = try practice.run(["chain", "--answers", practice.file("given.json", Fixtures.bytes("case1-maple-chain"))])
    let before = try practice.contents()
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("target.intensity", 79))
    let run = try practice.run(["chain", "--answers", practice.file("other.json", Array(tree.pretty.utf8))])
    #expect(run.code == 73)
    #expect(run.output == "")
    #expect(try practice.contents() == before)
  }

  @Test func `A complete document whose safety section is open is kept as a draft`() throws {
    let practice = try ScratchPractice()
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("safetyGate.required", true))
    let run = try practice.run(["chain", "--answers", practice.file("given.json", Array(tree.pretty.utf8))])
    #expect(run.code == 1)
    #expect(run.talk.contains("draft"))
    let saved = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(saved["status"] == "draft")
    tree.apply(.set("status", "draft"))
    #expect(saved.compact == tree.compact)
  }
}
