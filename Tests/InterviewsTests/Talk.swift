import Documents
import Forms
import Interviews
import TestSupport
import Testing

/// An interview that a test talks to, on Monday 9 February 2026 at 16:05 in New York.
struct Talk {
  static let now = "2026-02-09T16:05:00-05:00"
  private(set) var interview: Interview
  private(set) var remarks: [Remark] = []
  private(set) var events: [Event]
  private let surroundings: Surroundings

  /// Begins at a place of the chain form, in a document that holds `tree` already.
  init(at place: String? = nil, _ tree: JSON.Members = [:], now: String = Talk.now) throws {
    let moment = try Talk.required(Moment(now))
    var members: JSON.Members = [
      "schema": "attune/chain/1", "kind": "chain", "sessionDate": .string(moment.date.description),
      "createdAt": .string(now), "form": "full", "scale": "0-100", "mode": "inSession",
    ]
    for (key, value) in tree { members[key] = value }
    let template = try Talk.required(BuiltIn.template("chain"))
    let opening = Interview.opening(template: template, tree: .object(members), at: moment)
    interview = Interview(template: template, catalog: BuiltIn.catalog(), folding: [opening])
    events = [opening]
    surroundings = Surroundings(now: moment, zone: NewYork(), began: moment)
    if let place { say("/jump \(place)") }
  }

  struct Missing: Error {}
  private static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }

  /// Types a line, a command or an answer.
  mutating func say(_ line: String) {
    let outcome: Outcome
    switch CommandLine(line) {
    case .command(let command, let rest): outcome = interview.carryOut(command, rest, in: surroundings)
    case .answer(let text): outcome = interview.answer(text, in: surroundings)
    case .unknown: outcome = Outcome()
    }
    if let standing = interview.standing {
      #expect(standing == interview.guide.standing(), "What an answer touches was not all looked at: \(line)")
    }
    remarks = outcome.remarks
    events += outcome.events
  }

  mutating func say(_ lines: [String]) { for line in lines { say(line) } }

  var tree: JSON { interview.state.tree }
  var place: Place? { interview.state.cursor }
  var doubt: Doubt.Fact? { interview.state.doubts.first?.fact }

  var problem: AnswerProblem? {
    for case .problem(let problem, _) in remarks { return problem }
    return nil
  }

  /// The value at a path as one line of JSON; `nothing` where there is none.
  func value(_ path: String) -> String { tree[Path(path)]?.compact ?? "nothing" }
}
