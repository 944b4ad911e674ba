import Documents
import Forms
import Interviews
import TestSupport
import Testing

/// The lines of a reflection: practiced ones, and plain words.
@Suite struct ReflectionLines {
  /// The form, at one of its questions, on Thursday 5 February 2026.
  private func tree(at question: String, _ lines: [String], with members: JSON.Members = [:]) throws -> JSON {
    let now = try #require(Moment("2026-02-05T08:30:00-05:00"))
    let template = try #require(BuiltIn.template("reflect"))
    var tree: JSON.Members = ["kind": "reflection", "sessionDate": "2026-02-04", "mode": "therapistOnly"]
    for (key, value) in members { tree[key] = value }
    let opening = Interview.opening(template: template, tree: .object(tree), at: now)
    var interview = Interview(template: template, catalog: BuiltIn.catalog(), folding: [opening])
    let surroundings = Surroundings(now: now, zone: NewYork(), began: now)
    _ = interview.carryOut(.jump, question, in: surroundings)
    for line in lines { _ = interview.answer(line, in: surroundings) }
    return interview.state.tree
  }

  @Test(
    arguments: [
      (
        "consult Fri peer group: Ask how they say it.",
        ["rung": "consult", "by": "2026-02-06", "with": "peer group", "text": "Ask how they say it."]
      ),
      (
        "conv 11 Feb client: The conversation: both parts.",
        ["rung": "conversation", "by": "2026-02-11", "with": "client", "text": "The conversation: both parts."]
      ),
      ("self tomorrow Read my notes.", ["rung": "selfReview", "by": "2026-02-06", "text": "Read my notes."]),
      (
        "level of care next session team: What is enough?",
        ["rung": "levelOfCare", "by": "2026-02-11", "with": "team", "text": "What is enough?"]
      ),
      (
        "paid consult 2026-02-20 trauma expert: What am I missing?",
        ["rung": "paidConsult", "by": "2026-02-20", "with": "trauma expert", "text": "What am I missing?"]
      ),
      ("consult with the team: Ask.", ["rung": "consult", "with": "the team", "text": "Ask."]),
      ("Ask the group: what would they say?", ["text": "Ask the group: what would they say?"]),
      (
        "consult with the group on how to say it",
        ["rung": "consult", "text": "consult with the group on how to say it"]
      ),
    ] as [(String, JSON)])
  func `A step is read with its rung, its day and whom, and plain words are the step`(line: String, step: JSON) throws {
    let read = try tree(at: "nextSteps", [line])["nextSteps"]?.array ?? []
    #expect(read.count == 1)
    #expect((read.first ?? .null).comparable == step.comparable)
  }

  @Test func `Plain words are asked on for their rung and their day`() throws {
    let read = try tree(at: "nextSteps", ["Ask the group how they say it.", "consult", "Fri"])
    #expect(
      (read["nextSteps"]?.array?.first ?? .null).comparable
        == (["rung": "consult", "by": "2026-02-06", "text": "Ask the group how they say it."] as JSON).comparable)
  }

  @Test(
    arguments: [
      (["Warm and vague. 7 4"], ["note": "Warm and vague.", "attunement": 7, "accountability": 4]),
      (["7 4"], ["attunement": 7, "accountability": 4]),
      (["Warm and vague.", "7", "4"], ["note": "Warm and vague.", "attunement": 7, "accountability": 4]),
    ] as [([String], JSON)])
  func `Balance is two numbers, with words or without`(lines: [String], balance: JSON) throws {
    #expect(try (tree(at: "balance", lines)["balance"] ?? .null).comparable == balance.comparable)
  }

  @Test(
    arguments: [
      (
        ["PHQ-9 14 13 28 Jan"],
        ["measure": "PHQ-9", "baselineScore": 14, "lastScore": 13, "lastMeasuredOn": "2026-01-28"]
      ),
      (["PHQ-9 13 28 Jan"], ["measure": "PHQ-9", "lastScore": 13, "lastMeasuredOn": "2026-01-28"]),
      (["PHQ-9", "13", "yesterday"], ["measure": "PHQ-9", "lastScore": 13, "lastMeasuredOn": "2026-02-04"]),
    ] as [([String], JSON)])
  func `A measure is its name, its totals and the day, asked for where they are missing`(
    lines: [String], measure: JSON
  ) throws {
    #expect(try (tree(at: "measure", lines)["undertreatment"] ?? .null).comparable == measure.comparable)
  }

  @Test func `Plain words at the first question are what happened, and the rest is asked`() throws {
    let read = try tree(at: "annoyance", ["The door opened at 5:22.", "y", "85"])
    #expect(
      (read["annoyance"] ?? .null).comparable
        == (["prompt": "The door opened at 5:22.", "present": "yes", "intensity": 85, "scale": "0-100"] as JSON)
        .comparable)
    #expect(try (tree(at: "annoyance", ["n"])["annoyance"] ?? .null) == ["present": "no"])
  }

  @Test func `What keeps it going is a line each, and can be changed`() throws {
    let read = try tree(at: "contributions", ["Started late.", "Smiled; said nothing.", "1: Started late twice.", ""])
    #expect(read["ownPart"] == ["contributions": ["Started late twice.", "Smiled; said nothing."]])
    #expect(try tree(at: "contributions", [""])["ownPart"] == nil)
  }
}
