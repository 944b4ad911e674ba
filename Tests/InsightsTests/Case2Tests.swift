import Documents
import Insights
import TestSupport
import Testing

/// Case 2 of the specification, section 14: what its log comes to, day by day.
@Suite struct Case2 {
  static func documents(with names: [String] = ["tib-events", "sessions", "chain-lateness", "accountability"]) throws
    -> [JSON]
  {
    try names.flatMap { name -> [JSON] in
      let tree = try Fixtures.json("case2-cedar-\(name)")
      return tree.array ?? [tree]
    }
  }

  static func count(_ rule: String, on day: String, _ documents: [JSON]? = nil) throws -> AttendanceCount {
    let day = try #require(CivilDate(day))
    let agreement = try Fixtures.json("case2-cedar-agreement-v1")
    let terms = try #require(AttendanceTerms.inForce(on: day, among: [agreement]))
    let log = AttendanceLog(try documents ?? Case2.documents())
    return try #require(log.counts(under: terms, on: day).first { $0.rule.id == rule })
  }

  typealias Row = (day: String, client: Int, therapist: Int, status: AttendanceCount.Status)
  @Test(
    arguments: [
      ("2026-01-13", 0, 0, .clear), ("2026-01-14", 1, 0, .some), ("2026-01-21", 1, 1, .some),
      ("2026-01-28", 2, 1, .near), ("2026-02-03", 2, 1, .near), ("2026-02-04", 3, 1, .reached),
      ("2026-03-03", 3, 1, .reached), ("2026-03-04", 0, 0, .clear), ("2026-03-11", 0, 0, .clear),
    ] as [Row])
  func `The rule on lateness comes near, is reached and is cleared on its days`(row: Row) throws {
    let count = try Case2.count("r1", on: row.day)
    #expect(count.client == row.client && count.therapist == row.therapist && count.status == row.status)
  }

  @Test func `A count that was cleared says what had counted and how many sessions have passed since`() throws {
    let cleared = try #require(try Case2.count("r1", on: "2026-03-11").cleared)
    #expect(cleared.on == CivilDate("2026-03-04"))
    #expect(cleared.days.map(\.description) == ["2026-01-14", "2026-01-28", "2026-02-04"])
    #expect(cleared.since == 5)
  }

  @Test func `Without session records four sessions on time are not on file, and it stays reached`() throws {
    let few = try Case2.documents(with: ["tib-events", "chain-lateness", "accountability", "agreement-review"])
    #expect(try Case2.count("r1", on: "2026-03-11", few).status == .reached)
  }

  @Test func `Nobody missed a session`() throws {
    let count = try Case2.count("r2", on: "2026-03-11")
    #expect(count.status == .clear && count.therapistStatus == .clear && count.unrecorded == nil)
  }

  @Test func `It is told as programs read it`() throws {
    let expected: JSON = [
      "rule": "r1", "client": 3, "therapist": 1, "threshold": 3, "basis": "rolling", "status": "reached",
      "therapistStatus": "some",
    ]
    #expect(try Case2.count("r1", on: "2026-02-11").json == expected)
  }

  @Test func `The review counts what its fixture says`() throws {
    let agreement = try Fixtures.json("case2-cedar-agreement-v1")
    let review = try Fixtures.json("case2-cedar-agreement-review")
    let day = try #require(CivilDate("2026-03-11"))
    let counts = ReviewCounts(AttendanceLog(try Case2.documents()), under: AttendanceTerms(agreement), on: day)
    #expect(counts.json == review["counts"])
    #expect(counts.minutesLost == 52 && counts.minutesOfThose == 150)
    #expect(counts.daysToRaise == [0, 0, 7, 0])
  }

  @Test func `The version in force is the latest that is effective and neither a draft nor void`() throws {
    let first = try Fixtures.json("case2-cedar-agreement-v1")
    func version(_ number: Int, _ effective: String, _ status: String) -> JSON {
      first.applying([
        .set("version", JSON(number)), .set("effective", .string(effective)), .set("status", .string(status)),
      ])
    }
    let day = try #require(CivilDate("2026-03-20"))
    func inForce(_ documents: JSON...) -> Int? { AttendanceTerms.inForce(on: day, among: documents)?.version }
    #expect(inForce(first, version(2, "2026-03-11", "active")) == 2)
    #expect(inForce(first, version(2, "2026-03-11", "draft")) == 1)
    #expect(inForce(first, version(2, "2026-03-11", "void")) == 1)
    #expect(inForce(first, version(2, "2026-03-21", "active")) == 1)
    #expect(inForce(version(2, "2026-03-11", "active"), version(1, "2026-01-07", "superseded")) == 2)
    #expect(inForce(version(2, "2026-03-21", "active")) == nil)
  }

  @Test func `A new version that leaves a rule as it was starts no count anew`() throws {
    let first = try Fixtures.json("case2-cedar-agreement-v1").applying([.set("status", "superseded")])
    let id = try #require(first["id"])
    let second = first.applying([
      .set("id", "agr-cedar-v2"), .set("version", 2), .set("effective", "2026-02-09"), .set("status", "active"),
      .set("supersedes", id), .set("fees.amount", "130 USD"), .set("attendance.rules.r2.threshold", 3),
    ])
    let day = try #require(CivilDate("2026-02-11"))
    let terms = try #require(AttendanceTerms.inForce(on: day, among: [first, second]))
    #expect(terms.version == 2)
    #expect(terms.rules.map { terms.start(of: $0)?.description } == ["2026-01-07", "2026-02-09"])
    let counts = AttendanceLog(try Case2.documents()).counts(under: terms, on: day)
    #expect(counts.first?.client == 3)
  }
}
