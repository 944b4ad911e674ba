import Documents
import TestSupport
import Testing

/// `agree status`, `agenda`, and `check` of several documents: what a client's documents come to together.
@Suite struct WhereItStands {
  private static let all = [
    "agreement-v1", "tib-events", "sessions", "chain-lateness", "accountability", "agreement-review",
  ]

  private func practice(without missing: String...) throws -> ScratchPractice {
    let practice = try ScratchPractice()
    for name in WhereItStands.all where !missing.contains(name) { try practice.put("case2-cedar-\(name)") }
    return practice
  }

  private func json(_ practice: ScratchPractice, _ words: String..., now: String = "2026-03-11T18:30:00-04:00") throws
    -> [JSON]
  {
    let run = try practice.run(words + ["--format", "json"], now: now)
    return try JSON(reading: Array(run.output.utf8)).array ?? []
  }

  @Test func `Each rule in force is one object`() throws {
    let practice = try practice()
    let rows = try json(practice, "agree", "status", "--client", "SYN-CEDAR", "--on", "2026-02-04")
    let expected: [JSON] = [
      [
        "rule": "r1", "client": 3, "therapist": 1, "threshold": 3, "basis": "rolling", "status": "reached",
        "therapistStatus": "some",
      ],
      [
        "rule": "r2", "client": 0, "therapist": 0, "threshold": 4, "basis": "consecutive", "status": "clear",
        "therapistStatus": "clear",
      ],
    ]
    #expect(rows == expected)
    #expect(try json(practice, "agree", "status", "--client", "SYN-CEDAR", "--on", "2026-01-06") == [])
    #expect(try practice.run(["agree", "status", "--client", "SYN-NOBODY"]).code == 66)
    #expect(try practice.run(["agree", "status", "--client", "SYN-CEDAR", "--on", "Friday"]).code == 64)
  }

  private static let words = [
    ("2026-02-03", "One more, and the agreed number is reached."),
    ("2026-02-11", "The agreed number has been reached; talk together."),
    (
      "2026-03-11",
      "Late three times by 4 February; we talked on the 11th; five sessions on time since, so the count starts fresh."
    ),
  ]

  @Test(arguments: words) func `It is said in words, and nobody is out`(day: String, sentence: String) throws {
    let run = try practice().run(["agree", "status", "--client", "SYN-CEDAR", "--on", day])
    let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(sentence), "\(run.output)")
    #expect(!said.contains("terminat") && !said.contains("ends"))
  }

  @Test func `The therapist's number is said first where it is reached`() throws {
    let practice = try practice()
    for (number, day) in ["2026-02-11", "2026-02-18"].enumerated() {
      let event = try #require(try Fixtures.json("case2-cedar-tib-events").array?[1]).applying([
        .set("id", .string("tib-mine-\(number)")), .set("sessionDate", .string(day)),
      ])
      let file = try practice.file("mine.json", Array(event.pretty.utf8))
      #expect(try practice.run(["log", "--answers", file]).code == 0)
    }
    let run = try practice.run(["agree", "status", "--client", "SYN-CEDAR", "--on", "2026-02-18"])
    let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      said.contains(
        "My number is reached too: I owe you this conversation, and I take it to consultation. The agreed number has"),
      "\(run.output)")
  }

  @Test func `The documents of case 2 are clean together, and what is missing is found`() throws {
    let full = try practice()
    let clean = try json(full, "check", "--client", "SYN-CEDAR", "--on", "2026-03-10")
    #expect(clean == [])
    let due = try json(full, "check", "--client", "SYN-CEDAR", "--on", "2026-03-11")
    #expect(due.compactMap { $0["path"]?.string } == ["agree.client.k1", "agree.therapist.tk1"])
    #expect(due.allSatisfy { $0["check"] == "Q25" && $0["severity"] == "fix" })
    let silent = try practice(without: "accountability")
    let found = try json(silent, "check", "--client", "SYN-CEDAR", "--on", "2026-03-10")
    #expect(found.compactMap { $0["check"]?.string } == ["Q32"])
    #expect(found.first?["file"]?.string?.hasSuffix("tib-20260204-cedar.json") == true)
    #expect(try json(silent, "check", "--client", "SYN-CEDAR", "--on", "2026-02-03") == [])
  }

  @Test func `The agenda has what is open, by the hierarchy of targets and then by the day`() throws {
    let practice = try practice(without: "agreement-review")
    try practice.put("case0-maple-chain")
    let event = try #require(try Fixtures.json("case2-cedar-tib-events").array?[2]).applying([
      .set("addressedOn", .null)
    ])
    let path = "\(practice.place)/Clients/SYN-CEDAR/tib-20260128-cedar.json"
    try practice.overwrite(path, event)
    let rows = try json(practice, "agenda", now: "2026-02-12T09:00:00-05:00")
    let expected = [
      "event tib-20260128-cedar client 2026-02-04", "commitment acc-20260211-cedar#tk1 therapist 2026-03-11",
      "commitment acc-20260211-cedar#k1 client 2026-03-11", "review agr-cedar-v1 - 2026-03-11",
      "commitment chain-20260202-maple0#k1 client 2026-02-08",
    ]
    let found = rows.map { row in
      ["what", "ref", "side", "due"].map { row[$0]?.string ?? "-" }.joined(separator: " ")
    }
    #expect(found == expected)
    #expect(rows.allSatisfy { $0.object?.keys == ["what", "ref", "client", "side", "due", "text"] })
    let own = try json(practice, "agenda", "--client", "SYN-MAPLE", now: "2026-02-12T09:00:00-05:00")
    #expect(own.map { $0["client"] } == ["SYN-MAPLE"])
  }

  @Test func `What the agenda names can be told its outcome`() throws {
    let practice = try practice(without: "agreement-review")
    for (ref, line) in [("k1", "kept"), ("tk1", "kept")] {
      let run = try practice.run(
        ["outcome", "acc-20260211-cedar#\(ref)"], input: "\(line)\n\n", now: "2026-03-11T17:30:00-04:00")
      #expect(run.code == 0, "\(run.talk)")
    }
    let rows = try json(practice, "agenda", "--client", "SYN-CEDAR")
    #expect(rows.map { $0["what"] } == ["review"])
    let event = try #require(try Fixtures.json("case2-cedar-tib-events").array?[2]).applying([
      .set("addressedOn", .null), .set("addressedHow", .null), .set("id", "tib-20260128-other"),
    ])
    try practice.overwrite("\(practice.place)/Clients/SYN-CEDAR/tib-20260128-other.json", event)
    #expect(try json(practice, "agenda").map { $0["ref"] } == ["tib-20260128-other", "agr-cedar-v1"])
    let told = try practice.run(
      ["outcome", "tib-20260128-other"], input: "4 Feb short\n", now: "2026-03-11T17:30:00-04:00")
    #expect(told.code == 0 && told.output.contains("raised Wednesday 4 February, short chain"), "\(told.output)")
    #expect(try json(practice, "agenda").map { $0["ref"] } == ["agr-cedar-v1"])
  }

  @Test func `Next steps are there only with --private`() throws {
    let practice = try practice(without: "agreement-review", "accountability")
    var reflection = try Fixtures.json("case2-cedar-reflection-PRIVATE")
    reflection.apply(.set("nextSteps.2.done", .bool(false)))
    try practice.overwrite("\(practice.place)/Private/SYN-CEDAR/refl-20260205-cedar.json", reflection)
    let shared = try json(practice, "agenda", now: "2026-02-10T09:00:00-05:00")
    #expect(!shared.contains { $0["what"] == "step" })
    let own = try json(practice, "agenda", "--private", now: "2026-02-10T09:00:00-05:00")
    let steps = own.filter { $0["what"] == "step" }
    #expect(steps.map { $0["ref"] } == ["refl-20260205-cedar#nextSteps.2"])
    #expect(steps.map { $0["due"] } == ["2026-02-11"])
  }

  @Test func `A draft is on the agenda as something not finished`() throws {
    let practice = try ScratchPractice()
    let chain = try Fixtures.json("case0-maple-chain").applying([.set("status", "draft")])
    try practice.overwrite("\(practice.place)/Clients/SYN-MAPLE/chain-20260202-maple0.json", chain)
    let rows = try json(practice, "agenda")
    #expect(rows.map { $0["what"] } == ["draft"])
    #expect(rows.first?["text"] == "A chain of 2 February is not finished.")
  }
}
