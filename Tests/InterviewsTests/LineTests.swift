import Documents
import Interviews
import Testing

/// The lines of the other sections, each in a document that holds what it is about.
@Suite struct Lines {
  static let chain: JSON.Members = [
    "target": ["startedAt": "2026-02-06T19:40:00-05:00", "behavior": "Drank.", "tags": ["alcohol"]],
    "promptingEvent": ["id": "p1", "description": "An email."],
    "vulnerabilities": [["id": "v1", "category": "sleep", "description": "Slept badly.", "changeable": "yes"]],
    "links": [
      ["id": "l1", "type": "thought", "text": "No one.", "key": true],
      ["id": "l2", "type": "urge", "text": "To drink", "intensity": 80, "key": true],
    ],
    "consequences": [
      ["id": "c1", "text": "Shame fell.", "timing": "immediate", "valence": "wanted"],
      ["id": "c2", "text": "Sister waited.", "timing": "longTerm", "valence": "unwanted", "harmTo": ["sister"]],
    ],
    "solutions": [
      [
        "id": "s1", "ref": "l1", "kind": "skill", "plan": "Write it down at the desk.", "chosen": true,
        "rehearsed": false,
      ],
      [
        "id": "s2", "ref": "l2", "kind": "skill", "plan": "Step out to the porch.", "chosen": false, "rehearsed": false,
      ],
    ],
    "commitments": [["id": "k1", "text": "No wine at home.", "strength": 8, "by": "2026-02-16"]],
  ]

  struct Row: CustomTestStringConvertible {
    let place: String
    let line: String
    let path: String
    let value: String
    init(_ place: String, _ line: String, _ path: String, _ value: String) {
      self.place = place
      self.line = line
      self.path = path
      self.value = value
    }
    var testDescription: String { "\(place): \(line)" }
  }

  @Test(arguments: [
    Row(
      "explained", "y 40 4 of 7", "orientation",
      #"{"purposeExplained":true,"minutesAvailable":40,"card":{"status":"partly","done":4,"of":7}}"#),
    Row(
      "explained", "y 4 of 7", "orientation", #"{"purposeExplained":true,"card":{"status":"partly","done":4,"of":7}}"#),
    Row("explained", "yes 20 not used", "orientation.card", #"{"status":"notUsed"}"#),
    Row("explained", "n", "orientation.purposeExplained", "false"),
    Row("permission", "not now", "orientation.permission", #""notNow""#),
    Row("target.behavior", "kitchen at home: drank. 4", "target.behavior", #""kitchen at home: drank. 4""#),
    Row("when", "Fri 19:40-22:15 kitchen; alone", "target.durationMinutes", "155"),
    Row("when", "Fri 7:40-10:15 pm kitchen", "target.endedAt", #""2026-02-06T22:15:00-05:00""#),
    Row("when", "Sat 23:30-01:00 bar", "target.endedAt", #""2026-02-08T01:00:00-05:00""#),
    Row("when", "yesterday evening at home", "target.startedAtPart", #""evening""#),
    Row("when", "6 Feb the office", "target.startedAt", #""2026-02-06""#),
    Row("when", "2026-02-06 8 pm the office", "target.startedAt", #""2026-02-06T20:00:00-05:00""#),
    Row("when", "Sat in the car", "target.place", #""Sat in the car""#),
    Row("howMuch", "7 standard drinks 80", "target.amount", #"{"value":7,"unit":"standard drinks"}"#),
    Row("howMuch", "05 mg at night 40", "target.amount", #"{"text":"05 mg at night"}"#),
    Row("howMuch", "7. and a bit", "target.amount", #"{"text":"7. and a bit"}"#),
    Row("howMuch", "0x10 beers", "target.amount", #"{"text":"0x10 beers"}"#),
    Row("howMuch", "about half a packet", "target.amount", #"{"text":"about half a packet"}"#),
    Row("whatKind", "q alcohol happened", "target.tags", #"["alcohol"]"#),
    Row("whatKind", "l self-harm, alcohol urge resisted", "target.outcome", #""urgeResisted""#),
    Row("whatKind", "t late happened", "target.tags", #"["lateness"]"#),
    Row("whyThisOne", "Most recent of three. 3", "target.timesLast4Weeks", "3"),
    Row("eventWhen", "18:10 at the desk y", "promptingEvent.external", "true"),
    Row("eventWhen", "18:10 at the desk y", "promptingEvent.at", #""2026-02-06T18:10:00-05:00""#),
    Row("eventWhen", "23:10 at home n", "promptingEvent.at", #""2026-02-05T23:10:00-05:00""#),
    Row("eventTags", "crit conflict", "promptingEvent.tags", #"["criticism","conflict"]"#),
    Row(
      "vulnerabilities", "eat: Skipped lunch. 50 y", "vulnerabilities.v2",
      #"{"id":"v2","description":"Skipped lunch.","category":"eating","changeable":"yes","strength":50}"#),
    Row(
      "vulnerabilities", "Two things: lunch and sleep. p", "vulnerabilities.v2.description",
      #""Two things: lunch and sleep.""#),
    Row("vulnerabilities", "Stress: too much of it", "vulnerabilities.v2.description", #""Stress: too much of it""#),
    Row(
      "rightAfter", "+ It went quiet.", "consequences.c3",
      #"{"id":"c3","text":"It went quiet.","harmTo":[],"timing":"immediate","valence":"wanted"}"#),
    Row("longerRun", "± Mixed feelings", "consequences.c3.valence", #""mixed""#),
    Row("hypothesis", "Drinking turned shame down. 75", "function.confidence", "75"),
    Row("solutions", "l2 stop: Step out at once. 7 6", "solutions.s3.skill", #""dt.stop""#),
    Row("solutions", "l1 check: Write what it says. 5 6", "solutions.s3.kind", #""cognitive""#),
    Row("solutions", "v1 stim burning: Give it away.", "solutions.s3.kind", #""stimulusControl""#),
    Row("solutions", "p1 cope: Imagine it. 6", "solutions.s3.expectedHelp", "6"),
    Row("solutions", "l1 Say: yes to it 6", "solutions.s3.plan", #""Say: yes to it 6""#),
    Row("solutions", "l9 stop: Step out.", "solutions.s3.plan", #""l9 stop: Step out.""#),
    Row("repair", "y y", "repair", #"{"indicated":true,"safeToContact":"yes"}"#),
    Row("repair", "y na", "repair.safeToContact", #""notApplicable""#),
    Row("repair", "No one else was affected.", "repair", #"{"indicated":false,"reason":"No one else was affected."}"#),
    Row("commitments", "Eat dinner. | A tick.", "commitments.k2.measure", #""A tick.""#),
    Row("commitments", "This|that works", "commitments.k2.text", #""This|that works""#),
    Row(
      "therapistCommitments", "Ask first.", "therapistCommitments.tk1",
      #"{"id":"tk1","text":"Ask first.","outcome":null,"by":"2026-02-16"}"#),
    Row("distressAtEnd", "25", "orientation.arousalEnd", "25"),
    Row("strategies", "k1 pros devils", "commitments.k1.strategies", #"["prosAndCons","devilsAdvocate"]"#),
  ])
  func `A line fills what it holds`(row: Row) throws {
    var members = Lines.chain
    if row.place == "repair" { members["repair"] = nil }
    var talk = try Talk(at: row.place, members)
    #expect(talk.place?.question == row.place || row.place.contains("."))
    talk.say(row.line)
    #expect(talk.problem == nil)
    #expect(talk.value(row.path) == row.value)
  }

  @Test(arguments: [
    ("keyLinks", "1 2", "links.l2.key", "true"),
    ("moreOrLess", "more 1 less 2", "consequences.c2.effect", #""decreases""#),
    ("aroundYou", "2", "consequences.c1.location", #""internal""#),
    ("aroundYou", "", "consequences.c2.location", #""internal""#),
    ("harmed", "1 self, therapy 2 sister", "consequences.c1.harmTo", #"["self","therapy"]"#),
    ("chosen", "1-2", "solutions.s2.chosen", "true"),
    ("notChosen", "Later.", "solutions.s2.notChosenBecause", #""Later.""#),
    ("rehearsal", "1 Walked it through.", "solutions.s1.rehearsed", "true"),
  ])
  func `What holds for several is said once`(place: String, line: String, path: String, value: String) throws {
    var members = Lines.chain
    if place == "harmed" {
      members["consequences"] = [["id": "c1", "text": "A"], ["id": "c2", "text": "B"]]
    }
    if place == "notChosen" || place == "rehearsal" { members["$anyChosen"] = true }
    var talk = try Talk(at: place, members)
    talk.say(line)
    #expect(talk.problem == nil)
    #expect(talk.value(path) == value)
  }

  @Test(arguments: [
    ("selfHarm", "not really"), ("selfHarm", "No harm done I think"), ("permission", "y but only partly"),
    ("distressAtStart", "very"), ("distressAtStart", "101"), ("whatKind", "q alchol"), ("keyLinks", "7"),
    ("moreOrLess", "1 2"), ("cameraTest", "perhaps"), ("when", "19:40-22:15 kitchen"), ("when", "today 23:00 kitchen"),
    ("whatItDid", "1 joy"), ("solutions", "l1 tip: breathe"),
  ])
  func `A line that does not fit changes nothing and comes back`(place: String, line: String) throws {
    var members = Lines.chain
    members["$anyChosen"] = true
    members["$anyIncreases"] = true
    var talk = try Talk(at: place, members)
    let before = talk.tree
    talk.say(line)
    #expect(talk.problem != nil)
    #expect(talk.tree == before)
    #expect(talk.remarks.contains { if case .problem(_, line) = $0 { true } else { false } })
  }
}

/// A chain over the night in which clocks go forward: 8 March 2026, 2 am.
@Suite struct ClockChanges {
  @Test func `A span over the change counts the minutes that there were`() throws {
    var talk = try Talk(at: "when", ["target": ["behavior": "Drank."]], now: "2026-03-09T12:00:00-04:00")
    talk.say("Sun 01:30-03:30 kitchen; alone")
    #expect(talk.value("target.startedAt") == #""2026-03-08T01:30:00-05:00""#)
    #expect(talk.value("target.endedAt") == #""2026-03-08T03:30:00-04:00""#)
    #expect(talk.value("target.durationMinutes") == "60")
  }

  @Test(arguments: [
    ("Sat about 9 pm at home", "2026-02-07T21:00:00-05:00"),
    ("yesterday around 7 in the evening bar", "2026-02-08T19:00:00-05:00"),
    ("last night at 9 bar", "2026-02-08T21:00:00-05:00"), ("Fri 7-9 pm bar", "2026-02-06T19:00:00-05:00"),
    ("Sat 9-11pm bar", "2026-02-07T21:00:00-05:00"), ("Fri 7:40 pm-10:15 pm kitchen", "2026-02-06T19:40:00-05:00"),
    ("Fri 10:30-1 am bar", "2026-02-06T22:30:00-05:00"), ("Sat 9ish bar", "2026-02-07T09:00:00-05:00"),
  ])
  func `Times are taken as they are spoken`(line: String, start: String) throws {
    var talk = try Talk(at: "when", ["target": ["behavior": "Drank."]])
    talk.say(line)
    #expect(talk.value("target.startedAt") == "\"\(start)\"")
    #expect(["\"at home\"", "\"bar\"", "\"kitchen\""].contains(talk.value("target.place")))
  }
}
