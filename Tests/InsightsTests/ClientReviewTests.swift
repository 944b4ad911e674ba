import Documents
import Forms
import Insights
import TestSupport
import Testing

@Suite("A review of a client") struct ClientReviewTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func review(
    _ documents: [JSON], on day: String = "2026-03-11", window: ReviewWindow = .standard, withPrivate: Bool = false
  ) throws -> ClientReview {
    ClientReview(
      documents, window: window, on: try Self.day(day), includingPrivate: withPrivate, catalog: BuiltIn.catalog())
  }

  private static func part(_ name: String, of review: ClientReview) throws -> JSON {
    try #require(review.parts.first { $0.name == name }?.value)
  }

  private static var case2: [JSON] {
    get throws {
      var all: [JSON] = []
      for name in Fixtures.names where name.hasPrefix("case2") {
        let tree = try Fixtures.json(name)
        all += tree.array ?? [tree]
      }
      return all
    }
  }

  /// The worked output at the end of spec 8.2, number by number.
  @Test(arguments: [
    (
      "R1",
      #"[{"ref":"acc-20260211-cedar#k1","by":"2026-03-11","text":"Arrive by 5:00 pm for the next four sessions, using the 3:25 alarm and the 3:50 bus."},{"ref":"acc-20260211-cedar#tk1","by":"2026-03-11","text":"Start at 5:00 pm, and if anyone is late say the minutes within the first two minutes."}]"#
    ),
    ("R2", #"{"client":{"kept":1,"partly":0,"notKept":0},"therapist":{"kept":1,"partly":0,"notKept":0}}"#),
    ("R3", "null"), ("R4", #"{"byWeek":[{"week":"2026-02-02","count":1}],"last4Weeks":3}"#),
    ("R5", #"{"resisted":0,"of":1}"#), ("R6", #"{"peaks":[{"ref":"chain-20260204-cedar1","value":65}],"slope":null}"#),
    ("R7", "[]"), ("R8", "[]"),
    ("R9", #"[{"what":"action","n":1,"of":1},{"what":"thought","n":1,"of":1}]"#),
    ("R10", #"[{"what":"relief","n":1,"of":1}]"#),
    (
      "R11",
      #"{"uncoveredTypes":[],"unusedModules":["distressTolerance","general","mindfulness"],"dominantSkill":null}"#
    ),
    (
      "R12",
      #"[{"skill":"er.checkFacts","planned":1,"rehearsed":0,"tried":0,"helped":null},{"skill":"er.copeAhead","planned":1,"rehearsed":1,"tried":0,"helped":null},{"skill":"ie.dearMan","planned":1,"rehearsed":1,"tried":0,"helped":null}]"#
    ),
    ("R13", "[]"),
    (
      "R14",
      #"{"client":[{"category":"late","n":3,"minutes":52}],"therapist":[{"category":"startedLate","n":1,"minutes":6}],"rules":[{"rule":"r1","client":0,"therapist":0,"threshold":3,"basis":"rolling","status":"clear","therapistStatus":"clear"},{"rule":"r2","client":0,"therapist":0,"threshold":4,"basis":"consecutive","status":"clear","therapistStatus":"clear"}]}"#
    ),
    (
      "R15",
      #"{"days":[{"ref":"tib-20260114-cedar","days":0},{"ref":"tib-20260121-cedar-t","days":0},{"ref":"tib-20260128-cedar","days":7},{"ref":"tib-20260204-cedar","days":0}],"median":0,"max":7}"#
    ),
    ("R16", #"{"withPlan":2,"recurred":2,"of":4}"#),
    (
      "R17",
      #"{"id":"agr-cedar-v1","version":1,"reviewOn":"2026-03-11","daysToReview":0,"client":{"kept":1,"partly":2,"notKept":0,"notDue":1},"therapist":{"kept":3,"partly":2,"notKept":0,"notDue":0}}"#
    ),
    ("R18", "[]"), ("R19", "[]"),
    ("R20", #"[{"name":"PHQ-9","first":14,"last":9,"change":-5,"reliable":false,"on":"2026-02-25"}]"#),
    ("R21", #"{"validation":4,"solutions":4,"accountability":5}"#),
    (
      "R22",
      #"[{"what":"beliefs","n":1,"of":1},{"what":"contingencies","n":1,"of":1},{"what":"emotion","n":1,"of":1},{"what":"skills","n":1,"of":1}]"#
    ),
  ])
  func `of case 2 on March 11 gives the worked output`(name: String, expected: String) throws {
    let review = try Self.review(Self.case2)
    let part = try Self.part(name, of: review)
    #expect(try part == JSON(reading: expected), "\(part.compact)")
  }

  @Test func `of case 2 asks what is due and what took a week, and states no pattern of one chain`() throws {
    let questions = try Self.review(Self.case2).questions
    #expect(questions.last == "It took 7 days to raise 18 minutes on January 28. What was in the way for me?")
    #expect(questions.count == 3 && questions.prefix(2).allSatisfy { $0.hasPrefix("What happened with “") })
  }

  @Test func `reads measures of reflections only where what is private is looked at`() throws {
    let reflection = try Fixtures.json("case2-cedar-reflection-PRIVATE").applying([
      .set("undertreatment.baselineScore", 15)
    ])
    let documents = try Self.case2.filter { $0["kind"] != "reflection" } + [reflection]
    let shared = try Self.part("R20", of: Self.review(documents))
    let hidden = try Self.part("R20", of: Self.review(documents, withPrivate: true))
    #expect(shared.array?.first?["first"] == 14)
    // The reflection's own first total, and the one between, are the therapist's.
    #expect(hidden.array?.first?["first"] == 15)
    #expect(hidden.array?.first?["change"] == -6 && hidden.array?.first?["reliable"] == true)
  }

  // MARK: Many chains

  /// A chain of a Friday in 2026, the number of the week from 1.
  private static func chain(_ week: Int, _ more: JSON.Members = [:]) -> JSON {
    let day = CivilDate(dayNumber: 20_462).adding(days: week * 7)
    var members: JSON.Members = [
      "schema": "attune/chain/1", "id": .string("chain-w\(week)"), "kind": "chain", "status": "complete",
      "clientRef": "SYN-ASH", "sessionDate": .string("\(day.adding(days: 3))"),
      "target": [
        "tags": ["alcohol"], "tier": "qualityOfLife", "outcome": "occurred", "startedAt": .string("\(day)T19:00:00Z"),
      ],
    ]
    for (key, value) in more { members[key] = value }
    return .object(members)
  }

  private static func feeling(_ intensity: Int, key: Bool = true) -> JSON {
    ["id": "l1", "type": "emotion", "emotion": "shame", "intensity": JSON(intensity), "key": .bool(key), "text": "Hot"]
  }

  @Test func `gives a slope from five chains on`() throws {
    let peaks = [90, 80, 85, 60, 50]
    for count in 1...5 {
      let chains = peaks.prefix(count).enumerated().map { Self.chain($0 + 2, ["links": [Self.feeling($1)]]) }
      let part = try Self.part("R6", of: Self.review(chains))
      #expect(part["peaks"]?.array?.compactMap { $0["value"]?.int } == Array(peaks.prefix(count)))
      // scipy.stats.theilslopes([90, 80, 85, 60, 50], [0, 1, 2, 3, 4]).slope
      #expect(part["slope"] == (count < 5 ? .null : -10), "\(part.compact)")
    }
    let converted = Self.chain(3, ["scale": "0-5", "links": [Self.feeling(4)]])
    #expect(try Self.part("R6", of: Self.review([converted]))["peaks"]?.array?.first?["value"] == 80)
  }

  @Test func `names what recurs in two chains and in a third of them`() throws {
    func chain(_ week: Int, _ categories: [String]) -> JSON {
      Self.chain(week, ["vulnerabilities": .array(categories.map { ["category": .string($0), "description": "…"] })])
    }
    let chains = [
      chain(1, ["sleep", "sleep"]), chain(2, ["sleep", "eating"]), chain(3, ["money"]), chain(4, ["eating"]),
      chain(5, []), chain(6, ["sleep"]), chain(7, ["money"]),
    ]
    let all = try Self.part("R7", of: Self.review(chains))
    #expect(all == [["what": "sleep", "n": 3, "of": 7]])
    let six = try Self.part("R7", of: Self.review(Array(chains.prefix(6))))
    #expect(six == [["what": "sleep", "n": 3, "of": 6], ["what": "eating", "n": 2, "of": 6]])
    #expect(try Self.part("R7", of: Self.review([])) == .null)
  }

  @Test func `asks about what carries the chains from three of them on`() throws {
    let chains = (1...3).map {
      Self.chain($0, ["links": [Self.feeling(80)], "vulnerabilities": [["category": "sleep", "description": "Late"]]])
    }
    #expect(try Self.review(Array(chains.prefix(2))).questions == [])
    #expect(
      try Self.review(chains).questions == [
        "Sleep came up in 3 of 3 chains. What would one better night take?",
        "Shame carries a lot of these. Have we worked on shame itself?",
        "No plan has ever been tied to shame links. Why not?",
      ])
  }

  @Test func `asks what worked where an urge was resisted`() throws {
    var resisted = Self.chain(3)
    resisted.apply(.set("target.outcome", "urgeResisted"))
    let review = try Self.review([Self.chain(2), resisted])
    #expect(try Self.part("R5", of: review) == ["resisted": 1, "of": 2])
    #expect(review.questions == ["What worked on January 30?"])
  }

  @Test func `follows a skill from its plan to whether it helped`() throws {
    let solutions: JSON = [
      ["id": "s1", "skill": "dt.stop", "chosen": true, "rehearsed": true, "ref": "l1"],
      ["id": "s2", "skill": "er.checkFacts", "chosen": false],
    ]
    func promise(_ helped: Int) -> JSON {
      [["id": "k1", "tried": true, "helped": JSON(helped), "solutionRefs": ["s1"]]]
    }
    let tried: JSON = [["id": "l1", "type": "urge", "key": true, "tried": ["skill": "dt.stop", "helped": 4]]]
    let chains = [
      Self.chain(1, ["solutions": solutions, "commitments": promise(8), "links": tried]),
      Self.chain(2, ["solutions": solutions, "commitments": promise(7)]), Self.chain(3, ["solutions": solutions]),
    ]
    let review = try Self.review(chains)
    // numpy.mean([8, 4, 7]) = 6.333…
    #expect(
      try Self.part("R12", of: review) == [
        ["skill": "dt.stop", "planned": 3, "rehearsed": 3, "tried": 3, "helped": .number("6.33")]
      ])
    #expect(try Self.part("R11", of: review)["dominantSkill"] == "dt.stop")
    #expect(try Self.part("R11", of: review)["uncoveredTypes"] == [])
  }

  @Test func `compares how sure somebody was from three of each on`() throws {
    func chain(_ week: Int, _ outcome: String, _ strength: Int) -> JSON {
      Self.chain(
        week, ["commitments": [["id": "k1", "text": "…", "outcome": .string(outcome), "strength": JSON(strength)]]])
    }
    let kept = [(1, 8), (2, 9), (3, 6), (4, 7)].map { chain($0, "kept", $1) }
    let not = [(5, 4), (6, 9), (7, 5)].map { chain($0, "notKept", $1) }
    #expect(try Self.part("R3", of: Self.review(kept + not.dropLast())) == .null)
    // numpy.median([8, 9, 6, 7]), numpy.median([4, 9, 5])
    #expect(try Self.part("R3", of: Self.review(kept + not)) == ["kept": .number("7.5"), "notKept": 5])
    let tally: JSON = ["kept": 4, "partly": 0, "notKept": 3]
    #expect(try Self.part("R2", of: Self.review(kept + not)) == ["client": tally, "therapist": .null])
  }

  @Test func `looks at no outcome that was told later, and at nothing that came after its day`() throws {
    let chain = Self.chain(
      2,
      ["commitments": [["id": "k1", "text": "Walk", "by": "2026-01-23", "outcome": "kept", "outcomeOn": "2026-02-20"]]])
    #expect(try Self.part("R1", of: Self.review([chain])) == [])
    let early = try Self.review([chain, Self.chain(8)], on: "2026-02-01")
    #expect(try Self.part("R1", of: early) == [["ref": "chain-w2#k1", "by": "2026-01-23", "text": "Walk"]])
    #expect(early.count == 1)
  }

  @Test(arguments: [
    ("8w", 9), ("1w", 2), ("2w", 3), ("99w", 9), ("1s", 1), ("3s", 3), ("99s", 9),
  ])
  func `looks back over weeks or sessions`(typed: String, count: Int) throws {
    var chains = (1...9).map { Self.chain($0) }
    for index in chains.indices { chains[index].apply(.set("mode", "inSession")) }
    let window = try #require(ReviewWindow(typed))
    let review = try Self.review(chains, on: "2026-03-16", window: window)
    #expect(review.count == count, "from \(review.start)")
  }

  @Test(arguments: ["", "8", "w", "8x", "0w", "-8w", "8ww", "١w", "1000w"]) func `takes no other window`(typed: String)
  {
    #expect(ReviewWindow(typed) == nil)
  }

  @Test func `says what was begun and not taken up again`() throws {
    func document(_ id: String, _ kind: String, _ date: String, _ more: JSON.Members) -> JSON {
      var members: JSON.Members = [
        "id": .string(id), "kind": .string(kind), "status": "complete", "clientRef": "SYN-ASH",
        "sessionDate": .string(date),
      ]
      for (key, value) in more { members[key] = value }
      return .object(members)
    }
    let documents = [
      document("chain-old", "chain", "2026-02-24", ["status": "draft"]),
      document("chain-new", "chain", "2026-02-25", ["status": "draft"]),
      document("chain-gate", "chain", "2026-02-20", ["safetyGate": ["riskAssessment": "doingNow"]]),
      document(
        "chain-done", "chain", "2026-02-20",
        ["safetyGate": ["riskAssessment": "doingNow", "documentedElsewhere": "Note"]]),
      document(
        "acc-1", "accountability", "2026-02-11",
        ["close": ["followUpOn": "2026-03-10"], "agree": ["client": [["id": "k1", "text": "…"]]]]),
      document("acc-2", "accountability", "2026-02-11", ["close": ["followUpOn": "2026-03-11"]]),
      document(
        "acc-3", "accountability", "2026-02-11",
        ["close": ["followUpOn": "2026-03-01"], "agree": ["client": [["id": "k1", "outcome": "kept"]]]]),
      document(
        "refl-1", "reflection", "2026-02-11",
        ["recordClass": "private", "nextSteps": [["rung": "referral", "by": "2026-03-01"]]]),
    ]
    let shared: JSON = [
      ["ref": "chain-old", "what": "draft"], ["ref": "chain-gate", "what": "riskNotDocumented"],
      ["ref": "acc-1", "what": "followUp"],
    ]
    #expect(try Self.part("R19", of: Self.review(documents)) == shared)
    let all = try Self.part("R19", of: Self.review(documents, withPrivate: true)).array
    #expect(all?.last == ["ref": "refl-1#nextSteps.1", "what": "referral"])
  }

  @Test func `gives no middle of fewer than three`() throws {
    let events = try #require(try Fixtures.json("case2-cedar-tib-events").array)
    let part = try Self.part("R15", of: Self.review(Array(events.prefix(2))))
    #expect(part["days"]?.array?.count == 2 && part["median"] == .null && part["max"] == .null)
  }

  @Test(arguments: [
    ("PHQ-9", 14, 9, false), ("PHQ-9", 14, 8, true), ("phq-9", 8, 14, true), ("GAD-7", 10, 7, false),
    ("GAD-7", 10, 6, true),
  ])
  func `counts as change from the amount on that is set`(name: String, first: Int, last: Int, isReliable: Bool) throws {
    func measure(_ day: String, _ total: Int) -> JSON {
      [
        "id": .string("measure-\(day)"), "kind": "measure", "status": "complete", "sessionDate": .string(day),
        "name": .string(name), "total": JSON(total), "on": .string(day),
      ]
    }
    let part = try Self.part("R20", of: Self.review([measure("2026-01-07", first), measure("2026-02-25", last)]))
    #expect(part.array?.first?["reliable"] == .bool(isReliable))
  }
}
