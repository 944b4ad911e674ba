import Documents
import Foundation
import Storage
import TestSupport
import Testing

/// What gets in the way, logged in less than a minute; how a session went, in five seconds.
@Suite struct Logging {
  /// A practice in which the agreement of case 2 is in force.
  static func practice() throws -> ScratchPractice {
    let practice = try ScratchPractice()
    try practice.put("case2-cedar-agreement-v1")
    return practice
  }

  @Test(arguments: [80, 40]) func `Case 2's events come out as their fixtures`(columns: Int) throws {
    let practice = try Logging.practice()
    let calls = try TypedCase.all("case2-log").filter { !$0.command.contains("session") }
    let fixtures = try #require(try Fixtures.json("case2-cedar-tib-events").array)
    #expect(calls.count == 4)
    for (typed, fixture) in zip(calls, fixtures) {
      let conversation = try TypedConversation(practice, typed, columns: columns)
      try conversation.answer(typed.lines)
      let said = try conversation.answer("")
      #expect(said.contains("Saved"))
      if fixture["who"] == "client" { try conversation.answer("n") }
      conversation.terminal.send("n\r")
      #expect(try conversation.terminal.waitExit() == .code(0))
      let isLater = fixture["sessionDate"] == "2026-01-28"
      let then = isLater ? fixture.applying([.remove("addressedOn"), .remove("addressedHow")]) : fixture
      let document = try practice.document(of: "SYN-CEDAR", on: fixture["sessionDate"]?.string ?? "")
      #expect(document.comparable.differences(from: then.comparable) == [])
      #expect(document["related"] == [["rel": "under", "id": "agr-cedar-v1"]])
    }
    // What was told a week later is written where the event stands.
    let later = try #require(try TypedCase.all("case2-outcomes").first)
    let id = try #require(practice.document(of: "SYN-CEDAR", on: "2026-01-28")["id"]?.string)
    let run = try practice.run(["outcome", id], input: later.lines.joined(separator: "\n") + "\n", now: later.now)
    #expect(run.code == 0, "\(run.talk)")
    let told = try practice.document(of: "SYN-CEDAR", on: "2026-01-28")
    #expect(told.comparable.differences(from: fixtures[2].comparable) == [])
    let checked = try practice.run(["check", "--client", "SYN-CEDAR"], now: "2026-02-05T09:00:00-05:00")
    let found = checked.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(found.contains("was reached on February 4, with no conversation since"), "\(found)")
  }

  @Test func `Case 2's session records come out as their fixtures, a line each`() throws {
    let practice = try Logging.practice()
    let calls = try TypedCase.all("case2-log").filter { $0.command.contains("session") }
    let fixtures = try #require(try Fixtures.json("case2-cedar-sessions").array)
    #expect(calls.count == fixtures.count)
    for (typed, fixture) in zip(calls, fixtures) {
      let run = try practice.run(typed.command, now: typed.now)
      #expect(run.code == 0, "\(run.talk)")
      let document = try practice.document(of: "SYN-CEDAR", on: fixture["sessionDate"]?.string ?? "")
      #expect(document.comparable.differences(from: fixture.comparable) == [])
      #expect(document["recordClass"] == "administrative")
    }
  }

  /// What the loop says and saves of lines typed at `attune>`.
  private func talk(_ lines: [String], now: String = "2026-02-04T18:00:00-05:00") throws -> (
    said: [String], trees: [JSON]
  ) {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    for event in try Fixtures.json("case2-cedar-tib-events").array ?? [] where event["who"] == "therapist" {
      try store.save(event, markdown: "")
    }
    let said = try ScriptedProgram(on: disk, now: now).run([], lines).said
    let trees = try store.documents(includingPrivate: false).compactMap {
      try store.load($0.id, includingPrivate: false)
    }
    return (said, trees.filter { ($0["createdAt"]?.string ?? "").hasPrefix(String(now.prefix(10))) })
  }

  @Test func `Where the therapist was late in the last four sessions, both are shown`() throws {
    let talk = try talk(["log --client SYN-CEDAR late 5:22 4:58 Missed the 3:50 bus", "", "", "", "", "n", "n"])
    #expect(talk.said.contains { $0.contains("I started late too: 21 January, 6 minutes.") }, "\(talk.said)")
    #expect(talk.trees.map { $0["actualStart"] } == ["17:22"])
    #expect(talk.trees.first?["noticeMinutes"] == 2)
    #expect(talk.trees.first?["sessionNumber"] == 6)
  }

  @Test(arguments: [("", 0), ("n", 0), ("y", 1)])
  func `What is usually no interference is logged only when that is said`(answer: String, count: Int) throws {
    let talk = try talk(
      ["log --client SYN-CEDAR missed 16:10 In the hospital with my daughter", answer, "", "", "", "", "n", "n"])
    #expect(talk.said.contains { $0.contains("This is usually not a TIB. Log anyway?") })
    #expect(talk.trees.count == count, "\(talk.said)")
  }

  @Test(arguments: [("none", "none", "no message"), ("4:50 pm", "lateNotice", "texted at 4:50 pm")])
  func `Whether there was a message is asked, never taken as no`(answer: String, notice: String, said: String) throws {
    let talk = try talk(["log --client SYN-CEDAR missed", answer, "", "", "", "", "n", "n"])
    let event = try #require(talk.trees.first, "\(talk.said)")
    #expect(event["noticeGiven"]?.string == notice)
    #expect(event["description"]?.string == "Did not come to the 5:00 pm session; \(said).")
  }

  @Test(arguments: [
    ("28 Jan missed none overslept", "2026-01-28", "overslept", "none"),
    ("28 Jan missed no message overslept", "2026-01-28", "overslept", "none"),
    ("28 Jan missed 16:10 overslept", "2026-01-28", "overslept", "lateNotice"),
  ])
  func `What stands behind a kind is its message, and the rest the reason`(
    line: String, day: String, reason: String, notice: String
  ) throws {
    let talk = try talk(["log --client SYN-CEDAR \(line)", "", "", "", "", "n", "n"])
    let event = try #require(talk.trees.first, "\(talk.said)")
    #expect(event["sessionDate"]?.string == day)
    #expect(event["statedReason"]?.string == reason)
    #expect(event["noticeGiven"]?.string == notice)
  }

  @Test(arguments: [("y", "2026-01-28"), ("", "2026-01-28"), ("n", "2026-02-04")])
  func `A day in the middle of a sentence is asked about`(answer: String, day: String) throws {
    let talk = try talk([
      "log --client SYN-CEDAR she was late on 28 January because the bus did not come", answer, "late", "17:20", "none",
      "", "", "", "", "n", "n",
    ])
    #expect(talk.said.contains { $0.contains("Was it on Wednesday 28 January?") }, "\(talk.said)")
    #expect(talk.trees.first?["sessionDate"]?.string == day, "\(talk.said)")
  }

  @Test func `An hour that was said stays, also where no version was in force that day`() throws {
    let talk = try talk(["log --client SYN-CEDAR 2 Jan late 17:00-17:20 17:10 Bus", "", "", "", "", "n", "n"])
    #expect(talk.trees.first?["scheduledStart"] == "17:00", "\(talk.said)")
    #expect(talk.trees.first?["minutesLate"] == 20)
  }

  @Test func `After something undone the four questions are offered, about the event`() throws {
    let talk = try talk([
      "log --client SYN-CEDAR work not done", "Did not try the morning sentence.", "", "", "", "y", "/quit", "n",
    ])
    #expect(talk.said.contains { $0.contains("Something expected did not happen.") })
    let event = try #require(talk.trees.first { $0["kind"] == "tibEvent" })
    #expect(event["countsUnder"] == nil && event["category"] == "workNotDone")
  }

  @Test func `An event that is edited is counted anew, and what was made of its times is looked at again`() throws {
    let disk = MemoryDisk()
    let store = PracticeFolder(on: disk)
    _ = try store.prepare()
    try store.save(Fixtures.json("case2-cedar-agreement-v1"), markdown: "")
    try store.save(try #require(try Fixtures.json("case2-cedar-tib-events").array?[2]), markdown: "")
    func edit(_ lines: String...) throws -> ([String], JSON?) {
      let said = try ScriptedProgram(on: disk, now: "2026-02-06T18:00:00-05:00").run(
        ["edit", "tib-20260128-cedar"], lines + ["", "n"]
      ).said
      return (said, try DocumentID("tib-20260128-cedar").flatMap { try store.load($0, includingPrivate: false) })
    }
    var (said, event) = try edit("/jump event", "late 17:05 17:05 Sick at work")
    #expect(event?["minutesLate"] == 5 && event?["countsUnder"] == nil, "\(said)")
    #expect(event?["checkAgain"] == ["description", "impact"])
    #expect(!said.contains { $0.contains("usually not a TIB") })
    (said, event) = try edit(
      "/jump event", "late 17:19 17:05 Left work at 4:25", "/jump description", "Came at 5:19 pm.")
    #expect(event?["minutesLate"] == 19 && event?["countsUnder"] == "r1", "\(said)")
    #expect(event?["checkAgain"] == ["impact"])
    (said, event) = try edit("/jump counts", "none")
    #expect(event?["countsUnder"] == "none", "\(said)")
  }

  @Test func `A record that was begun with no words asks for its one line and is done`() throws {
    let talk = try talk(["log session --client SYN-CEDAR", "held p"])
    #expect(talk.said.contains { $0.contains("How did it go, and the practice?") })
    #expect(talk.trees.map { $0["practice"] } == ["partly"])
  }

  @Test(arguments: [
    ("6 feb", "agr-cedar-v1", "r1", "17:00"), ("13 feb", "agr-20260210-two2", nil, "16:00"), ("2 jan", nil, nil, nil),
  ])
  func `What happened on another day is held against the version that was in force then`(
    day: String, version: String?, rule: String?, due: String?
  ) throws {
    let practice = try Logging.practice()
    let first = try Fixtures.json("case2-cedar-agreement-v1").applying([.set("status", "superseded")])
    try practice.overwrite("\(practice.place)/Clients/SYN-CEDAR/agr-cedar-v1.json", first)
    let second = first.applying([
      .set("id", "agr-20260210-two2"), .set("status", "active"), .set("version", 2), .set("effective", "2026-02-11"),
      .set("supersedes", "agr-cedar-v1"), .set("attendance.rules.r1.minMinutes", 30),
      .set("format.modes", [["mode": "individual", "when": "Friday 16:00", "minutes": 45]]),
    ])
    try practice.overwrite("\(practice.place)/Clients/SYN-CEDAR/agr-20260210-two2.json", second)
    let hour = due == "17:00" ? "17:20" : "16:20"
    let run = try practice.run(
      ["log", "--client", "SYN-CEDAR"], input: "\(day) late \(hour)\nno\n\n\n\n\n\n", now: "2026-02-20T18:00:00-05:00")
    #expect(run.code == 0, "\(run.talk)")
    let event = try #require(practice.documents(of: "SYN-CEDAR").first { $0["kind"] == "tibEvent" }, "\(run.talk)")
    #expect(event["related"] == version.map { [["rel": "under", "id": .string($0)]] })
    #expect(event["countsUnder"]?.string == rule)
    #expect(event["scheduledStart"]?.string == due)
    #expect(event["$versions"] == nil)
  }

  private static let lines: [(line: String, facts: JSON)] = [
    ("late 17:10-17:25 none", ["scheduledStart": "17:10", "minutesLate": 15, "noticeGiven": "none"]),
    ("late 5:09 pm none Bus", ["actualStart": "17:09", "minutesLate": 9, "countsUnder": .null, "statedReason": "Bus"]),
    ("yesterday missed none", ["sessionDate": "2026-02-03", "category": "missed", "countsUnder": "r2"]),
    ("late 17:15 26h Work", ["noticeGiven": "inTime", "noticeMinutes": 1560, "statedReason": "Work"]),
    ("missed 9:30 Work", ["noticeGiven": "lateNotice", "noticeMinutes": 450]),
    ("transport The line was down", ["who": "system", "category": "transport", "noticeGiven": "none"]),
  ]

  @Test(arguments: lines) func `A line says what it can`(line: String, facts: JSON) throws {
    let talk = try talk(["log --client SYN-CEDAR \(line)", "In a line.", "", "", "", "n", "n"])
    let event = try #require(talk.trees.first, "\(talk.said)")
    for (key, value) in facts.object ?? [:] { #expect(event[key] ?? .null == value, "\(key) of \(line)") }
  }

  private static let records: [(line: String, facts: JSON)] = [
    ("held y", ["outcome": "held", "practice": "done", "noticeMinutes": .null]),
    ("cancelled-by-client 26h", ["outcome": "cancelledByClient", "noticeMinutes": 1560]),
    ("yesterday cancelled together", ["outcome": "cancelledTogether", "sessionDate": "2026-02-03"]),
    ("cancelled by therapist 16:00", ["outcome": "cancelledByTherapist", "noticeMinutes": 60]),
  ]

  @Test(arguments: records) func `A record is one line and no further question`(line: String, facts: JSON) throws {
    let talk = try talk(["log session --client SYN-CEDAR \(line)"])
    let record = try #require(talk.trees.first, "\(talk.said)")
    #expect(record["status"] == "complete" && record["minutes"] == 50 && record["scheduledStart"] == "17:00")
    for (key, value) in facts.object ?? [:] { #expect(record[key] ?? .null == value, "\(key) of \(line)") }
  }

  @Test func `After a missed session it is asked who reaches out`() throws {
    let talk = try talk(["log session --client SYN-CEDAR missed", "I text at six."])
    #expect(talk.said.contains { $0.contains("Who reaches out, and when today?") })
    #expect(talk.trees.first?["outreach"] == "I text at six.")
    #expect(talk.trees.first?["status"] == "complete")
  }

  @Test func `A shell's line takes closed words and no others`() throws {
    let practice = try Logging.practice()
    for words in [["hled"], ["held", "late", "again"], ["y"], ["missed", "because"]] {
      let run = try practice.run(["log", "session", "--client", "SYN-CEDAR"] + words)
      #expect(run.code == 64, "\(words): \(run.output) \(run.talk)")
    }
    #expect(try practice.run(["log", "late", "17:12", "--client", "SYN-CEDAR"]).code == 64)
    #expect(try practice.documents(of: "SYN-CEDAR").count == 1)
  }

  @Test func `By files they come back whole, and are listed oldest first`() throws {
    let practice = try Logging.practice()
    let events = try #require(try Fixtures.json("case2-cedar-tib-events").array)
    let records = try #require(try Fixtures.json("case2-cedar-sessions").array)
    for (verb, trees) in [(["log"], Array(events.reversed())), (["log", "session"], records)] {
      for tree in trees {
        let file = try practice.file("given.json", Array(tree.pretty.utf8))
        #expect(try practice.run(verb + ["--answers", file]).code == 0)
      }
    }
    let listed = try practice.run(["log", "list", "--client", "SYN-CEDAR", "--format", "json"])
    #expect(try JSON(reading: Array(listed.output.utf8)) == .array(events))
    let shown = try practice.run(["log", "list"], environment: ["TERM": "dumb"])
    #expect(shown.output.contains("2026-01-21  me  started late, 6 min  raised 21 Jan"))
    #expect(shown.output.contains("2026-01-28  you  late, 18 min  raised 4 Feb, 7 days later"))
    #expect(try practice.run(["log", "list", "--client", "SYN-NOBODY"]).code == 66)
  }

  private static let spoiled: [(verb: [String], path: Path, value: JSON)] = [
    (["log"], "who", "nobody"), (["log"], "category", "lateness"), (["log"], "minutesLate", "12"),
    (["log"], "scheduledStart", "25:00"), (["log"], "noticeGiven", "soon"), (["log"], "addressedOn", "Friday"),
    (["log"], "therapyMode", "letter"), (["log"], "description", 5), (["log"], "addressedHow", "shouted"),
    (["log", "session"], "outcome", "gone"), (["log", "session"], "practice", "yes"),
    (["log", "session"], "minutes", -5), (["log", "session"], "scheduledStart", "5 pm"),
    (["log", "session"], "outreach", true), (["log", "session"], "kind", "tibEvent"),
  ]

  @Test(arguments: spoiled) func `What does not fit is refused with its path`(
    verb: [String], path: Path, value: JSON
  ) throws {
    let practice = try Logging.practice()
    let name = verb == ["log"] ? "tib-events" : "sessions"
    let tree = try #require(try Fixtures.json("case2-cedar-\(name)").array?.first)
    let spoiled = tree.applying([.set(path, value)])
    let run = try practice.run(verb + ["--answers", practice.file("b.json", Array(spoiled.pretty.utf8))])
    #expect(run.code == 65 && (path == "kind" || run.talk.contains(path.description)), "\(run.code) \(run.talk)")
    #expect(try practice.documents(of: "SYN-CEDAR").count == 1)
  }
}
