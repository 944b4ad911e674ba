import Documents
import Foundation
import TestSupport
import Testing

/// What `--answers` fills in, and what it leaves as it was given.
@Suite struct AnswersEnvelopes {
  private func save(_ text: String, _ arguments: [String] = []) throws -> (run: ScratchPractice.Finished, saved: JSON?)
  {
    let practice = try ScratchPractice()
    let file = try practice.file("given.json", Array(text.utf8))
    let run = try practice.run(["chain", "--answers", file] + arguments)
    return (
      run, run.code == 64 || run.code == 65 ? nil : try JSON(reading: practice.bytes(of: String(run.output.dropLast())))
    )
  }

  @Test func `Only keys that were filled in are placed, and every order that was given is kept`() throws {
    let given = """
      {"target":{"place":"home","behavior":"Wrote it.","tier":"skills"},"status":"draft","kind":"chain",\
      "clientRef":"SYN-OAK","links":[{"text":"a","id":"l1"}],"id":"chain-20260209-oak1"}
      """
    let saved = try save(given).saved
    #expect(saved?["target"]?.compact == #"{"place":"home","behavior":"Wrote it.","tier":"skills"}"#)
    #expect(saved?["links"]?.compact == #"[{"text":"a","id":"l1"}]"#)
    #expect(
      saved?.object?.keys == [
        "schema", "target", "status", "recordClass", "kind", "synthetic", "clientRef", "therapistRef", "createdAt",
        "updatedAt", "sessionDate", "mode", "links", "id",
      ])
  }

  @Test(arguments: ["5", "[]", "{}", "true", #""SYN/OAK""#])
  func `A client that is no code is refused and never overwritten`(value: String) throws {
    let run = try save(#"{"kind":"chain","clientRef":\#(value)}"#, ["--client", "SYN-OAK"]).run
    #expect(run.code == 65)
    #expect(run.talk.contains("‘clientRef’"))
  }

  @Test func `A session, what it is about and that it is a demonstration come from the command line`() throws {
    let given = #"{"kind":"chain","clientRef":"SYN-OAK","related":[{"rel":"under","id":"agr-1"}]}"#
    let chain = try save(given, ["--session", "7", "--about", "chain-20260202-oak0", "--synthetic"]).saved
    #expect(chain?["sessionNumber"] == 7)
    #expect(chain?["synthetic"] == true)
    #expect(chain?["related"] == [["rel": "under", "id": "agr-1"], ["rel": "about", "id": "chain-20260202-oak0"]])
    let event = try save(#"{"kind":"chain","clientRef":"SYN-OAK"}"#, ["--about", "tib-20260204-oak"]).saved
    #expect(event?["related"] == [["rel": "target", "id": "tib-20260204-oak"]])
    #expect(event?["synthetic"] == false)
    #expect(event?.object?.keys.contains("sessionNumber") == false)
  }

  private static let contradictions: [(arguments: [String], says: String)] = [
    (["--form", "short"], "--form"), (["--template", "chain"], "--template"), (["--session", "8"], "--session"),
    (["--synthetic"], "--synthetic"), (["--client", "SYN-ELM"], "--client"),
  ]

  @Test(arguments: contradictions)
  func `What says otherwise than the file, or asks a question, is refused`(arguments: [String], says: String) throws {
    let given = #"{"kind":"chain","clientRef":"SYN-OAK","sessionNumber":7,"synthetic":false}"#
    let run = try save(given, arguments).run
    #expect(run.code == 64)
    #expect(run.output == "")
    #expect(run.talk.contains(says))
  }

  @Test func `The same file with an id and no times is the same content on another day`() throws {
    let practice = try ScratchPractice()
    let given = #"{"kind":"chain","id":"chain-20260209-oak1","clientRef":"SYN-OAK","target":{"tier":"skills"}}"#
    let file = try practice.file("given.json", Array(given.utf8))
    let first = try practice.run(["chain", "--answers", file])
    let before = try practice.contents()
    let again = try practice.run(["chain", "--answers", file], now: "2026-02-11T09:00:00-05:00")
    #expect(again.code == 0)
    #expect(again.output == first.output)
    let turned = #"{"target":{"tier":"skills"},"clientRef":"SYN-OAK","id":"chain-20260209-oak1","kind":"chain"}"#
    #expect(try practice.run(["chain", "--answers", practice.file("turned.json", Array(turned.utf8))]).code == 0)
    #expect(try practice.contents() == before)
    let other = given.replacing("skills", with: "qualityOfLife")
    let refused = try practice.run(["chain", "--answers", practice.file("other.json", Array(other.utf8))])
    #expect(refused.code == 73)
    #expect(try practice.contents() == before)
  }

  @Test func `A stop that was dismissed holds nothing back`() throws {
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("safetyGate.required", true))
    let open = try save(tree.pretty)
    #expect(open.run.code == 1)
    #expect(open.run.talk.contains("Q24 stop"))
    #expect(open.saved?["status"] == "draft")
    tree.apply(.set("dismissals", [["check": "Q24", "path": "safetyGate", "reason": "Done by phone.", "by": "T1"]]))
    let dismissed = try save(tree.pretty)
    #expect(dismissed.run.code == 0)
    #expect(dismissed.saved?.compact == tree.compact)
  }

  @Test func `A promise not to self-harm is held back as well`() throws {
    var tree = try Fixtures.json("case1-maple-chain")
    tree.apply(.set("commitments.k1.text", "I promise not to harm myself this week."))
    let held = try save(tree.pretty)
    #expect(held.run.code == 1)
    #expect(held.run.talk.contains("Q30 stop"))
    #expect(held.saved?["status"] == "draft")
  }
}
