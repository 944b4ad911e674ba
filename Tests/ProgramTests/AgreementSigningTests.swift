import Documents
import Exchange
import Foundation
import Glibc
import PseudoTerminals
import Storage
import TestSupport
import Testing

/// Two names under a text: in the room, offline, both or none.
@Suite struct AgreementSigning {
  private static let lines = (try? TypedCase("case2-agreement").lines) ?? []
  /// Up to the client's name.
  private static var draft: [String] { Array(lines.prefix { $0 != "SYN-CEDAR" }) }
  private static let command = ["agree", "new", "--client", "SYN-CEDAR", "--synthetic", "--session", "3"]
  private static let now = "2026-01-07T17:20:00-05:00"

  /// An agreement that is complete and not signed.
  private func unsigned(_ disk: MemoryDisk) throws -> (program: ScriptedProgram, id: DocumentID) {
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    program.run(AgreementSigning.command, AgreementSigning.draft + ["", "", "", ""])
    let store = PracticeFolder(on: disk)
    let file = try #require(try store.documents(includingPrivate: false).first)
    return (program, file.id)
  }

  @Test func `Left unsigned it is complete, and is signed another day`() throws {
    let disk = MemoryDisk()
    let (program, id) = try unsigned(disk)
    let store = PracticeFolder(on: disk)
    var tree = try #require(try store.load(id, includingPrivate: false))
    #expect(tree["status"] == "complete")
    #expect(tree["signatures"] == [])
    #expect(try store.signedText(of: id) == nil)
    let said = program.run(["agree", "sign", id.text], ["SYN-CEDAR", "SYN-T1", "y", "", ""]).said
    #expect(said.contains { $0.contains("Start and end on time") })
    tree = try #require(try store.load(id, includingPrivate: false))
    #expect(tree["status"] == "active")
    let fingerprint = agreementFingerprint(tree)
    #expect(tree["signatures"]?.array?.map { $0["role"] } == ["client", "therapist"])
    #expect(tree["signatures"]?.array?.allSatisfy { $0["sha256"]?.string == fingerprint && $0["version"] == 1 } == true)
    #expect(try store.signedText(of: id) == Array(agreementText(tree).utf8))
    let code = try #require(signatureCode(of: fingerprint))
    #expect(said.contains { $0.contains(code) })
    #expect(program.run(["agree", "sign", id.text]).code == 64)
    #expect(program.run(["edit", id.text]).code == 64)
  }

  @Test func `Both names hold from the closing on, and until then the journal alone has them`() throws {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    let old = try #require(DocumentID("agr-cedar-v1"))
    let program = try ScriptedProgram(on: disk, now: "2026-03-11T17:10:00-04:00")
    let lines = ["c r1: 2 in 8 | Tighter.", "", "", "Still in.", "9", "SYN-CEDAR", "SYN-T1", "y"]
    program.run(["agree", "amend", "agr-cedar-v1"], lines + ["/quit", ""])
    // Both names are in the journal alone: nothing says that the new version is signed, or the old one superseded.
    #expect(try store.load(old, includingPrivate: false)?["status"] == "active")
    for file in try store.documents(includingPrivate: false) where file.id != old {
      #expect(try store.load(file.id, includingPrivate: false)?["signatures"] == [])
      #expect(try store.signedText(of: file.id) == nil)
    }
    program.run(["resume"], ["", "", ""])
    #expect(try store.load(old, includingPrivate: false)?["status"] == "superseded")
    let new = try #require(try store.documents(includingPrivate: false).first { $0.id != old })
    let signed = try #require(try store.load(new.id, includingPrivate: false))
    #expect(signed["status"] == "active")
    #expect(try store.signedText(of: new.id) == Array(agreementText(signed).utf8))
  }

  @Test func `One name alone is no signature, and nothing closes on it`() throws {
    let disk = MemoryDisk()
    let (program, id) = try unsigned(disk)
    let said = program.run(["agree", "sign", id.text], ["SYN-CEDAR", "", "/quit", ""]).said
    #expect(said.contains { $0.contains("One name is no signature.") })
    let store = PracticeFolder(on: disk)
    let tree = try #require(try store.load(id, includingPrivate: false))
    #expect(tree["status"] == "complete")
    #expect(tree["signatures"] == [])
    #expect(try store.openSessions().count == 1)
    program.run(["agree", "sign", id.text], ["SYN-T1", "y", "", ""])
    #expect(try store.load(id, includingPrivate: false)?["status"] == "active")
    #expect(try store.openSessions() == [])
  }

  @Test func `A text that is changed after the first name is signed by nobody`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    let changed = ["SYN-CEDAR", "/edit ca1", "Come each Wednesday at 5:00 pm. | Arrival time in the log."]
    let said = program.run(
      AgreementSigning.command, AgreementSigning.draft + changed + ["SYN-CEDAR", "SYN-T1", "y", "", ""]
    ).said
    #expect(said.contains { $0.contains("no name stands under it any more") })
    let store = PracticeFolder(on: disk)
    let file = try #require(try store.documents(includingPrivate: false).first)
    let tree = try #require(try store.load(file.id, includingPrivate: false))
    #expect(tree["clientAgreements"]?.array?.first?["text"] == "Come each Wednesday at 5:00 pm.")
    #expect(tree["status"] == "active", "\(said.suffix(30).joined(separator: "\n"))")
    let fingerprint = agreementFingerprint(tree)
    #expect(tree["signatures"]?.array?.allSatisfy { $0["sha256"]?.string == fingerprint } == true)
  }

  @Test func `A promise not to self-harm is asked about, and nobody signs it`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    var lines = AgreementSigning.draft
    let clause = try #require(lines.firstIndex { $0.hasPrefix("Use the crisis plan") })
    lines[clause] = "I promise not to harm myself during treatment. | We ask."
    lines.insert("y", at: clause + 1)
    let said = program.run(AgreementSigning.command, lines + ["SYN-CEDAR", "", "", "", ""]).said
    #expect(words(said.joined(separator: " ")).contains("ask for a promise not to self-harm?"))
    #expect(said.contains { $0.contains("Before a name stands under it:") })
    let store = PracticeFolder(on: disk)
    let file = try #require(try store.documents(includingPrivate: false).first)
    let tree = try #require(try store.load(file.id, includingPrivate: false))
    #expect(tree["status"] == "draft")
    #expect(tree["signatures"] == [])
  }

  /// Case 2's agreement as its second version, signed by both.
  private func second(_ changes: Change...) throws -> JSON {
    let tree = try Fixtures.json("case2-cedar-agreement-v1").applying([
      .set("id", "agr-cedar-v2"), .set("version", 2), .set("supersedes", "agr-cedar-v1"),
      .set("effective", "2026-03-11"), .set("signatures.1.version", 2), .set("signatures.2.version", 2),
    ])
    return tree.applying(changes)
  }

  @Test func `A second version that comes signed from a file takes the place of the first`() throws {
    let practice = try ScratchPractice()
    try practice.put("case2-cedar-agreement-v1")
    let given = try practice.file("v2.json", Array(second().pretty.utf8))
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
    let old = try practice.documents(of: "SYN-CEDAR").first { $0["id"] == "agr-cedar-v1" }
    #expect(old?["status"] == "superseded")
    #expect(old?["related"] == [["rel": "supersededBy", "id": "agr-cedar-v2"]])
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
  }

  @Test(arguments: [("clientRef", "SYN-OTHER"), ("kind", "chain")])
  func `What is of another client, or no agreement, is not superseded`(key: String, value: String) throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    let other = try Fixtures.json("case2-cedar-agreement-v1").applying([.set(Path([key]), .string(value))])
    try store.save(other, markdown: "")
    try store.save(second(.set("status", "draft")), markdown: "")
    #expect(program.run(["agree", "sign", "agr-cedar-v2"]).code == 0)
    #expect(try store.load(try #require(DocumentID("agr-cedar-v1")), includingPrivate: false) == other)
  }

  @Test func `A version whose place another has taken is not signed`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    try store.save(second(.set("status", "draft")), markdown: "")
    for signatures: JSON in [[], try second()["signatures"] ?? []] {
      try store.save(
        second(.set("id", "agr-cedar-v2b"), .set("status", "complete"), .set("signatures", signatures)), markdown: "")
      program.run(["agree", "sign", "agr-cedar-v2"])
      let run = program.run(["agree", "sign", "agr-cedar-v2b"])
      #expect(run.code == 64 && run.said.contains { $0.contains("‘agr-cedar-v2’ has taken it already") })
    }
  }

  @Test func `What came signed by both with no status is put in force by signing`() throws {
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: AgreementSigning.now)
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    try store.save(second(.set("status", "draft")), markdown: "")
    let run = program.run(["agree", "sign", "agr-cedar-v2"])
    #expect(run.code == 0, "\(run.said)")
    let (old, new) = (try #require(DocumentID("agr-cedar-v1")), try #require(DocumentID("agr-cedar-v2")))
    #expect(try store.load(new, includingPrivate: false)?["status"] == "active")
    #expect(try store.load(old, includingPrivate: false)?["status"] == "superseded")
    // What was changed since it was signed is not, and neither is a promise.
    let broken: [JSON] = [
      try second(.set("status", "draft"), .set("signatures.1.sha256", .string(sha256([])))),
      try second(.set("status", "draft"), .set("clientAgreements.ca4.text", "I promise not to harm myself.")),
    ]
    for tree in broken {
      try store.save(tree, markdown: "")
      #expect(program.run(["agree", "sign", "agr-cedar-v2"]).code == 64)
      #expect(try store.load(new, includingPrivate: false)?["status"] == "draft")
    }
  }

  @Test func `A text is held against the signatures of its own version, however their letters are written`() throws {
    let disk = MemoryDisk()
    let (program, id) = try unsigned(disk)
    let store = PracticeFolder(on: disk)
    program.run(["agree", "sign", id.text], ["SYN-CEDAR", "SYN-T1", "y", "", ""])
    var tree = try #require(try store.load(id, includingPrivate: false))
    for place: Path in ["signatures.1.sha256", "signatures.2.sha256"] {
      tree.apply(.set(place, .string(tree[place]?.string?.uppercased() ?? "")))
    }
    let earlier: JSON = ["role": "client", "name": "SYN-CEDAR", "version": 7, "sha256": .string(sha256([]))]
    tree.apply(.insert(earlier, into: "signatures", at: 0))
    try store.save(tree, markdown: "", signedText: agreementText(tree))
    let run = program.run(["agree", "verify", id.text])
    #expect(run.code == 0 && run.said.contains { $0.contains("is whole") }, "\(run.said)")
  }

  @Test func `A pipe drafts and does not sign`() throws {
    let practice = try ScratchPractice()
    let input = AgreementSigning.lines.joined(separator: "\n") + "\n"
    _ = try practice.run(AgreementSigning.command, input: input, now: AgreementSigning.now)
    let document = try practice.document(of: "SYN-CEDAR", on: "2026-01-07")
    #expect(document["signatures"] == [])
    let id = try #require(document["id"]?.string)
    let run = try practice.run(["agree", "sign", id], input: "SYN-CEDAR\nSYN-T1\n", now: AgreementSigning.now)
    #expect(run.code == 69)
    #expect(try practice.document(of: "SYN-CEDAR", on: "2026-01-07") == document)
  }

  @Test(arguments: [0, 4]) func `Killed between the two names, nothing is half signed and nothing lost`(
    typed: Int
  ) throws {
    let practice = try ScratchPractice()
    let first = try TypedConversation(practice, AgreementSigning.command, now: AgreementSigning.now)
    try first.answer(AgreementSigning.draft + ["SYN-CEDAR"])
    let half = String("SYN-T1".prefix(typed))
    first.terminal.send(half)
    first.wait { practice.draft == half }
    first.terminal.signal(SIGKILL)
    #expect(try first.terminal.waitExit() == .signal(SIGKILL))
    #expect(try practice.documents(of: "SYN-CEDAR").allSatisfy { $0["signatures"]?.isEmpty ?? true })

    let second = try TypedConversation(practice, ["resume"], now: AgreementSigning.now)
    second.wait { second.line() == half }
    try second.answer(String("SYN-T1".dropFirst(typed)))
    try second.answer(["y", ""])
    #expect(try second.close() == .code(0))
    let document = try practice.document(of: "SYN-CEDAR", on: "2026-01-07")
    #expect(document["status"] == "active")
    #expect(document["signatures"]?.array?.map { $0["name"] } == ["SYN-CEDAR", "SYN-T1"])
  }

  /// What was said, however it is broken into rows.
  private func words(_ output: String) -> String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test func `A text is verified by its document, by the file beside it, and by the code on paper`() throws {
    let practice = try ScratchPractice()
    let conversation = try TypedConversation(practice, try TypedCase("case2-agreement"))
    try conversation.answer(AgreementSigning.lines)
    #expect(try conversation.close() == .code(0))
    let document = try practice.document(of: "SYN-CEDAR", on: "2026-01-07")
    let id = try #require(document["id"]?.string)
    let code = try #require(signatureCode(of: agreementFingerprint(document)))
    let text = "\(practice.place)/Clients/SYN-CEDAR/\(id).signed.txt"
    #expect(try practice.bytes(of: text) == Array(practice.run(["agree", "show", id, "--format", "text"]).output.utf8))
    for arguments in [[id], [id, code], [text, code.lowercased().filter { $0 != " " }]] {
      #expect(try practice.run(["agree", "verify"] + arguments).code == 0, "\(arguments)")
    }
    #expect(try practice.run(["agree", "verify", text, "AAAA BBBB CCCC DDDD"]).code == 1)
    let page = try words(practice.run(["agree", "show", id]).output)
    #expect(page.components(separatedBy: "the text is the one that was signed").count == 3)
    // Somebody changes a letter in the file.
    let path = "\(practice.place)/Clients/SYN-CEDAR/\(id).json"
    let changed = String(decoding: try practice.bytes(of: path), as: UTF8.self)
      .replacingOccurrences(of: "120 USD", with: "130 USD")
    try Data(changed.utf8).write(to: URL(filePath: path))
    let broken = try practice.run(["agree", "verify", id, code])
    #expect(broken.code == 1 && broken.output.contains("the text was changed after it was signed"))
    #expect(broken.output.contains("The signed text beside it is whole"))
    #expect(try words(practice.run(["agree", "show", id]).output).contains("the text was changed after it was signed"))
    // Filed under another client, the signed text goes with it.
    _ = try practice.run(["move", id, "--client", "SYN-OTHER"])
    #expect(try practice.bytes(of: "Clients/SYN-OTHER/\(id).signed.txt").count > 1000)
    #expect(!FileManager.default.fileExists(atPath: text))
  }
}
