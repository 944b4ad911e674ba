import Documents
import Storage
import TestSupport
import Testing

/// A treatment agreement: drafted together, typed and by a file.
@Suite struct AgreementDrafts {
  @Test(arguments: [80, 40]) func `Case 2's agreement comes out as its fixture`(columns: Int) throws {
    let practice = try ScratchPractice()
    let typed = try TypedCase("case2-agreement")
    let conversation = try TypedConversation(practice, typed, columns: columns)
    try conversation.answer(typed.lines)
    #expect(try conversation.close() == .code(0))
    var document = try practice.document(of: "SYN-CEDAR", on: "2026-01-07")
    // The fingerprint and the minute of each name are of this run.
    for place in ["signatures.1", "signatures.2"] {
      for key in ["sha256", "at"] { document.apply(.remove(Path("\(place).\(key)"))) }
    }
    var expected = try Fixtures.json("case2-cedar-agreement-v1")
    for place in ["signatures.1.at", "signatures.2.at"] { expected.apply(.remove(Path(place))) }
    #expect(document.comparable.differences(from: expected.comparable) == [])
    #expect(try practice.run(["check", "--client", "SYN-CEDAR", "--format", "json"]).output == "[]\n")
  }

  @Test func `By a file it comes back whole, and what does not fit is refused with its path`() throws {
    let practice = try ScratchPractice()
    let given = try practice.file("given.json", Fixtures.bytes("case2-cedar-agreement-v1"))
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
    let saved = try practice.document(of: "SYN-CEDAR", on: "2026-01-07")
    #expect(try saved == Fixtures.json("case2-cedar-agreement-v1"))
    let spoiled: [(Path, JSON)] = [
      ("version", 0), ("ends", "July"), ("orientation.voluntary", true), ("targets", [:]),
      ("targets.1.tier", "urgent"), ("format.modes.1.minutes", "fifty"), ("attendance.rules.r1.basis", "sometimes"),
      ("attendance.rules.r1.whenReached", "shout"), ("contact.twentyFourHourRule.enabled", "no"),
      ("fees.payer", "mother"),
      ("safety.safetyPlanStatus", "fine"), ("tib.response", [["step": "first"]]), ("commitment.strength", 11),
      ("signatures.1.role", "witness"), ("confidentiality.limitsListed", [5]),
    ]
    for (path, value) in spoiled {
      let tree = try Fixtures.json("case2-cedar-agreement-v1").applying([.set(path, value), .set("id", "agr-2")])
      let run = try practice.run(["agree", "new", "--answers", practice.file("b.json", Array(tree.pretty.utf8))])
      #expect(run.code == 65 && run.talk.contains(path.steps[0]), "\(path): \(run.code) \(run.talk)")
    }
  }

  @Test func `By a file two clauses of one id are refused`() throws {
    let practice = try ScratchPractice()
    var tree = try Fixtures.json("case2-cedar-agreement-v1")
    tree.apply(.insert(["id": "ca2", "text": "Another.", "measure": "Log."], into: "clientAgreements", at: nil))
    let run = try practice.run(["agree", "new", "--answers", practice.file("a.json", Array(tree.pretty.utf8))])
    #expect(run.code == 65 && run.talk.contains("‘clientAgreements.ca2’"), "\(run.talk)")
    #expect(try practice.documents(of: "SYN-CEDAR").isEmpty)
  }

  @Test func `By a file a promise not to self-harm keeps it a draft`() throws {
    let practice = try ScratchPractice()
    let tree = try Fixtures.json("case2-cedar-agreement-v1").applying([
      .set("clientAgreements.ca4.text", "I promise not to harm myself during treatment.")
    ])
    let run = try practice.run(["agree", "new", "--answers", practice.file("a.json", Array(tree.pretty.utf8))])
    #expect(run.code == 1 && run.talk.contains("Q30"))
    #expect(try practice.document(of: "SYN-CEDAR", on: "2026-01-07")["status"] == "draft")
  }
}
