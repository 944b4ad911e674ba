import Checks
import Documents
import Forms
import TestSupport
import Testing

/// The rows of spec 13.5 that concern chains: each change alone gives exactly the findings shown.
@Suite struct MutationTable {
  struct Row: CustomTestStringConvertible, Sendable {
    let change: String
    let expected: String
    let apply: @Sendable (inout JSON) -> Void
    init(_ change: String, _ expected: String, _ apply: @escaping @Sendable (inout JSON) -> Void) {
      self.change = change
      self.expected = expected
      self.apply = apply
    }
    var testDescription: String { change }
  }

  static func findings(_ tree: JSON) throws -> [Finding] {
    let wording = WordingLists(try #require(BuiltIn.tree("wording")))
    return Checks.findings(in: Checked(tree, wording: wording, catalog: BuiltIn.catalog()))
  }

  static func ids(_ tree: JSON) throws -> String {
    let found = try findings(tree).map(\.check)
    var unique: [String] = []
    for id in found.sorted() where !unique.contains(id) { unique.append(id) }
    return unique.isEmpty ? "none" : unique.joined(separator: " ")
  }

  @Test(arguments: ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"])
  func `A fixture is clean`(name: String) throws {
    #expect(try MutationTable.findings(Fixtures.json(name)) == [])
  }

  @Test(arguments: case1)
  func `A change of case 1 gives its findings and no others`(row: Row) throws {
    var tree = try Fixtures.json("case1-maple-chain")
    row.apply(&tree)
    #expect(try MutationTable.ids(tree) == row.expected)
  }

  @Test func `A chain about lateness wants the therapist's part`() throws {
    var tree = try Fixtures.json("case2-cedar-chain-lateness")
    tree.apply(.remove("therapistPart"))
    #expect(try MutationTable.ids(tree) == "Q26")
  }
}

extension JSON {
  fileprivate mutating func set(_ path: Path, _ value: JSON) { apply(.set(path, value)) }
  fileprivate mutating func drop(_ list: Path, _ ids: String...) {
    for id in ids { apply(.remove(list.appending(id))) }
  }
  fileprivate mutating func all(_ list: Path, _ key: String, _ value: JSON) {
    for element in self[list]?.array ?? [] {
      if let id = element["id"]?.string { apply(.set(list.appending(id).appending(key), value)) }
    }
  }
  fileprivate mutating func state(_ path: String, _ state: String) {
    apply(.set(Path(["fieldStates", path]), .string(state)))
  }
}

private let gateFields = [
  "clinicianPresent", "currentDanger", "medicalNeed", "riskAssessment", "method", "safetyPlanReviewed", "meansSafety",
  "documentedElsewhere", "consultPlanned",
]

extension MutationTable {
  private static func gated(_ danger: JSON) -> @Sendable (inout JSON) -> Void {
    { tree in
      tree.set("target.tags", ["selfHarm"])
      for (key, value) in (try? Fixtures.json("gate-complete"))?.object ?? [:] {
        tree.set(Path(["safetyGate", key]), value)
      }
      tree.set("safetyGate.currentDanger", danger)
    }
  }

  static let case1: [Row] = wording + chainRows + planRows + safetyRows

  private static let wording: [Row] = [
    Row("behavior = Lost it and drank too much again", "Q02") {
      $0.set("target.behavior", "Lost it and drank too much again")
    },
    Row("target.place = null", "Q01") { $0.set("target.place", nil) },
    Row("behavior gains 'as she always does'", "Q03") { tree in
      tree.set("target.behavior", .string((tree["target.behavior" as Path]?.string ?? "") + " as she always does"))
    },
    Row("behavior gains a quotation", "none") { tree in
      let text = tree["target.behavior" as Path]?.string ?? ""
      tree.set("target.behavior", .string(text + " while \"he lost it\" was on the radio"))
    },
    Row("commitment promises not to harm", "Q30") {
      $0.set("commitments.k1.text", "I promise not to harm myself this week.")
    },
    Row("the same with a curly apostrophe", "Q30") { $0.set("commitments.k1.text", "I won’t harm myself") },
  ]

  private static let chainRows: [Row] = [
    Row("promptingEvent.external = false", "Q04") { $0.set("promptingEvent.external", false) },
    Row("promptingEvent.at two days earlier", "Q05") { $0.set("promptingEvent.at", "2026-02-04T18:10:00-05:00") },
    Row("vulnerabilities emptied", "Q06") {
      $0.set("vulnerabilities", [])
      $0.drop("solutions", "s1", "s2")
    },
    Row("links only l1, l2, l4, l9", "Q07 Q10 Q12") { $0.drop("links", "l3", "l5", "l6", "l7", "l8", "l10") },
    Row("remove l4, l7", "Q08 Q16") { $0.drop("links", "l4", "l7") },
    Row("remove l2, l8", "Q09 Q16") { $0.drop("links", "l2", "l8") },
    Row("remove l3", "Q10") { $0.drop("links", "l3") },
    Row("l4 felt rejected", "Q11") {
      $0.set("links.l4.text", "Felt rejected")
      $0.set("links.l4.emotion", nil)
    },
    Row("remove l6, l7, l8", "Q12") { $0.drop("links", "l6", "l7", "l8") },
    Row("all key = false", "Q13") { $0.all("links", "key", false) },
    Row("all effect = unclear", "Q14") { $0.all("consequences", "effect", "unclear") },
    Row("remove c5", "Q15") { $0.drop("consequences", "c5") },
    Row("startedAt a date alone", "none") { $0.set("target.startedAt", "2026-02-06") },
    Row("startedAt = null", "Q01") { $0.set("target.startedAt", nil) },
    Row("startedAt = null, unknown", "none") {
      $0.set("target.startedAt", nil)
      $0.state("target.startedAt", "unknown")
    },
    Row("amount in words alone", "none") {
      $0.set("target.amount", ["text": "about two bottles"])
      $0.set("target.durationMinutes", nil)
      $0.set("target.intensity", nil)
    },
    Row("an inner cue, and outside was asked", "none") {
      $0.set("promptingEvent.external", false)
      $0.set("promptingEvent.internalCue", "heart racing")
      $0.set("promptingEvent.askedOutside", true)
    },
    Row("remove l3, body looked for", "none") {
      $0.drop("links", "l3")
      $0.state("links.body", "noneIdentified")
    },
    Row("l4.intensity = null", "Q11") { $0.set("links.l4.intensity", nil) },
    Row("l4 felt like crying", "none") { $0.set("links.l4.text", "Felt like crying") },
    Row("l9 past midnight", "Q12") {
      $0.set("links.l9.at", "00:30")
      $0.set("links.l9.dayOffset", 1)
    },
    Row("links.l4.intensity = high", "Q11") { $0.set("links.l4.intensity", "high") },
  ]

  private static let planRows: [Row] = [
    Row("s4.ref = null", "Q16 Q17") { $0.set("solutions.s4.ref", nil) },
    Row("s7.chosen = false", "Q17") { $0.set("solutions.s7.chosen", false) },
    Row("s5.plan = TIP skills", "Q18") { $0.set("solutions.s5.plan", "TIP skills") },
    Row("all rehearsed = false", "Q19") { $0.all("solutions", "rehearsed", false) },
    Row("s3.chosen = false", "Q20") { $0.set("solutions.s3.chosen", false) },
    Row("repair = null", "Q21") { $0.set("repair", nil) },
    Row("repair not indicated, its item kept", "Q21") { $0.set("repair.indicated", false) },
    Row("k1 5 of 10 without a plan", "Q22") {
      $0.set("commitments.k1.strength", 5)
      $0.set("commitments.k1.troubleshooting", [])
    },
    Row("validation empty", "Q23") { $0.set("validation", []) },
    Row("validation later, in a draft", "none") {
      $0.set("validation", [])
      $0.state("validation", "later")
      $0.set("status", "draft")
    },
    Row("validation later, complete", "Q23") {
      $0.set("validation", [])
      $0.state("validation", "later")
    },
    Row("validation level 8", "none") { $0.set("validation", [["ref": "l4", "level": 8, "text": "It would sting."]]) },
    Row("k1.followUpOn = null", "Q25") { $0.set("commitments.k1.followUpOn", nil) },
    Row("s5 is cold water", "H1") { $0.set("solutions.s5.skill", "dt.tip.temperature") },
    Row("s5 is checking the facts", "H2") { $0.set("solutions.s5.skill", "er.checkFacts") },
    Row("0-5, l4 at 5, s5 checks the facts", "H2") {
      $0.set("scale", "0-5")
      $0.set("links.l4.intensity", 5)
      $0.set("solutions.s5.skill", "er.checkFacts")
    },
  ]

  private static let safetyRows: [Row] = [
    Row("something else that happened: self-harm", "Q24") {
      $0.set("target.alsoHappened", [["text": "Cut once.", "tags": ["selfHarm"]]])
    },
    Row("tags = selfHarm", "Q24") { $0.set("target.tags", ["selfHarm"]) },
    Row("selfHarm, gate complete", "none", gated("no")),
    Row("the same, danger unsure", "Q24", gated("unsure")),
    Row("selfHarm, the gate declined", "Q24") {
      $0.set("target.tags", ["selfHarm"])
      $0.state("safetyGate", "declined")
    },
    Row("selfHarm, gate absent, every field declined", "Q24") { tree in
      tree.set("target.tags", ["selfHarm"])
      tree.apply(.remove("safetyGate"))
      for field in gateFields { tree.state("safetyGate.\(field)", "declined") }
    },
    Row("gate required", "Q24") { $0.set("safetyGate.required", true) },
    Row("asked, suicidal yes", "Q24") { $0.set("safetyGate.asked.suicidal", "yes") },
    Row("asked, self-harm declined", "Q24") {
      $0.apply(.remove("safetyGate.asked.selfHarm"))
      $0.state("safetyGate.asked.selfHarm", "declined")
    },
  ]
}
