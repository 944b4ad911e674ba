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

  @Test func `A step without an id hides its method too, and all that stands beside it`() throws {
    let chain = try Fixtures.json("case1-maple-chain").applying([
      .set("target.tags", ["selfHarm"]),
      .set(
        "links",
        [
          ["type": "action", "text": "method1word", "note": "method2word", "tried": ["text": "method3word"]],
          ["id": "l2", "type": "urge", "text": "method4word"], ["type": "thought", "text": "thoughtword"],
        ]),
    ])
    let copy = ClientCopy.redacted(chain, relatedTo: []).compact
    #expect((1...4).filter { copy.contains("method\($0)word") } == [])
    #expect(copy.contains("thoughtword"))
  }

  @Test func `A copy names nothing that is private, and holds nothing that was asked of the therapist alone`() throws {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    var chain = try Fixtures.json("case1-maple-chain")
    chain.apply(
      .set(
        "related", [["rel": "about", "id": "refl-20260205-own"], ["rel": "uses", "id": "chain-20260209-maple1#l2"]]))
    chain.apply(.set("x", ["alone": "aloneword", "shared": "sharedword"]))
    try store.save(chain, markdown: "")
    // The practice's own form, with a question more in the section that the therapist answers alone.
    let path = Fixtures.tests + "../Templates/chain.yaml"
    let form = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let own = form.replacing(
      "    alone: true\n    questions:\n",
      with: """
            alone: true
            questions:
              - id: mineAlone
                voice: therapist
                t: What do you keep to yourself?
                c: What is kept?
                fields:
                  - {path: x.alone, type: text}

        """)
    #expect(own != form)
    try disk.makeFolder("Templates")
    let file = try disk.create("Templates/mine.yaml")
    try file.append(Array(own.utf8))
    file.close()
    let program = try ScriptedProgram(on: disk)
    let enters = Array(repeating: ConversationPage.Step.line(""), count: 40)
    let said = program.run(["export", "--client", "SYN-MAPLE"], enters).said.joined(separator: "\n")
    #expect(!said.contains("refl-20260205-own"))
    #expect(!said.contains("aloneword"))
    #expect(said.contains("sharedword"))
  }

  @Test func `Only what both signed counts as agreed, and attendance is about being there`() throws {
    let old = try Fixtures.json("case2-cedar-agreement-v1")
    let new = old.applying([
      .set("id", "agr-cedar-v2"), .set("version", 2), .set("status", "complete"), .set("effective", "2026-03-01"),
      .set("sessionDate", "2026-03-01"), .remove("signatures"),
      .set("targets", [["id": "g1", "tier": "lifeThreatening", "direction": "decrease"]]),
    ])
    let event = try #require(try Fixtures.json("case2-cedar-tib-events").array?.first)
    let drunk = event.applying([.set("id", "tib-20260101-x"), .set("category", "intoxicated")])
    let day = try #require(CivilDate("2026-03-11"))
    let payer = MinimumExport(.payer, of: [old, new], marked: [], on: day).markdown
    #expect(!payer.contains("life-threatening"), "\(payer)")
    let court = MinimumExport(.court, of: [old, event, drunk], marked: [], on: day).markdown
    #expect(court.contains("| late |"), "\(court)")
    #expect(!court.contains("intoxicated"))
    let fingerprint = JSON.string(agreementFingerprint(old))
    let signed = old.applying((1...2).map { .set(Path("signatures.\($0).sha256"), fingerprint) })
    let changed = signed.applying([.set("fees.amount", "500 USD")])
    #expect(MinimumExport(.court, of: [changed], marked: [], on: day).markdown.contains("the text was changed since"))
    #expect(!MinimumExport(.court, of: [signed], marked: [], on: day).markdown.contains("the text was changed since"))
  }

  @Test func `A name that is taken out is out of every page, and the signature still holds`() throws {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    let clause = "Come to each scheduled Wednesday session at 5:00 pm, and text Robyn by 4:00 pm if I will be late."
    var agreement = try Fixtures.json("case2-cedar-agreement-v1")
    agreement.apply(.set("clientAgreements.ca1.text", .string(clause)))
    for number in 1...2 {
      agreement.apply(.set(Path("signatures.\(number).sha256"), .string(agreementFingerprint(agreement))))
    }
    try store.save(agreement, markdown: "")
    try store.save(Fixtures.json("case2-cedar-agreement-review"), markdown: "")
    let program = try ScriptedProgram(on: disk)
    let enters = Array(repeating: ConversationPage.Step.line(""), count: 40)
    let listed = program.run(["export", "--client", "SYN-CEDAR"], enters).said
    let line = try #require(listed.first { $0.contains("text Robyn by") || $0.contains("Come to each") })
    let number = try #require(line.split(separator: " ").first.map(String.init))
    // Nine are shown at a time.
    let before = (try #require(Int(number)) - 1) / 9
    let steps = enters.prefix(before) + [.line(number), .line("Robyn")] + enters
    let said = program.run(["export", "--client", "SYN-CEDAR"], Array(steps)).said
    let pages = said.drop { !$0.hasPrefix("---") }.joined(separator: " ")
    #expect(pages.contains("name"))
    #expect(!pages.contains("Robyn"))
    #expect(!pages.contains("was changed after it was signed"))
    #expect(pages.contains("In this copy words were taken out"))
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
