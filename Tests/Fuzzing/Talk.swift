import Documents
import Forms
import Interviews

/// An interview that is talked to, on Monday 9 February 2026 at 16:05 in New York.
struct Talk {
  static let now = CivilDate(dayNumber: 20_493).at(16, 5)
  static let chain = BuiltIn.template("chain")
  /// The chain with no more in it than the behavior and the links, which answers ten times as fast.
  static let shortChain: Template? = {
    guard var tree = BuiltIn.tree("chain") else { return nil }
    let sections = (tree["sections"]?.array ?? []).filter { $0["id"] == "behavior" || $0["id"] == "links" }
    tree.apply(.set("sections", .array(sections)))
    do throws(TemplateProblem) { return try Template(tree) } catch { return nil }
  }()
  static let catalog = BuiltIn.catalog()

  private(set) var interview: Interview
  private(set) var events: [Event]
  private(set) var outcome = Outcome()
  private let surroundings = Surroundings(now: Talk.now, zone: Eastern(), began: Talk.now)

  var tree: JSON { interview.state.tree }

  init(_ template: Template, _ members: JSON.Members) {
    var tree: JSON.Members = [
      "schema": "attune/chain/1", "kind": "chain", "sessionDate": .string(Talk.now.date.description),
      "createdAt": .string(Talk.now.description), "form": "full", "scale": "0-100", "mode": "inSession",
    ]
    for (key, value) in members { tree[key] = value }
    events = [Interview.opening(template: template, tree: .object(tree), at: Talk.now)]
    interview = Interview(template: template, catalog: Talk.catalog, folding: events)
  }

  /// An interview that was folded already.
  init(_ interview: Interview, after events: [Event]) {
    self.interview = interview
    self.events = events
  }

  /// Types a line, a command or an answer.
  mutating func say(_ line: String) {
    switch CommandLine(line) {
    case .command(let command, let rest): outcome = interview.carryOut(command, rest, in: surroundings)
    case .answer(let text): outcome = interview.answer(text, in: surroundings)
    case .unknown: outcome = Outcome()
    }
    events += outcome.events
  }

  /// What the journal would keep of it folds to the same interview, at a resume.
  func holdFolds() throws(Finding) {
    var kept: [Event] = []
    for event in events {
      try holdRereads(event.json, within: .journalLine)
      guard let again = Event(event.json) else { throw Finding(words: "the journal does not read \(event.what)") }
      try hold(again == event, "the journal reads another \(event.what)")
      kept.append(again)
    }
    let resumed = Interview(template: interview.template, catalog: Talk.catalog, folding: kept)
    try hold(resumed.state == interview.state, "a resumed interview is another one")
  }
}

private struct Eastern: Zone {
  let name = "America/New_York"
  func offset(at time: TimeOfDay, on date: CivilDate) -> Int { -5 * 3600 }
}

extension CivilDate {
  fileprivate func at(_ hour: Int, _ minute: Int) -> Moment {
    Moment(date: self, time: TimeOfDay(hour: hour, minute: minute) ?? .midnight, offset: -5 * 3600)
  }
}
