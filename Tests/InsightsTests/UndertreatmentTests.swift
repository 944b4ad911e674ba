import Documents
import Insights
import TestSupport
import Testing

/// What speaks for asking whether the treatment is enough, each flag of spec 7.7 on both sides of its line.
@Suite struct UndertreatmentFlags {
  private static let day = "2026-02-05"

  private static func document(_ kind: String, _ date: String, _ more: JSON.Members) -> JSON {
    var members: JSON.Members = [
      "kind": .string(kind), "id": .string("\(kind)-\(date)"), "status": "complete", "sessionDate": .string(date),
    ]
    for (key, value) in more { members[key] = value }
    return .object(members)
  }

  private static func late(_ date: String, who: String = "client", _ category: String = "late", raised: String? = nil)
    -> JSON
  {
    document(
      "tibEvent", date,
      ["who": .string(who), "category": .string(category), "addressedOn": .string(raised ?? date)])
  }

  private static func chain(
    _ date: String, times: Int, tier: String = "qualityOfLife", tags: JSON = ["alcohol"], commitments: JSON = []
  ) -> JSON {
    document(
      "chain", date,
      [
        "target": ["tier": .string(tier), "tags": tags, "timesLast4Weeks": JSON(times)], "commitments": commitments,
      ])
  }

  private static func promise(_ repeats: String?, _ outcome: String, on day: String) -> JSON {
    var members: JSON.Members = [
      "id": "k1", "text": "Dinner by seven.", "outcome": .string(outcome), "outcomeOn": .string(day),
    ]
    members["repeats"] = repeats.map { .string($0) }
    return [.object(members)]
  }

  private static func held(_ dates: String...) -> [JSON] {
    dates.map { document("session", $0, ["outcome": "held"]) }
  }

  private static let four = held("2026-01-14", "2026-01-21", "2026-01-28", "2026-02-04")
  private static let measured: JSON = document(
    "measure", "2026-01-14", ["name": "PHQ-9", "total": 14, "on": "2026-01-14"])

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let documents: [JSON]
    var answers: JSON = [:]
    var clinician: Set<String> = []
    let expected: [String]
    var testDescription: String { name }
  }

  private static func answers(_ undertreatment: JSON, sessions: Int? = nil, avoided: Int? = nil) -> JSON {
    var members: JSON.Members = ["undertreatment": undertreatment]
    members["sessionNumber"] = sessions.map { JSON($0) }
    members["ownPart"] = avoided.map { ["avoidedRaisingSessions": JSON($0)] }
    return .object(members)
  }

  private static let rows: [Row] = [
    Row(name: "nothing on file", documents: [], expected: []),
    // noRecentMeasure
    Row(name: "no measure in four sessions", documents: four, expected: ["noRecentMeasure"]),
    Row(name: "three sessions alone", documents: Array(four.dropFirst()), expected: []),
    Row(name: "a measure at the first of the four", documents: four + [measured], expected: []),
    Row(
      name: "a measure before the four", documents: four + [measured.applying([.set("on", "2026-01-13")])],
      expected: ["noRecentMeasure"]),
    Row(
      name: "a void measure is none", documents: four + [measured.applying([.set("status", "void")])],
      expected: ["noRecentMeasure"]),
    Row(
      name: "one that comes later is none yet", documents: four + [measured.applying([.set("on", "2026-02-06")])],
      expected: ["noRecentMeasure"]),
    Row(
      name: "a review quotes one",
      documents: four + [
        document("agreementReview", "2026-02-04", ["measure": ["name": "PHQ-9", "now": 9, "on": "2026-02-01"]])
      ], expected: []),
    Row(
      name: "typed alone", documents: four, answers: answers(["lastMeasuredOn": "2026-01-28"]), expected: []),
    Row(
      name: "no sessions on file, four weeks", documents: [],
      answers: answers(["lastMeasuredOn": "2026-01-07"], sessions: 4), expected: ["noRecentMeasure"]),
    Row(
      name: "no sessions on file, within four weeks", documents: [],
      answers: answers(["lastMeasuredOn": "2026-01-08"], sessions: 4), expected: []),
    // noReliableChange, worsening
    Row(
      name: "eight sessions, five points", documents: [],
      answers: answers(
        ["measure": "PHQ-9", "baselineScore": 14, "lastScore": 9, "lastMeasuredOn": "2026-02-01"], sessions: 8),
      expected: ["noReliableChange"]),
    Row(
      name: "eight sessions, six points", documents: [],
      answers: answers(
        ["measure": "phq-9", "baselineScore": 14, "lastScore": 8, "lastMeasuredOn": "2026-02-01"], sessions: 8),
      expected: []),
    Row(
      name: "seven sessions, no change", documents: [],
      answers: answers(
        ["measure": "PHQ-9", "baselineScore": 14, "lastScore": 14, "lastMeasuredOn": "2026-02-01"], sessions: 7),
      expected: []),
    Row(
      name: "worse by four on the GAD-7", documents: [],
      answers: answers(
        ["measure": "GAD-7", "baselineScore": 6, "lastScore": 10, "lastMeasuredOn": "2026-02-01"], sessions: 9),
      expected: ["worsening"]),
    Row(
      name: "a measure without a known amount", documents: [],
      answers: answers(
        ["measure": "OQ-45", "baselineScore": 60, "lastScore": 99, "lastMeasuredOn": "2026-02-01"], sessions: 9),
      expected: []),
    // repeatedTib
    Row(
      name: "what both did is the client's third",
      documents: [late("2026-01-14"), late("2026-01-28", who: "both"), late("2026-02-04")], expected: ["repeatedTib"]),
    Row(
      name: "nobody's doing is not to be raised",
      documents: [document("tibEvent", "2026-01-14", ["who": "system", "category": "transport"])], expected: []),
    Row(
      name: "three of one kind", documents: [late("2026-01-14"), late("2026-01-28"), late("2026-02-04")],
      expected: ["repeatedTib"]),
    Row(
      name: "the therapist's own count too",
      documents: [
        late("2026-01-14", who: "therapist", "startedLate"), late("2026-01-28", who: "therapist", "startedLate"),
        late("2026-02-04", who: "therapist", "startedLate"),
      ], expected: ["repeatedTib"]),
    Row(
      name: "three of two kinds",
      documents: [late("2026-01-14"), late("2026-01-28"), late("2026-02-04", "missed")], expected: []),
    Row(
      name: "of two sides", documents: [late("2026-01-14"), late("2026-01-28"), late("2026-02-04", who: "therapist")],
      expected: []),
    Row(
      name: "the first a day before six weeks",
      documents: [late("2025-12-24"), late("2026-01-28"), late("2026-02-04")], expected: []),
    Row(
      name: "the first six weeks ago", documents: [late("2025-12-25"), late("2026-01-28"), late("2026-02-04")],
      expected: ["repeatedTib"]),
    Row(
      name: "nobody's doing",
      documents: [
        late("2026-01-14", who: "system", "technology"), late("2026-01-28", who: "system", "technology"),
        late("2026-02-04", who: "system", "technology"),
      ], expected: []),
    Row(
      name: "one is later than the reflection",
      documents: [late("2026-01-14"), late("2026-01-28"), late("2026-02-11")], expected: []),
    // unaddressedTib
    Row(name: "unraised for eight days", documents: [late("2026-01-28", raised: "")], expected: ["unaddressedTib"]),
    Row(name: "unraised for seven days", documents: [late("2026-01-29", raised: "")], expected: []),
    Row(
      name: "raised after the reflection", documents: [late("2026-01-28", raised: "2026-02-11")],
      expected: ["unaddressedTib"]),
    Row(
      name: "declined",
      documents: [late("2026-01-14", raised: "").applying([.set("fieldStates", ["addressedOn": "declined"])])],
      expected: []),
    // brokenCommitment
    Row(
      name: "not kept three times",
      documents: [
        chain("2026-01-08", times: 3, commitments: promise(nil, "notKept", on: "2026-01-15")),
        chain("2026-01-15", times: 2, commitments: promise("chain-2026-01-08#k1", "notKept", on: "2026-01-22")),
        chain("2026-01-22", times: 1, commitments: promise("chain-2026-01-15#k1", "notKept", on: "2026-01-29")),
      ], expected: ["brokenCommitment"]),
    Row(
      name: "told only later",
      documents: [
        chain("2026-01-08", times: 3, commitments: promise(nil, "notKept", on: "2026-01-15")),
        chain("2026-01-15", times: 2, commitments: promise("chain-2026-01-08#k1", "notKept", on: "2026-01-22")),
        chain("2026-01-22", times: 1, commitments: promise("chain-2026-01-15#k1", "notKept", on: "2026-02-06")),
      ], expected: []),
    Row(
      name: "three that repeat nothing",
      documents: ["08", "15", "22"].map {
        chain("2026-01-\($0)", times: 1, commitments: promise(nil, "notKept", on: "2026-01-29"))
      }, expected: []),
    Row(
      name: "one that repeats itself ends",
      documents: [
        chain("2026-01-08", times: 3, commitments: promise("chain-2026-01-08#k1", "notKept", on: "2026-01-15"))
      ],
      expected: []),
    // targetUnchanged
    Row(
      name: "as often as four weeks before", documents: [chain("2026-01-07", times: 3), chain("2026-02-04", times: 3)],
      expected: ["targetUnchanged"]),
    Row(name: "rarer", documents: [chain("2026-01-07", times: 3), chain("2026-02-04", times: 2)], expected: []),
    Row(
      name: "less than four weeks between", documents: [chain("2026-01-08", times: 3), chain("2026-02-04", times: 3)],
      expected: []),
    Row(
      name: "another behavior",
      documents: [chain("2026-01-07", times: 3, tags: ["panic"]), chain("2026-02-04", times: 3)], expected: []),
    Row(
      name: "one that comes first is rarer",
      documents: [
        chain("2026-01-07", times: 3), chain("2026-02-04", times: 3),
        chain("2026-01-06", times: 2, tier: "therapyInterfering", tags: ["lateness"]),
        chain("2026-02-03", times: 1, tier: "therapyInterfering", tags: ["lateness"]),
      ], expected: []),
    // answers of the reflection
    Row(name: "avoided twice", documents: [], answers: answers([:], avoided: 2), expected: ["avoidedRaising"]),
    Row(name: "avoided once", documents: [], answers: answers([:], avoided: 1), expected: []),
    Row(
      name: "said yes",
      documents: [],
      answers: answers(["outsideCompetence": "yes", "protocolNotOffered": "unclear", "clientSaysNotHelping": "yes"]),
      expected: ["outsideCompetence", "clientSaysNotHelping"]),
    Row(
      name: "what only the therapist can say", documents: [], clinician: ["riskUp", "functionDown", "neither"],
      expected: ["riskUp", "functionDown"]),
  ]

  @Test(arguments: rows) func `A flag is up on one side of its line and not on the other`(row: Row) throws {
    let file = Undertreatment(row.documents, on: try #require(CivilDate(UndertreatmentFlags.day)))
    #expect(file.flags(of: row.answers, clinician: row.clinician).map(\.name) == row.expected)
  }

  @Test func `Case 2 has the flag of its fixture, with why it is up`() throws {
    let documents = try Case2.documents(with: ["agreement-v1", "tib-events", "sessions", "chain-lateness"])
    let reflection = try Fixtures.json("case2-cedar-reflection-PRIVATE")
    let day = try #require(CivilDate(UndertreatmentFlags.day))
    let days = ["2026-01-14", "2026-01-28", "2026-02-04"].compactMap { CivilDate($0) }
    #expect(
      Undertreatment(documents, on: day).flags(of: reflection, clinician: [])
        == [.repeatedTib(who: "client", category: "late", on: days)])
    #expect(Undertreatment(documents, on: day).sessions(of: reflection) == 7)
  }

  @Test func `Level of care is looked at where health weighs, or one barrier in three reviews`() throws {
    let day = try #require(CivilDate(UndertreatmentFlags.day))
    func review(_ date: String, _ ratings: [String: Int]) -> JSON {
      UndertreatmentFlags.document(
        "accountability", date,
        ["assessment": .array(ratings.map { ["domain": .string($0.key), "rating": JSON($0.value)] })])
    }
    func asks(_ reviews: JSON...) -> Bool { Undertreatment(reviews, on: day).barriersAskForCare }
    #expect(!asks())
    #expect(asks(review("2026-01-28", ["healthSeverity": 2])))
    #expect(!asks(review("2026-01-28", ["healthSeverity": 1, "skills": 3])))
    #expect(!asks(review("2026-01-21", ["healthSeverity": 3]), review("2026-01-28", ["healthSeverity": 1])))
    let skills = ["2026-01-14", "2026-01-21", "2026-01-28"].map { review($0, ["skills": 2]) }
    #expect(asks(skills[0], skills[1], skills[2]))
    #expect(!asks(skills[0], skills[1], review("2026-01-28", ["skills": 1])))
    #expect(!asks(review("2026-02-11", ["healthSeverity": 3])))
  }

  @Test func `The amount that counts as change can be another`() throws {
    let day = try #require(CivilDate(UndertreatmentFlags.day))
    let said = UndertreatmentFlags.answers(
      ["measure": "OQ-45", "baselineScore": 60, "lastScore": 74, "lastMeasuredOn": "2026-02-01"], sessions: 9)
    #expect(
      Undertreatment([], reliable: ["OQ-45": 14], on: day).flags(of: said, clinician: []).map(\.name) == ["worsening"])
    #expect(
      Undertreatment([], reliable: ["OQ-45": 15], on: day).flags(of: said, clinician: []).map(\.name)
        == ["noReliableChange"])
  }

  @Test(arguments: [
    ([], UndertreatmentAdvice.keepWatching), (["repeatedTib"], .keepWatching),
    (["repeatedTib", "avoidedRaising"], .chooseStep), (["worsening"], .consultThisWeek), (["riskUp"], .consultThisWeek),
    (["repeatedTib", "functionDown"], .consultThisWeek),
  ])
  func `What they ask for together is words, never a number`(names: [String], advice: UndertreatmentAdvice) {
    #expect(UndertreatmentAdvice(names: Set(names)) == advice)
  }

  /// A course is the first total that is known, and one total a day.
  @Test(arguments: [
    // A review that quotes a measure which is on file by itself too.
    (20, 9, true, [20, 9]), (10, 18, true, [10, 18]), (14, 14, true, [14, 14]), (14, 9, false, [14, 9]),
  ]) func `A review's baseline comes before its total`(baseline: Int, now: Int, isOnFile: Bool, totals: [Int]) throws {
    let review = Self.document(
      "agreementReview", "2026-02-04",
      ["measure": ["name": "PHQ-9", "baseline": JSON(baseline), "now": JSON(now), "on": "2026-02-01"]])
    let measure = Self.document("measure", "2026-02-01", ["name": "PHQ-9", "total": JSON(now), "on": "2026-02-01"])
    let day = try #require(CivilDate(Self.day))
    let course = Undertreatment([review] + (isOnFile ? [measure] : []), on: day).lastMeasured
    #expect(course?.totals.map(\.total) == totals)
  }
}
