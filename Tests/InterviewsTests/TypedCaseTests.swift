import Documents
import Forms
import Interviews
import TestSupport
import Testing

@Suite struct TypedCases {
  @Test(arguments: [
    ("case0", "case0-maple-chain"), ("case1", "case1-maple-chain"), ("case2", "case2-cedar-chain-lateness"),
  ])
  func `A typed case folds to its fixture`(name: String, file: String) throws {
    let typed = try TypedCase("\(name)-chain")
    let template = try #require(BuiltIn.template("chain"))
    let now = try #require(Moment(typed.now))
    var tree: JSON = [
      "schema": "attune/chain/1", "kind": "chain", "sessionDate": .string(now.date.description),
      "createdAt": .string(now.description), "form": name == "case0" ? "short" : "full", "scale": "0-100",
      "mode": "inSession",
    ]
    if name == "case1" {
      tree.apply(.set("orientation.priorCommitments", [["ref": "chain-20260202-maple0#k1", "$text": "Eat dinner"]]))
    }
    if name == "case2" { tree.apply(.set("$aboutInterference", true)) }
    var interview = Interview(
      template: template, catalog: BuiltIn.catalog(),
      folding: [Interview.opening(template: template, tree: tree, at: now)])
    var standings = 0
    for line in typed.lines {
      let outcome: Outcome
      if case .command(let command, let rest) = CommandLine(line) {
        outcome = interview.carryOut(command, rest, in: Surroundings(now: now, zone: NewYork(), began: now))
      } else {
        outcome = interview.answer(line, in: Surroundings(now: now, zone: NewYork(), began: now))
      }
      for case .problem(let problem, _) in outcome.remarks { Issue.record("\(line): \(problem)") }
      // What was found by looking only at what an answer touches is what looking everywhere finds.
      #expect(Interview.derived(from: interview.state.tree, template) == [], "\(line)")
      if let standing = interview.standing {
        #expect(standing == interview.guide.standing(), "\(line)")
        standings += 1
      }
    }
    #expect(standings > typed.lines.count / 2)
    let document = Closing(interview.state).document(status: "complete", updatedAt: now)
    var expected = try Fixtures.json(file).comparable
    for key in ["synthetic", "clientRef", "therapistRef", "sessionNumber"] { expected.apply(.remove(Path([key]))) }
    for key in ["commitments", "therapistCommitments", "repair.items"] {
      // What was told later is not typed in the session.
      for id in expected.ids(in: Path(key)) {
        for field in ["outcome", "outcomeOn"] { expected.apply(.remove(Path("\(key).\(id).\(field)"))) }
      }
    }
    if name == "case2" { expected.apply(.set("repair.items.r1.status", "planned")) }
    #expect(document.comparable.differences(from: expected) == [])
    #expect(interview.state.cursor == nil)
    #expect(interview.state.doubts == [])
  }
}
