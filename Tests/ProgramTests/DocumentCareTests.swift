import Documents
import Foundation
import TestSupport
import Testing

/// `attune void`, `move` and `diff`: nothing is deleted, and everything that was there can be told apart.
@Suite struct DocumentCares {
  private static let id = "chain-20260209-maple1"

  private func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    _ = try practice.run(["chain", "--answers", practice.file("given.json", Fixtures.bytes("case1-maple-chain"))])
    return practice
  }

  private func tree(_ practice: ScratchPractice, client: String = "SYN-MAPLE") throws -> JSON {
    try JSON(reading: practice.bytes(of: "Clients/\(client)/\(DocumentCares.id).json"))
  }

  // MARK: void

  @Test func `A void document stays with its reason, and is shown as void`() throws {
    let practice = try practice()
    let before = try tree(practice)
    let run = try practice.run(["void", DocumentCares.id, "--reason", "-"], input: "Written about\nanother evening.\n")
    #expect(run.code == 0, "\(run.talk)")
    let after = try tree(practice)
    #expect(after["status"] == "void")
    #expect(after["voided"]?["reason"] == "Written about another evening.")
    #expect(after["voided"]?["by"] == before["therapistRef"])
    #expect(after["voided"]?["at"] == after["updatedAt"])
    let same: [Change] = ["status", "updatedAt"].map { .set(Path($0), before[$0] ?? .null) } + [.remove("voided")]
    #expect(after.applying(same) == before)
    #expect(
      try JSON(reading: practice.bytes(of: ".attune/revisions/\(DocumentCares.id)/0001.json")) == before)
    #expect(try practice.run(["list"]).output.contains(" void "))
    #expect(try practice.run(["show", DocumentCares.id]).output.contains("**Void: not to be used.**"))
    let again = try practice.run(["void", DocumentCares.id])
    #expect(again.code == 0 && again.output.contains("is void already. Written about another evening."))
    #expect(try practice.run(["outcome", "\(DocumentCares.id)#k1", "kept"]).code == 64)
    #expect(try tree(practice) == after)
  }

  @Test func `Without a reason nothing is void, and words stay off the command line`() throws {
    let practice = try practice()
    let before = try practice.contents()
    #expect(try practice.run(["void", DocumentCares.id], input: "\n").code == 64)
    #expect(try practice.run(["void", DocumentCares.id, "--reason", "mistaken"]).talk.contains("--reason -"))
    #expect(try practice.run(["void", "chain-20260209-maple2"]).code == 66)
    #expect(try practice.contents() == before)
    let typed = try practice.run([], input: "void \(DocumentCares.id) It wasn't hers.\nquit\n")
    #expect(typed.code == 0)
    #expect(try tree(practice)["voided"]?["reason"] == "It wasn't hers.")
  }

  // MARK: move

  @Test func `A document moves to another client with its revisions, and back`() throws {
    let practice = try practice()
    _ = try practice.run(["outcome", "\(DocumentCares.id)#tk1", "kept"])
    let before = try tree(practice)
    let run = try practice.run(["move", DocumentCares.id, "--client", "SYN-CEDAR"])
    #expect(run.code == 0, "\(run.talk)")
    let after = try tree(practice, client: "SYN-CEDAR")
    #expect(after["clientRef"] == "SYN-CEDAR")
    let same: [Change] = ["clientRef", "updatedAt"].map { .set(Path($0), before[$0] ?? .null) }
    #expect(after.applying(same) == before)
    #expect(ScratchPractice.files(under: practice.place + "/Clients/SYN-MAPLE").isEmpty)
    #expect(try practice.run(["list", "--client", "SYN-CEDAR"]).output.contains(DocumentCares.id))
    #expect(try practice.run(["diff", "\(DocumentCares.id)@1", DocumentCares.id]).code == 1)
    #expect(try practice.run(["move", DocumentCares.id, "--client", "SYN-MAPLE"]).code == 0)
    #expect(try tree(practice)["clientRef"] == "SYN-MAPLE")
  }

  @Test func `Private notes about a document go with it`() throws {
    let practice = try practice()
    func note(_ id: String, about: String) throws {
      let tree: JSON = [
        "schema": "attune/note/1", "id": .string(id), "kind": "note", "clientRef": "SYN-MAPLE",
        "recordClass": "private", "about": .string(about), "text": "Mine.",
      ]
      let folder = practice.place + "/Private/SYN-MAPLE"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(tree.pretty.utf8).write(to: URL(filePath: "\(folder)/\(id).json"))
    }
    try note("note-20260209-aaaa", about: DocumentCares.id)
    try note("note-20260209-bbbb", about: "chain-20260202-maple0")
    #expect(try practice.run(["move", DocumentCares.id, "--client", "SYN-CEDAR"]).code == 0)
    let moved = try JSON(reading: practice.bytes(of: "Private/SYN-CEDAR/note-20260209-aaaa.json"))
    #expect(moved["clientRef"] == "SYN-CEDAR")
    let left = ScratchPractice.files(under: practice.place + "/Private/SYN-MAPLE").filter { $0.hasSuffix("a.json") }
    #expect(left.isEmpty)
    #expect(try practice.bytes(of: "Private/SYN-MAPLE/note-20260209-bbbb.json").isEmpty == false)
  }

  @Test func `A move that cannot be made says why and changes nothing`() throws {
    let practice = try practice()
    let before = try practice.contents()
    #expect(try practice.run(["move", "chain-20260209-maple2", "--client", "SYN-CEDAR"]).code == 66)
    #expect(try practice.run(["move", DocumentCares.id, "--client", "../etc"]).code == 64)
    #expect(try practice.run(["move", DocumentCares.id]).code == 64)
    #expect(try practice.run(["move", DocumentCares.id, "--client", "SYN-MAPLE"]).output.contains("already"))
    #expect(try practice.contents() == before)
  }

  @Test func `On a terminal a move is asked about first`() throws {
    let practice = try practice()
    let now = "2026-02-10T10:00:00-05:00"
    let words = ["move", DocumentCares.id, "--client", "SYN-CEDAR", "--plain"]
    let no = try TypedConversation(practice, words, now: now)
    no.terminal.send("\r")
    try no.terminal.expect("Nothing was changed.")
    #expect(try no.terminal.waitExit() == .code(0))
    let yes = try TypedConversation(practice, words, now: now)
    yes.terminal.send("y\r")
    try yes.terminal.expect("is filed under SYN-CEDAR now")
    #expect(try tree(practice, client: "SYN-CEDAR")["clientRef"] == "SYN-CEDAR")
  }

  @Test func `What an unfinished session is writing is neither void nor moved`() throws {
    let practice = try practice()
    _ = try practice.run(["chain", "--client", "SYN-MAPLE"], input: "y 40 4 of 7\n", now: "2026-02-10T10:00:00-05:00")
    let draft = try practice.document(of: "SYN-MAPLE", on: "2026-02-10")
    let id = try #require(draft["id"]?.string)
    for words in [["void", id], ["move", id, "--client", "SYN-CEDAR"]] {
      let run = try practice.run(words, input: "Because.\n")
      #expect(run.code == 75)
      #expect(run.talk.contains("attune resume \(id)"))
    }
    #expect(try practice.document(of: "SYN-MAPLE", on: "2026-02-10") == draft)
  }

  // MARK: diff

  @Test func `A document is compared with its revision before, by field`() throws {
    let practice = try practice()
    #expect(try practice.run(["diff", DocumentCares.id]).output.contains("has no earlier revision"))
    _ = try practice.run(["outcome", "\(DocumentCares.id)#k1", "not", "kept"], now: "2026-02-16T16:00:00-05:00")
    let run = try practice.run(["diff", DocumentCares.id])
    #expect(run.code == 1)
    #expect(
      run.output == """
          chain-20260209-maple1@1 → chain-20260209-maple1
          commitments k1, outcome: nothing → not kept
          commitments k1, outcome on: nothing → 2026-02-16

        """)
    let rows = try JSON(reading: Array(practice.run(["diff", DocumentCares.id, "--format", "json"]).output.utf8))
    #expect(
      rows == [
        ["path": "commitments.k1.outcome", "what": "changed", "from": nil, "to": "notKept"],
        ["path": "commitments.k1.outcomeOn", "what": "changed", "from": nil, "to": "2026-02-16"],
      ])
    let same = try practice.run(["diff", DocumentCares.id, "\(DocumentCares.id)@2"])
    #expect(same.code == 0 && same.output.contains("They say the same."))
    let missing = try practice.run(["diff", "\(DocumentCares.id)@7", DocumentCares.id])
    #expect(missing.code == 66 && missing.talk.contains("\(DocumentCares.id)@1 to \(DocumentCares.id)@2"))
    #expect(try practice.run(["diff", "chain-20260209-maple2"]).code == 66)
  }
}
