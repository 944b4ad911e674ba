import Commands
import Documents
import Exchange
import Foundation
import Storage
import TestSupport
import Testing

/// What a copy of the record holds, and what of it is counted as agreed.
@Suite struct ClientCopies {
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
}
