import Checks
import Documents
import TestSupport
import Testing

/// The rows of spec 13.5 that concern agreements.
@Suite struct AgreementRows {
  private static func clause(_ id: String, _ words: String, _ key: String = "text") -> @Sendable (inout JSON) -> Void {
    { $0.apply(.set(Path(["clientAgreements", id, key]), .string(words))) }
  }

  private static let rows: [MutationTable.Row] = [
    .init("nothing", "none") { _ in },
    .init("therapistAgreements empty", "Q26") { $0.apply(.set("therapistAgreements", [])) },
    .init("therapistAgreements empty, with a state", "Q26") {
      $0 = $0.applying([
        .set("therapistAgreements", []), .set(Path(["fieldStates", "therapistAgreements"]), "declined"),
      ])
    },
    .init("one of mine, four of yours", "Q26") {
      for id in ["ta2", "ta3", "ta4", "ta5"] { $0.apply(.remove(Path(["therapistAgreements", id]))) }
    },
    .init("no examples of mine", "Q26") { $0.apply(.set("tib.therapistExamples", [])) },
    .init("reviewOn = 2026-06-30", "Q27") { $0.apply(.set("reviewOn", "2026-06-30")) },
    .init("effective = null", "Q27") { $0.apply(.set("effective", nil)) },
    .init("ends before effective", "Q27") { $0.apply(.set("ends", "2026-01-07")) },
    .init("ends = null, openEnded = true", "none") {
      $0 = $0.applying([.set("ends", nil), .set("openEnded", true)])
    },
    .init("ends = null", "Q27") { $0.apply(.set("ends", nil)) },
    .init("rules[0].basis = null", "Q28") { $0.apply(.set("attendance.rules.r1.basis", nil)) },
    .init("r1.threshold = 0", "Q28") { $0.apply(.set("attendance.rules.r1.threshold", 0)) },
    .init("r1.basis = percent, windowSessions null", "Q28") {
      $0 = $0.applying([
        .set("attendance.rules.r1.basis", "percent"), .set("attendance.rules.r1.windowSessions", nil),
      ])
    },
    .init("r1.basis = fixedPeriod", "Q28") { $0.apply(.set("attendance.rules.r1.basis", "fixedPeriod")) },
    .init("r1 without therapistCancelledCounts", "Q28") {
      $0.apply(.remove("attendance.rules.r1.therapistCancelledCounts"))
    },
    .init("r1.modes = []", "Q28") { $0.apply(.set("attendance.rules.r1.modes", [])) },
    .init("no rules", "Q28") { $0.apply(.set("attendance.rules", [])) },
    .init("no rules, looked for", "none") {
      $0 = $0.applying([
        .set("attendance.rules", []), .set(Path(["fieldStates", "attendance.rules"]), "noneIdentified"),
      ])
    },
    .init("response[5].returnPath = null", "Q29") { $0.apply(.set("tib.response.6.returnPath", nil)) },
    .init("response emptied", "Q29") { $0.apply(.set("tib.response", [])) },
    .init("r2.returnText removed", "Q29") { $0.apply(.remove("attendance.rules.r2.returnText")) },
    .init("no level-of-care criteria", "Q29") { $0.apply(.set("tib.levelOfCareCriteria", [])) },
    .init("ca4 promises", "Q30", clause("ca4", "I promise not to harm myself during treatment.")),
    .init(
      "ca4 works toward", "none",
      clause("ca4", "Work toward a life without self-harm, and use the crisis plan when urges are high.")),
    .init(
      "ca4 waits with coaching", "none",
      clause("ca4", "I agree I will not call for coaching for 24 hours after self-harm.")),
    .init("statement is absolute", "Q30") {
      $0.apply(.set("confidentiality.statement", "Everything you say is confidential."))
    },
    .init("ca4 is absolute, and the client's own", "none", clause("ca4", "Everything you say is confidential.")),
    .init("notFor sends to 988", "none") {
      $0.apply(.set("contact.notFor", "Do not text me in an emergency; call 988."))
    },
    .init("ca4 bars the crisis line", "Q30", clause("ca4", "You may not call a crisis line without my approval.")),
    .init("ca4 punishes", "Q30", clause("ca4", "We end treatment after any hospital stay.")),
    .init(
      "ca1 phones and promises", "Q30",
      clause("ca1", "We agree to phone each other and I promise not to kill myself.")),
    .init("ca2.measure promises", "Q30", clause("ca2", "I will not hurt myself.", "measure")),
    .init("a promise in an amendment", "Q30") {
      $0.apply(.set("amendments", [["clause": "ca1", "to": "I will not hurt myself."]]))
    },
    .init("a promise in a step", "Q30") { $0.apply(.set("tib.response.2.do", "Promise not to harm yourself.")) },
    .init("contact.hours = null", "Q31") { $0.apply(.set("contact.hours", nil)) },
    .init("contact.offered = none, hours null", "none") {
      $0 = $0.applying([.set("contact.offered", "none"), .set("contact.hours", nil)])
    },
    .init("24-hour rule without exceptions", "Q31") {
      $0.apply(.set("contact.twentyFourHourRule.enabled", true))
    },
    .init("no limits", "Q31") { $0.apply(.set("confidentiality.limitsListed", [])) },
    .init("no crisis set", "Q31") { $0.apply(.set("safety.crisisResourceSet", "")) },
    .init("targets 1 and 2 swapped", "H4") {
      $0 = $0.applying([.set("targets.1.order", 2), .set("targets.2.order", 1)])
    },
    .init("no targets", "H4") { $0.apply(.set("targets", [])) },
    .init("therapist signature removed", "H5") { $0.apply(.remove("signatures.2")) },
    .init("signatures of another version", "H5") { $0.apply(.set("version", 2)) },
    .init("no version on either side", "H5") {
      $0 = $0.applying([.remove("version"), .remove("signatures.1.version"), .remove("signatures.2.version")])
    },
    .init("told in German", "none") {
      $0 = $0.applying([.set("lang", "de"), .set("clientAgreements.ca4.text", "I promise not to harm myself.")])
    },
  ]

  @Test(arguments: rows) func `A change of case 2's agreement gives its findings and no others`(
    row: MutationTable.Row
  ) throws {
    var tree = try Fixtures.json("case2-cedar-agreement-v1")
    row.apply(&tree)
    #expect(try MutationTable.ids(tree) == row.expected)
  }

  @Test(arguments: [JSON.null, 5, "", "a.b", "ca1"])
  func `A promise is found in a clause whatever its id is`(id: JSON) throws {
    var tree = try Fixtures.json("case2-cedar-agreement-v1")
    let clause: JSON = ["id": id, "text": "I promise not to harm myself.", "measure": "Log."]
    tree.apply(.insert(clause, into: "clientAgreements", at: nil))
    #expect(try MutationTable.findings(tree).map(\.check).contains("Q30"))
  }

  @Test func `An agreement review is read for what its changes say, and for nothing else`() throws {
    var tree = try Fixtures.json("case2-cedar-agreement-review")
    #expect(try MutationTable.ids(tree) == "none")
    tree.apply(.set("amendments.1.to", "I will not hurt myself."))
    #expect(try MutationTable.ids(tree) == "Q30")
  }

  @Test func `A finding names the field that would cure it`() throws {
    var tree = try Fixtures.json("case2-cedar-agreement-v1")
    tree = tree.applying([
      .set("reviewOn", nil), .set("attendance.rules.r1.basis", nil), .set("tib.response.6.returnPath", nil),
      .set("confidentiality.limitsListed", []), .remove("signatures.2"), .set("targets", []),
    ])
    let paths = try MutationTable.findings(tree).map { "\($0.check) \($0.path)" }
    #expect(
      paths == [
        "H5 signatures", "Q27 reviewOn", "Q28 attendance.rules.r1", "Q29 tib.response.6", "Q31 confidentiality",
        "H4 targets",
      ])
  }
}
