import Documents
import Forms
import Interviews
import TestSupport
import Testing

@Suite struct Labels {
  @Test(arguments: [
    ("p1 cope: Walk to the window.", "er.copeAhead", "skill", "Walk to the window."),
    ("p1 cope ahead: Walk to the window.", "er.copeAhead", "skill", "Walk to the window."),
    ("p1 check the facts: Read it again.", "er.checkFacts", "cognitive", "Read it again."),
    ("p1 stimulus control burning bridges: Ask him.", "dt.burningBridges", "stimulusControl", "Ask him."),
    ("paced breathing p1: Three minutes.", "dt.tip.pacedBreathing", "skill", "Three minutes."),
  ])
  func `A skill is named by a word of its name or by all of them`(
    line: String, skill: String, kind: String, plan: String
  ) throws {
    let now = try #require(Moment("2026-02-09T16:05:00-05:00"))
    let here = Surroundings(now: now, zone: NewYork(), began: now)
    let template = try #require(BuiltIn.template("chain"))
    let tree: JSON = [
      "schema": "attune/chain/1", "kind": "chain", "form": "full", "scale": "0-100",
      "promptingEvent": ["id": "p1", "description": "An email arrived."],
    ]
    var interview = Interview(
      template: template, catalog: BuiltIn.catalog(),
      folding: [Interview.opening(template: template, tree: tree, at: now)])
    _ = interview.carryOut(.jump, "solutions", in: here)
    _ = interview.answer(line, in: here)
    let solution = interview.state.tree["solutions"]?.array?.first
    #expect(solution?["ref"] == "p1")
    #expect(solution?["skill"]?.string == skill)
    #expect(solution?["kind"]?.string == kind)
    #expect(solution?["plan"]?.string == plan)
  }
}
