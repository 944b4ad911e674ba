import Documents
import Forms
import Interviews
import TestSupport
import Testing

/// An agreement as it is asked: rules of attendance, what is offered whole, changes of what stands.
@Suite struct AgreementTalks {
  static let now = Moment("2026-01-07T17:20:00-05:00")

  final class Talk {
    var interview: Interview
    let surroundings: Surroundings

    init(_ name: String, at question: String? = nil, _ tree: JSON = [:]) throws {
      let template = try #require(BuiltIn.template(name))
      let now = try #require(AgreementTalks.now)
      var opening: JSON = ["kind": "agreement", "sessionDate": "2026-01-07", "mode": "inSession", "version": 1]
      for (key, value) in tree.object ?? [:] { opening.apply(.set(Path([key]), value)) }
      interview = Interview(
        template: template, catalog: BuiltIn.catalog(),
        folding: [Interview.opening(template: template, tree: opening, at: now)],
        seal: { String(describing: $0["clientAgreements"]) })
      surroundings = Surroundings(now: now, zone: NewYork(), began: now)
      if let question { _ = interview.carryOut(.jump, question, in: surroundings) }
    }

    @discardableResult func say(_ lines: String...) -> [Remark] {
      lines.flatMap { line -> [Remark] in
        if case .command(let command, let rest) = CommandLine(line) {
          return interview.carryOut(command, rest, in: surroundings).remarks
        }
        return interview.answer(line, in: surroundings).remarks
      }
    }

    var tree: JSON { interview.state.tree }
    func at(_ path: Path) -> JSON? { tree[path] }
  }

  @Test(
    arguments: [
      ("/drop t1", ["targets.1.tier": "unknown", "targets.2.baseline": "declined"]),
      ("/move t3 before t1", ["targets.1.baseline": "declined", "targets.3.tier": "unknown"]),
      ("/move t2 after t3", ["targets.2.baseline": "declined", "targets.3.tier": "unknown"]),
    ] as [(String, JSON)]) func `Where targets have no ids, what was said of one goes where it goes`(
      command: String, states: JSON
    ) throws
  {
    let targets: JSON = [["behavior": "One."], ["behavior": "Two."], ["behavior": "Three."]]
    let talk = try Talk(
      "agreement",
      ["targets": targets, "fieldStates": ["targets.2.tier": "unknown", "targets.3.baseline": "declined"]])
    talk.say(command)
    let there = try #require(talk.at("fieldStates")?.object)
    #expect(there.count == 2)
    for (key, state) in states.object ?? [:] { #expect(there[key] == state, "\(key): \(there)") }
  }

  @Test func `The typed case stands at every line as it would if all were looked at anew`() throws {
    let talk = try Talk("agreement")
    for line in try TypedCase("case2-agreement").lines {
      let outcome = talk.interview.answer(line, in: talk.surroundings)
      for case .problem(let problem, _) in outcome.remarks { Issue.record("\(line): \(problem)") }
      #expect(Interview.derived(from: talk.tree, talk.interview.template) == [], "\(line)")
      if let standing = talk.interview.standing { #expect(standing == talk.interview.guide.standing(), "\(line)") }
    }
    #expect(talk.interview.state.cursor == nil)
    #expect(talk.at("signatures")?.array?.count == 2)
  }

  @Test(arguments: [
    ("late 10: 3 in 8 -> conversation; clears 4 of 4", "3 late arrivals of 10+ minutes in 8 sessions"),
    ("missed: 4 in a row -> review", "4 missed sessions in a row"),
    ("missed: 4 weeks in a row -> review", "4 weeks in a row of missed sessions"),
    ("missed: 5 in all -> name it", "5 missed sessions in all"),
    ("missed: 3 in 30 days -> contract", "3 missed sessions in 30 days"),
    ("left early 15: 20% of 10 -> review", "20% early leavings of 15+ minutes of 10 sessions"),
    ("work not done: 3 each 12 weeks -> conversation", "3 times practice not done in each 12 weeks"),
  ])
  func `A rule is read in one line, and nothing more is asked`(line: String, sentence: String) throws {
    let talk = try Talk("agreement", at: "rules", ["format": ["modes": [["mode": "individual"]]]])
    talk.say(line)
    let rule = try #require(talk.at("attendance.rules.r1"))
    #expect(Agreement.sentence(ofRule: rule) == sentence)
    #expect(rule["modes"] == ["individual"])
    #expect(rule["therapistCancelledCounts"] == false)
    #expect(rule["whenReached"] != nil)
    #expect(talk.interview.state.cursor == Place("rules"))
  }

  @Test func `A rule in plain words stays as it was typed, and what it lacks is asked field by field`() throws {
    let talk = try Talk("agreement", at: "rules", ["format": ["modes": [["mode": "individual"]]]])
    talk.say("Three times too late and we talk")
    #expect(talk.at("attendance.rules.r1.counts") == "Three times too late and we talk")
    talk.say("late", "10", "3 in 8", "conversation")
    #expect(talk.interview.state.cursor == Place("rules"))
    let rule = try #require(talk.at("attendance.rules.r1"))
    #expect(Agreement.sentence(ofRule: rule) == "3 late arrivals of 10+ minutes in 8 sessions")
    #expect(rule["counts"] == "Three times too late and we talk")
  }

  @Test func `The way back of a rule that ends is asked where it is not said`() throws {
    let talk = try Talk("agreement", at: "rules", ["format": ["modes": [["mode": "individual"]]]])
    talk.say("missed: 4 in a row -> ends")
    #expect(talk.interview.state.cursor?.field == "returnText")
    talk.say("From July on.")
    #expect(talk.at("attendance.rules.r1.returnText") == "From July on.")
  }

  @Test func `A preset is taken by its number, and no count is an answer`() throws {
    let talk = try Talk("agreement", at: "rules", ["format": ["modes": [["mode": "group"]]], "ends": "2026-07-08"])
    talk.say("1")
    let rule = try #require(talk.at("attendance.rules.r1"))
    #expect(rule["basis"] == "consecutiveWeeks" && rule["threshold"] == 4 && rule["whenReached"] == "agreementEnds")
    #expect(rule["returnText"]?.string?.contains("Wednesday 8 July") == true)
    let none = try Talk("agreement", at: "rules")
    none.say("3")
    #expect(none.at("attendance.rules")?.isEmpty ?? true)
    #expect(none.tree["fieldStates"]?["attendance.rules"] == "noneIdentified")
    #expect(none.interview.state.cursor == Place("notice"))
  }

  @Test func `Notice of another length changes what counts as missed`() throws {
    let talk = try Talk("agreement", at: "rules")
    talk.say("missed: 4 in a row -> review", "", "48 hours by text y")
    #expect(talk.at("attendance.rules.r1.counts") == "No arrival, or cancelled under 48 hours")
  }

  @Test func `An offered list is taken whole, changed by line, and grown`() throws {
    let talk = try Talk("agreement", at: "criteria")
    let brought = talk.say("2")
    #expect(brought.contains(.brings("2: Two or more missed sessions in four weeks because of symptoms")))
    talk.say("2: Three missed sessions in a month", "-5 -6", "No sleep for three nights")
    #expect(
      talk.at("tib.levelOfCareCriteria") == [
        "No reliable improvement on the agreed measure by session 12", "Three missed sessions in a month",
        "Any new safety concern", "Daily functioning drops: work, eating, sleep or self-care",
        "No sleep for three nights",
      ])
    #expect(talk.interview.state.cursor == Place("criteria"))
    talk.say("")
    #expect(talk.interview.state.cursor != Place("criteria"))
    #expect(talk.say("/jump criteria", "-9").contains { if case .problem = $0 { true } else { false } })
    talk.say("/undo", "/undo")
    #expect(talk.at("tib.levelOfCareCriteria")?.array?.count == 4)
  }

  @Test func `Steps keep their numbers, and name the rules that call for a conversation`() throws {
    let rule: JSON = ["id": "r1", "whenReached": "accountabilityConversation"]
    let talk = try Talk("agreement", at: "response", ["attendance": ["rules": [rule]]])
    talk.say("-2 -7", "Step back | We pause for a week. | A call. | Back on the day agreed.", "")
    let steps = talk.at("tib.response")?.array ?? []
    #expect(steps.map { $0["step"] } == [1, 2, 3, 4, 5, 6])
    #expect(steps[1]["do"] == "At threshold r1. Both sides' part on the table.")
    #expect(
      steps[5] == [
        "name": "Step back", "do": "We pause for a week.", "repair": "A call.", "returnPath": "Back on the day agreed.",
        "step": 6,
      ])
    let without = try Talk("agreement", at: "response")
    without.say("")
    #expect(without.at("tib.response.3.do") == "Both sides' part on the table.")
  }

  @Test func `What has no id is named by its place, and stays in order`() throws {
    let talk = try Talk("agreement", at: "targets")
    talk.say("t less: Arriving late by ten minutes.", "s more: Leaving with a margin.", "/insert before t2")
    talk.say("q less: Missing shifts at work.")
    #expect(talk.at("targets")?.array?.map { $0["tier"] } == ["therapyInterfering", "qualityOfLife", "skills"])
    #expect(talk.at("targets")?.array?.map { $0["order"] } == [1, 2, 3])
    #expect(talk.at("targets")?.array?.allSatisfy { $0["id"] == nil } == true)
    talk.say("/move t3 before t1")
    #expect(talk.at("targets.1.tier") == "skills")
    talk.say("/drop t1")
    #expect(talk.at("targets")?.array?.map { $0["order"] } == [1, 2])
    talk.say("/edit t2", "q more: Coming to all shifts at work.")
    #expect(talk.at("targets.2.behavior") == "Coming to all shifts at work.")
  }

  @Test func `Fewer limits than three get a question`() throws {
    let talk = try Talk("agreement", at: "limits")
    talk.say("-1 -2 -3 -4")
    #expect(talk.say("").contains { if case .say(let text) = $0 { text.hasPrefix("Fewer than three") } else { false } })
  }

  @Test func `Dates are offered, and each can be another, or open`() throws {
    let talk = try Talk("agreement", at: "dates")
    talk.say("2: open 3: 11 Mar")
    #expect(talk.at("effective") == "2026-01-07")
    #expect(talk.at("ends") == nil)
    #expect(talk.at("openEnded") == true)
    #expect(talk.at("reviewOn") == "2026-03-11")
    #expect(talk.interview.state.cursor == Place("dates"))
    talk.say("")
    #expect(talk.interview.state.cursor != Place("dates"))
    #expect(talk.say("/edit dates", "sometime").contains { if case .problem = $0 { true } else { false } })
  }

  @Test(arguments: [
    ("clientAgreements", "client", "I promise not to hurt myself. | We ask.", WordingLists.Promise.promise),
    ("clientAgreements", "client", "We end treatment after any hospital stay. | We ask.", .punitive),
    ("contact", "notFor", "You may not call a crisis line without my approval.", .crisisBar),
    ("tib", "response", "2: Talk | We charge a fee for self-harm. | None. | None.", .punitive),
    ("confidentiality", "limits", "Everything you say is confidential.", .absolute),
    ("fees", "missedFee", "None. | We end therapy after a hospital stay.", .punitive),
    ("commitment", "clientWords", "I promise not to kill myself.", .promise),
    ("commitment", "obstacles", "An urge. -> I will not hurt myself.", .promise),
  ])
  func `A sentence that binds somebody as it should not is asked about where it enters`(
    root: String, question: String, line: String, kind: WordingLists.Promise
  ) throws {
    let start: JSON = [
      "contact": ["offered": "none"], "fees": ["payer": "selfPay", "goodFaithEstimateOn": "2026-01-01"],
    ]
    let talk = try Talk("agreement", at: question == "client" ? "clientAgreements" : question, start)
    talk.say(line)
    guard case .promise(_, let asked)? = talk.interview.state.doubts.first?.fact else {
      Issue.record("\(line) is not asked about")
      return
    }
    #expect(asked == kind)
    talk.say("n")
    #expect(talk.tree["dismissals"]?.array?.first?["path"]?.string?.hasPrefix(root) == true)
    #expect(talk.interview.state.doubts == [])
  }

  @Test func `Vague and judging words get a question, and a clause may say never`() throws {
    let talk = try Talk("agreement", at: "therapistAgreements")
    func wording(_ remarks: [Remark]) -> [Nudge] {
      remarks.compactMap { if case .nudge(let nudge) = $0 { nudge } else { nil } }
    }
    #expect(wording(talk.say("Not be late too much. | The log.")) == [.wording(["too much"], judges: false)])
    #expect(wording(talk.say("Not think you lazy. | Say so.")) == [.wording(["lazy"], judges: true)])
    #expect(wording(talk.say("Never wait with a worry. | Say so.")) == [])
    let targets = try Talk("agreement", at: "targets")
    #expect(wording(targets.say("t less: Always being late. | Often.")) == [.wording(["Always"], judges: false)])
  }

  @Test func `With comprehensive coaching the 24-hour rule is asked, off unless said, and offered with both halves`()
    throws
  {
    let talk = try Talk("agreement", at: "offered")
    talk.say("coaching; daily 8-20; phone; an hour", "Emergencies: 988.", "skills before acting")
    #expect(talk.at("contact.twentyFourHourRule.enabled") == nil)
    #expect(talk.interview.state.cursor == Place("twentyFourHours"))
    talk.say("y", "")
    #expect(talk.at("contact.twentyFourHourRule.hours") == 24)
    #expect(
      talk.at("contact.twentyFourHourRule.exceptions")?.string?.contains("our next session are never part") == true)
    let limited = try Talk("agreement", at: "offered")
    limited.say("limited; daily; phone; a day")
    #expect(limited.at("contact.twentyFourHourRule.enabled") == false)
  }

  @Test func `With Medicaid no fee for a missed session is asked for`() throws {
    let talk = try Talk("agreement", at: "fees")
    let remarks = talk.say("0 USD; medicaid")
    #expect(talk.interview.state.cursor == Place("arrears"))
    #expect(remarks.contains { if case .aside(let text) = $0 { text.contains("447.15") } else { false } })
  }

  @Test func `Mandated, it is asked by whom and what is reported to whom`() throws {
    let talk = try Talk("agreement")
    talk.say("n 17 Dec y")
    #expect(talk.interview.state.cursor == Place("mandated"))
    talk.say("The court. | Dates of sessions, to the probation officer.")
    #expect(talk.at("orientation.reportedToWhom") == "Dates of sessions, to the probation officer.")
  }
}
