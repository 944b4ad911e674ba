import Checks
import Documents
import TestSupport
import Testing

/// The rows of spec 13.5 that concern a reflection, and what states and wrong types do.
@Suite struct ReflectionRows {
  private static let rows: [MutationTable.Row] = [
    .init("nothing", "none") { _ in },
    .init("intensity 85, regulated null", "Q35") {
      $0 = $0.applying([.set("annoyance.intensity", 85), .set("annoyance.regulated", nil)])
    },
    .init("intensity 70, regulated blank", "Q35") {
      $0 = $0.applying([.set("annoyance.intensity", 70), .set("annoyance.regulated", " ")])
    },
    .init("intensity 69, regulated null", "none") {
      $0 = $0.applying([.set("annoyance.intensity", 69), .set("annoyance.regulated", nil)])
    },
    .init("intensity 85, settled", "none") { $0.apply(.set("annoyance.intensity", 85)) },
    .init("intensity 85, regulated answered with a state", "none") {
      $0 = $0.applying([
        .set("annoyance.intensity", 85), .remove("annoyance.regulated"),
        .set(Path(["fieldStates", "annoyance.regulated"]), "declined"),
      ])
    },
    .init("intensity 85, regulated later, and complete", "Q35") {
      $0 = $0.applying([
        .set("annoyance.intensity", 85), .remove("annoyance.regulated"),
        .set(Path(["fieldStates", "annoyance.regulated"]), "later"),
      ])
    },
    .init("intensity no number", "none") {
      $0 = $0.applying([.set("annoyance.intensity", "85"), .remove("annoyance.regulated")])
    },
    .init("two flags, no next steps", "Q35") {
      $0 = $0.applying([.set("undertreatment.flags", ["repeatedTib", "avoidedRaising"]), .set("nextSteps", [])])
    },
    .init("two flags, a step without a date", "Q35") {
      $0 = $0.applying([
        .set("undertreatment.flags", ["repeatedTib", "avoidedRaising"]),
        .set("nextSteps", [["rung": "consult", "text": "Ask.", "by": "soon"]]),
      ])
    },
    .init("two flags, a dated step", "none") {
      $0.apply(.set("undertreatment.flags", ["repeatedTib", "avoidedRaising"]))
    },
    .init("one flag twice, no next steps", "none") {
      $0 = $0.applying([.set("undertreatment.flags", ["repeatedTib", "repeatedTib"]), .set("nextSteps", [])])
    },
    .init("a flag and an unknown word, no next steps", "none") {
      $0 = $0.applying([.set("undertreatment.flags", ["repeatedTib", "tired"]), .set("nextSteps", [])])
    },
    .init("flags = [functionDown], no next steps", "Q35") {
      $0 = $0.applying([.set("undertreatment.flags", ["functionDown"]), .set("nextSteps", [])])
    },
    .init("flags = [worsening], next steps declined", "none") {
      $0 = $0.applying([
        .set("undertreatment.flags", ["worsening"]), .set("nextSteps", []),
        .set(Path(["fieldStates", "nextSteps"]), "declined"),
      ])
    },
    .init("recordClass = clinicalRecord", "Q36") { $0.apply(.set("recordClass", "clinicalRecord")) },
    .init("recordClass = administrative", "Q36") { $0.apply(.set("recordClass", "administrative")) },
    .init("recordClass removed", "Q36") { $0.apply(.remove("recordClass")) },
    .init("recordClass removed, answered with a state", "Q36") {
      $0 = $0.applying([.remove("recordClass"), .set(Path(["fieldStates", "recordClass"]), "notApplicable")])
    },
    .init("recordClass = psychotherapyNote", "none") { $0.apply(.set("recordClass", "psychotherapyNote")) },
  ]

  @Test(arguments: rows) func `A change of case 2's reflection gives its findings and no others`(
    row: MutationTable.Row
  ) throws {
    var tree = try Fixtures.json("case2-cedar-reflection-PRIVATE")
    row.apply(&tree)
    #expect(try MutationTable.ids(tree) == row.expected)
  }
}
