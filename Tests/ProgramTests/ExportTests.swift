import Commands
import Documents
import Exchange
import Foundation
import Storage
import TestSupport
import Testing

/// What leaves a practice, and what does not.
@Suite struct Exports {
  /// A practice with a marker in every text that the client may have, and forty where nobody but the therapist looks.
  private struct Marked {
    let disk = MemoryDisk()
    var shared: [(document: String, path: Path, marker: String)] = []

    init(dangerous: Bool = false) throws {
      let store = PracticeFolder(on: disk)
      _ = try store.prepare()
      var count = 0
      for document in try Marked.documents {
        var tree = document
        for text in FreeText.all(in: ClientCopy.redacted(document, relatedTo: [])) {
          count += 1
          let marker = "shared\(count)word"
          shared.append((document["id"]?.string ?? "", text.path, marker))
          tree.apply(.set(text.path, .string(marker)))
        }
        try store.save(Marked.withPrivate(tree), markdown: "")
      }
      // Ten notes and a reflection, and a chain that was classed as private.
      for number in 21...30 {
        try store.save(
          [
            "schema": "attune/note/1", "id": .string("note-20260211-n\(number)"), "kind": "note",
            "clientRef": "SYN-CEDAR", "sessionDate": "2026-02-11", "status": "complete", "recordClass": "private",
            "text": .string("private\(number)word"),
          ], markdown: "")
      }
      var reflection = try Fixtures.json("case2-cedar-reflection-PRIVATE")
      for (number, text) in zip(31...38, FreeText.all(in: reflection)) {
        reflection.apply(.set(text.path, .string("private\(number)word")))
      }
      try store.save(reflection, markdown: "")
      let chain = try Fixtures.json("case2-cedar-chain-lateness").applying([
        .set("id", "chain-20260204-own"), .set("recordClass", "psychotherapyNote"),
        .set("target.behavior", "private39word"), .set("clientSummary", "private40word"),
      ])
      try store.save(chain, markdown: "")
    }

    static var documents: [JSON] {
      get throws {
        try [
          Fixtures.json("case2-cedar-agreement-v1"), Fixtures.json("case2-cedar-chain-lateness"),
          Fixtures.json("case2-cedar-agreement-review"),
        ] + (Fixtures.json("case2-cedar-tib-events").array ?? []) + (Fixtures.json("case2-cedar-sessions").array ?? [])
      }
    }

    /// Twenty markers where no copy looks: notes, dismissals, and what the therapist alone answers.
    private static func withPrivate(_ document: JSON) -> JSON {
      guard document["kind"] == "chain" else { return document }
      var tree = document
      tree.apply(
        .set(
          "notes",
          .array((1...10).map { ["id": .string("n\($0)"), "path": "target", "text": .string("private\($0)word")] })))
      tree.apply(
        .set(
          "dismissals",
          .array((11...16).map { ["check": "Q10", "path": "links", "reason": .string("private\($0)word")] })))
      for (number, key) in zip(17...19, ["method", "riskReason", "documentedElsewhere"]) {
        tree.apply(.set(Path(["safetyGate", key]), .string("private\(number)word")))
      }
      tree.apply(.set("safetyGate.required", true))
      tree.apply(.set("commitments.k1.strategies", ["private20word"]))
      return tree
    }

    func run(_ arguments: [String], _ lines: [String]? = nil) throws -> (code: Int32, said: String) {
      var program = try ScriptedProgram(on: disk, now: "2026-03-12T09:00:00-04:00")
      program.isAttended = lines != nil
      let run = program.run(["export", "--client", "SYN-CEDAR"] + arguments, lines ?? [])
      return (run.code, run.said.joined(separator: "\n"))
    }
  }

  private static let kinds = [
    [], ["--min", "payer"], ["--min", "referral"], ["--min", "court"], ["--min", "consult"], ["--consult"],
  ]

  private func privateMarkers(in text: String) -> [Int] { (1...40).filter { text.contains("private\($0)word") } }

  @Test(arguments: kinds) func `None of forty private markers leaves`(arguments: [String]) throws {
    let practice = try Marked()
    let alone = try practice.run(arguments)
    #expect(alone.code == 0)
    #expect(privateMarkers(in: alone.said) == [])
    // With everything marked that may be, and no name in it.
    let attended = try practice.run(
      arguments,
      arguments.isEmpty ? Array(repeating: "", count: 20) : [(1...400).map(String.init).joined(separator: " "), ""])
    #expect(privateMarkers(in: attended.said) == [])
  }

  @Test func `All that the client may have is in the copy`() throws {
    let practice = try Marked()
    let said = try practice.run([]).said
    #expect(practice.shared.count > 150)
    let missing = practice.shared.filter { !said.contains($0.marker) }
    #expect(missing.map { "\($0.document) \($0.path)" } == [])
  }

  @Test(arguments: kinds.dropFirst()) func `No text goes along that was not marked`(arguments: [String]) throws {
    let practice = try Marked()
    let run = try practice.run(arguments)
    #expect(practice.shared.filter { run.said.contains($0.marker) }.map(\.path) == [])
    #expect(run.said.contains("No text goes along: there is no terminal to mark one at."))
  }

  @Test(arguments: ExportPurpose.allCases) func `What was marked goes along, and no more`(purpose: ExportPurpose) throws
  {
    let practice = try Marked()
    let run = try practice.run(["--min", purpose.rawValue], ["2", "", ""])
    let page =
      run.said.split(separator: "# ", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let gone = practice.shared.filter { page.contains($0.marker) }
    #expect(gone.count == 1, "\(run.said)")
  }

  @Test func `For a consultation there are no codes and no dates`() throws {
    let practice = try Marked()
    let said = try practice.run(["--consult"]).said
    for word in ["SYN-", "2026", "2025", "cedar"] { #expect(!said.contains(word), "\(word)") }
    #expect(said.contains("day 28"))
    #expect(said.contains("Rare details"))
  }

  @Test func `A name is taken out where somebody looked`() throws {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    let measure: JSON = [
      "schema": "attune/measure/1", "id": "measure-20260225-a", "kind": "measure", "clientRef": "SYN-CEDAR",
      "sessionDate": "2026-02-25", "status": "complete", "recordClass": "clinicalRecord", "name": "Robin's own scale",
      "total": 9, "on": "2026-02-25",
    ]
    try store.save(measure, markdown: "")
    let program = try ScriptedProgram(on: disk, now: "2026-03-12T09:00:00-04:00")
    let said = program.run(["export", "--client", "SYN-CEDAR"], ["1", "Robyn", "Robin"]).said.joined(separator: "\n")
    #expect(said.contains("Does a name stand here?"))
    #expect(said.contains("‘Robyn’ does not stand in it."))
    #expect(said.contains("\\[name\\]'s own scale"), "\(said)")
    #expect(try store.load(#require(DocumentID("measure-20260225-a")), includingPrivate: false) == measure)
  }

  @Test func `Of a dangerous act the client's copy holds no method`() throws {
    let chain = try Fixtures.json("case1-maple-chain").applying([
      .set("target.tags", ["selfHarm"]), .set("target.behavior", "method1word"),
      .set("target.amount", ["text": "method2word"]), .set("links.l5.text", "method3word"),
      .set("links.l9.text", "method4word"),
    ])
    let copy = ClientCopy.redacted(chain, relatedTo: []).compact
    #expect((1...4).filter { copy.contains("method\($0)word") } == [])
    #expect(copy.contains(ClientCopy.methodDetail))
    #expect(copy.contains("They all think"))
    #expect(
      !ClientCopy.redacted(try Fixtures.json("case1-maple-chain"), relatedTo: []).compact.contains(
        ClientCopy.methodDetail))
  }

  @Test func `Nothing leaves where a private file lies among the client's`() throws {
    let practice = try Marked()
    var reflection = try Fixtures.json("case2-cedar-reflection-PRIVATE")
    reflection.apply(.set("id", "refl-20260212-stray"))
    try practice.disk.place(
      Array(reflection.pretty.utf8), at: "Clients/SYN-CEDAR/refl-20260212-stray.json")
    for arguments in Exports.kinds {
      let run = try practice.run(arguments)
      #expect(run.code == 77 && run.said.contains("Q36"), "\(arguments): \(run)")
      #expect(!run.said.contains("shared1word"))
    }
  }

  // MARK: Into a folder

  @Test func `A copy goes to a folder outside the practice, a file a document, and over nothing`() throws {
    let practice = try ScratchPractice()
    let given = try practice.file("v1.json", Fixtures.bytes("case2-cedar-agreement-v1"))
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
    let out = "\(practice.root)/copies"
    let run = try practice.run(["export", "--client", "SYN-CEDAR", "--out", out])
    #expect(run.code == 0)
    #expect(run.output == "\(out)/agr-cedar-v1.md\n")
    #expect(run.talk.contains("Nobody looked for names"))
    #expect(try practice.run(["export", "--client", "SYN-CEDAR", "--out", out]).code == 73)
    #expect(try practice.run(["export", "--min", "court", "--client", "SYN-CEDAR", "--out", out]).code == 0)
    for folder in [
      practice.place, "\(practice.place)/Private", "\(practice.place)/Clients/SYN-CEDAR",
      "\(out)/../\(practice.place.split(separator: "/").last ?? "")",
    ] {
      let run = try practice.run(["export", "--client", "SYN-CEDAR", "--out", folder])
      #expect(run.code == 77, "\(folder): \(run)")
    }
  }

  @Test(
    arguments: [
      (["export", "--min", "friend", "--client", "SYN-CEDAR"], 64), (["export", "--client", "SYN-NOBODY"], 66),
      (["export", "--min", "payer", "--consult", "--client", "SYN-CEDAR"], 64),
      (["export", "--private", "--client", "SYN-CEDAR"], 64), (["export", "note-20260211-n21"], 64),
    ] as [([String], Int32)]) func `What is not understood writes nothing`(command: [String], code: Int32) throws
  {
    let practice = try ScratchPractice()
    let given = try practice.file("v1.json", Fixtures.bytes("case2-cedar-agreement-v1"))
    #expect(try practice.run(["agree", "new", "--answers", given]).code == 0)
    let run = try practice.run(command)
    #expect(run.code == code && run.output.isEmpty, "\(run)")
  }
}
