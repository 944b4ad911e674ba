import Checks
import Documents
import TestSupport
import Testing

/// The rows of spec 13.5 that concern missing links.
@Suite struct MissingLinksRows {
  private static let rows: [MutationTable.Row] = [
    .init("nothing", "none") { _ in },
    .init("q3 plan removed", "Q17") { $0.apply(.remove("q3Occurred.plan")) },
    .init("expected.due removed, recurrence = every evening", "none") {
      $0 = $0.applying([.remove("expected.due"), .set("expected.recurrence", "every evening")])
    },
    .init("expected.due removed", "Q01") { $0.apply(.remove("expected.due")) },
    .init("expected.timesExpected = 0", "Q01") { $0.apply(.set("expected.timesExpected", 0)) },
    .init("therapistSide removed", "Q26") { $0.apply(.remove("therapistSide")) },
    .init("all yes, no obstacle, no plan", "none") {
      $0 = $0.applying([
        .set("q3Occurred", ["answer": "yes"]), .set("q4Obstacle", ["answer": "none"]), .set("stoppedAt", "none"),
      ])
    },
    .init("q3 neither obstacle nor plan", "Q16 Q17") { $0.apply(.set("q3Occurred", ["answer": "no"])) },
    .init("q3 plan answered with a state", "none") {
      $0 = $0.applying([.remove("q3Occurred.plan"), .set(Path(["fieldStates", "q3Occurred.plan"]), "unknown")])
    },
    .init("validation emptied", "Q23") { $0.apply(.set("validation", [])) },
    .init("k1.followUpOn = null", "Q25") { $0.apply(.set("commitments.k1.followUpOn", nil)) },
    .init("k1.measure = null", "Q22") { $0.apply(.set("commitments.k1.measure", nil)) },
    .init("k1.strength = 3, no plan for trouble", "none") {
      $0 = $0.applying([.set("commitments.k1.strength", 3), .set("commitments.k1.troubleshooting", [])])
    },
    .init("a promise in the plan", "Q30") { $0.apply(.set("q3Occurred.plan.text", "I promise not to hurt myself.")) },
  ]

  @Test(arguments: rows) func `A change of case 1's missing links gives its findings and no others`(
    row: MutationTable.Row
  ) throws {
    var tree = try Fixtures.json("case1-maple-missing-links")
    row.apply(&tree)
    #expect(try MutationTable.ids(tree) == row.expected)
  }
}
