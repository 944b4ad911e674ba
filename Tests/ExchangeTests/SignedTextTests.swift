import Documents
import Exchange
import TestSupport
import Testing

/// What two people sign of an agreement, to the letter.
@Suite struct SignedTexts {
  /// The fixture with every field that an agreement can hold.
  private static func full() throws -> JSON {
    try Fixtures.json("case2-cedar-agreement-v1").applying([
      .set("orientation.mandatedBy", "A court."), .set("orientation.reportedToWhom", "Dates, to the court."),
      .set("openEnded", false), .set("reviewEveryWeeks", 12), .set("sessionBudget", ["sessions": 20, "per": "year"]),
      .set("attendance.rules.r1.stage", 1), .set("attendance.rules.r1.windowDays", 60),
      .set("attendance.rules.r1.periodWeeks", 12), .set("attendance.rules.r1.whenReachedText", "We talk."),
      .set("attendance.rules.r1.grace", "Illness with a note"),
      .set(
        "contact.twentyFourHourRule",
        ["enabled": true, "hours": 24, "appliesTo": "coaching calls", "exceptions": "Never crisis lines."]),
      .set("confidentiality.statement", "Private within limits."), .set("fees.waiver", "Once."),
      .set("fees.dispute", "Ask us."), .set("groupRules", [["id": "gr1", "text": "What is said stays here."]]),
      .set("thirdParties", [["who": "Mother", "toldWhat": "Dates", "consentOn": "2026-01-07"]]),
      .set("complaints", "To the board."), .set("supersedes", "agr-cedar-v0"),
      .set(
        "amendments",
        [
          [
            "clause": "ca1", "from": "Old.", "to": "New.", "why": "It fits.", "proposedBy": "client",
            "effective": "2026-01-07",
          ]
        ]),
    ])
  }

  /// What is no part of sections A to N, or is told there by its place.
  private static let unsigned: Set<String> = [
    "signatures", "copiesGivenOn", "fieldStates", "dismissals", "notes", "answeredBy", "checkAgain",
  ]

  private func leaves(of value: JSON, at path: Path) -> [(Path, JSON)] {
    switch value {
    case .object(let members):
      members.flatMap { key, value in
        key == "strategies" ? [] : leaves(of: value, at: Path(path.steps + [key]))
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, value in
        leaves(of: value, at: Path(path.steps + [value["id"]?.string ?? String(index + 1)]))
      }
    case .null: []
    case .bool, .number, .string: [(path, value)]
    }
  }

  @Test func `One changed letter breaks a signature, at any place`() throws {
    let document = try SignedTexts.full()
    let signed = agreementText(document)
    let own = Set(Envelope.keys).union(SignedTexts.unsigned)
    var letters = 0
    for (path, value) in leaves(of: document, at: Path([])) where !own.contains(path.steps[0]) {
      switch value {
      case .string(let text):
        for index in text.indices {
          var changed = text
          changed.replaceSubrange(index...index, with: text[index] == "x" ? "y" : "x")
          letters += 1
          var other = document
          // An id is the name of its place, too: its element is found by the old one.
          other.apply(.set(path, .string(changed)))
          let isSame = agreementText(other) == signed
          #expect(!isSame, "\(path): \(changed)")
        }
      case .number(let digits):
        letters += 1
        let isSame = agreementText(document.applying([.set(path, .number(digits + "1"))])) == signed
        #expect(!isSame, "\(path)")
      case .bool(let isTrue):
        letters += 1
        let isSame = agreementText(document.applying([.set(path, .bool(!isTrue))])) == signed
        #expect(!isSame, "\(path)")
      case .null, .array, .object: break
      }
    }
    #expect(letters > 3500)
  }

  @Test func `The text is a line a term, in the order of the sections`() throws {
    let text = agreementText(try Fixtures.json("case2-cedar-agreement-v1"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "A. Voluntary: yes")
    #expect(lines.last == "")
    #expect(
      text.contains("D. Client ca2: Do the weekly practice we write down together, or bring what got in the way.\n"))
    #expect(text.contains("F. Rule r1, number: 3\n"))
    #expect(!text.contains("SYN-T1") && !text.contains("prosAndCons") && !text.contains("pros and cons"))
    let sections = lines.dropLast().map { String($0.prefix(1)) }
    #expect(sections == sections.sorted())
  }

  @Test func `What does not belong to the text breaks nothing, and two spellings of a letter are one`() throws {
    let document = try Fixtures.json("case2-cedar-agreement-v1")
    let signed = agreementFingerprint(document)
    let elsewhere = document.applying([
      .set("status", "superseded"), .set("updatedAt", "2027-01-01T00:00:00Z"), .set("copiesGivenOn", nil),
      .set("commitment.strategies", []), .set("signatures", []), .set("clientRef", "SYN-OTHER"),
    ])
    #expect(agreementFingerprint(elsewhere) == signed)
    let composed = document.applying([.set("attendance.notice", "24 hours by t\u{E9}l\u{E9}phone")])
    let decomposed = document.applying([.set("attendance.notice", "24 hours by te\u{301}le\u{301}phone")])
    #expect(agreementFingerprint(composed) == agreementFingerprint(decomposed))
    let broken = document.applying([.set("attendance.notice", "24 hours\nF. Telehealth: never")])
    #expect(agreementText(broken).split(separator: "\n").count == agreementText(document).split(separator: "\n").count)
  }

  @Test(arguments: [JSON.null, 5, "", "a.b", "ca1"])
  func `A clause is signed whatever its id is`(id: JSON) throws {
    var document = try Fixtures.json("case2-cedar-agreement-v1")
    document.apply(.insert(["id": id, "text": "Call first.", "measure": "Log."], into: "clientAgreements", at: 1))
    let text = agreementText(document)
    #expect(text.contains(": Call first.\n") && text.contains(", measure: Log.\n"))
    #expect(text.contains("D. Client ca2: Do the weekly practice"))
    var clauses = document["clientAgreements"]?.array ?? []
    clauses[1].apply(.set("text", "Call never."))
    #expect(agreementText(document.applying([.set("clientAgreements", .array(clauses))])) != text)
  }

  @Test func `No id makes a line, and no two documents have one text`() throws {
    func text(_ clauses: JSON) -> String { agreementText(["clientAgreements": clauses]) }
    let two = text([["id": "a", "text": "Come."], ["id": "b", "text": "Call."]])
    #expect(text([["id": "a: Come.\nD. Client b", "text": "Call."]]) != two)
    #expect(text([["id": "a\nb", "text": "Come."]]) == "D. Client a ¶ b: Come.\n")
    #expect(text([["id": "a: b", "text": "c"]]) != text([["id": "a", "text": "b: c"]]))
    #expect(text([["id": "a, measure", "text": "c"]]) != text([["id": "a", "measure": "c"]]))
    #expect(text([["id": "e\u{301}", "text": "c"]]) == text([["id": "\u{E9}", "text": "c"]]))
  }

  @Test func `What a terminal would obey is visible in the text itself`() {
    let text = agreementText(["fees": ["amount": "10\u{1B}[2J USD\u{202E}", "waiver": "a\u{9B}b\u{7F}"]])
    #expect(text == "J. Fee: 10⟨U+1B⟩[2J USD⟨U+202E⟩\nJ. Waiver: a⟨U+9B⟩b⟨U+7F⟩\n")
    #expect(agreementText(["complaints": "a\r\nb"]) == "N. Complaints: a ¶ b\n")
  }

  @Test func `A signature holds for a version, and where none is said for nothing`() throws {
    let document = try Fixtures.json("case2-cedar-agreement-v1").applying([.remove("version")])
    let fingerprint = agreementFingerprint(document)
    let signature: JSON = ["role": "client", "name": "SYN-CEDAR", "sha256": .string(fingerprint)]
    #expect(SignatureStanding(signature, of: document, fingerprint: fingerprint) == .ofVersion(nil))
  }

  @Test func `Words of a list are said plainly, and people's own as they stand`() throws {
    let document = try Fixtures.json("case2-cedar-agreement-v1").applying([
      .set("goals.g1.text", "skills"), .set("commitment.clientWords", "target"), .set("fees.amount", "notKept"),
    ])
    let said = Dictionary(uniqueKeysWithValues: AgreementTerm.all(of: document).map { ($0.path.description, $0.words) })
    #expect(said["goals.g1.text"] == "skills")
    #expect(said["commitment.clientWords"] == "target")
    #expect(said["fees.amount"] == "notKept")
    #expect(said["targets.1.tier"] == "therapy-interfering")
    #expect(said["targets.3.tier"] == "skills to build")
    #expect(said["fees.payer"] == "self pay")
    #expect(said["safety.safetyPlanStatus"] == "not indicated at present")
    let page = agreementMarkdown(document, crisisLine: "")
    #expect(page.contains("**Goal g1:** skills ") && page.contains("*tier* skills to build"))
  }

  @Test func `All that is signed of a rule is said`() {
    let rule: JSON = [
      "id": "r1", "what": "missed", "counts": "No arrival", "threshold": 3, "stage": 2, "basis": "rolling",
      "windowSessions": 8, "windowDays": 60, "modes": ["individual", "group"], "whenReached": "agreementEnds",
      "whenReachedText": "we say goodbye", "returnText": "In July.", "therapistCancelledCounts": true,
      "clearsWhen": ["attended": 4], "grace": "Illness",
    ]
    #expect(
      AgreementRule.words(rule) == [
        "3 missed sessions in 8 sessions and 60 days, then this agreement ends: we say goodbye.", "Counts: No arrival.",
        "Stage 2.", "Counted in: individual, group.", "The count starts afresh after 4 sessions.", "Way back: In July.",
        "Leaves out: Illness.", "What the therapist cancels counts.",
      ])
  }

  @Test func `A change without a reason ends with its words, and a sentence with one full stop`() {
    let change: JSON = ["clause": "fees.amount", "from": "10", "to": "20"]
    let page = agreementMarkdown(["amendments": [change]], crisisLine: "")
    #expect(page.contains("from “10” to “20”\n"))
    let rule: JSON = ["what": "late", "counts": "No arrival.", "whenReachedText": "We talk.", "grace": "Illness."]
    #expect(
      AgreementRule.words(rule) == ["late arrivals, then We talk.", "Counts: No arrival.", "Leaves out: Illness."])
  }

  @Test func `The code is the first 80 bits in eight groups of two letters`() {
    // `printf 'abc' | sha256sum | xxd -r -p | head -c 10 | base32`
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(signatureCode(of: abc) == "XJ 4B NP 4P AH H6 UQ KB")
    #expect(isSignatureCode("xj4bnp4pahh6uqkb", of: abc))
    #expect(isSignatureCode(" XJ 4B NP 4P-ah h6 uq kb", of: abc))
    #expect(!isSignatureCode("XJ 4B NP 4P AH H6 UQ KC", of: abc))
    #expect(!isSignatureCode("", of: abc))
    #expect(signatureCode(of: "no fingerprint") == nil)
  }
}
