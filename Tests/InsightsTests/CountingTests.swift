import Documents
import Insights
import Testing

/// The counting of spec 5.F, a row a rule.
@Suite struct Counting {
  /// A log in small: `14 held`, `21 late 12`, `28 missed`, days of January 2026 and on.
  static func log(_ lines: String) -> AttendanceLog {
    AttendanceLog(
      lines.split(separator: ",").map { line in
        let words = line.split(separator: " ").map(String.init)
        let day = CivilDate(dayNumber: 20_453 + (Int(words[0]) ?? 0))
        var tree: JSON = [
          "kind": "tibEvent", "status": "complete", "sessionDate": .string(day.description), "who": "client",
          "category": .string(words[1]), "therapyMode": "individual", "mode": "inSession",
        ]
        switch words[1] {
        case "held", "missed", "cancelledByClient", "cancelledByTherapist", "cancelledTogether":
          tree.apply(.set("kind", "session"))
          tree.apply(.set("outcome", .string(words[1])))
        case "absent": tree.apply(.set("category", "missed"))
        case "startedLate", "cancelledShortNotice": tree.apply(.set("who", "therapist"))
        case "chain": tree.apply(.set("kind", "chain"))
        default: break
        }
        for word in words.dropFirst(2) {
          if let minutes = Int(word) {
            tree.apply(.set("minutesLate", JSON(minutes)))
          } else if ["group", "telehealth"].contains(word) {
            tree.apply(.set("therapyMode", .string(word)))
          } else {
            tree.apply(.set("countsUnder", .string(word)))
          }
        }
        return tree
      })
  }

  static func rule(_ members: JSON.Members) -> AttendanceRule {
    var rule: JSON.Members = ["id": "r1", "what": "late", "minMinutes": 10, "threshold": 3, "modes": ["individual"]]
    for (key, value) in members { rule[key] = value }
    return AttendanceRule(.object(rule))
  }

  static func count(_ rule: JSON.Members, _ log: String, on day: Int) -> AttendanceCount {
    Counting.log(log).count(
      of: Counting.rule(rule), since: CivilDate(dayNumber: 20_454), on: CivilDate(dayNumber: 20_453 + day))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let what: String
    let rule: JSON.Members
    let log: String
    let day: Int
    let expected: [Int]
    let status: AttendanceCount.Status
    init(
      _ what: String, _ rule: JSON.Members, _ log: String, on day: Int, _ client: Int, _ therapist: Int,
      _ status: AttendanceCount.Status
    ) {
      self.what = what
      self.rule = rule
      self.log = log
      self.day = day
      expected = [client, therapist]
      self.status = status
    }
    var testDescription: String { what }
  }

  private static let eight: JSON.Members = ["basis": "rolling", "windowSessions": 8]
  private static let missed: JSON.Members = ["what": "missed", "threshold": 4, "minMinutes": nil]
  private static func missedBy(_ basis: JSON) -> JSON.Members {
    var rule = missed
    rule["basis"] = basis
    return rule
  }

  @Test(arguments: [
    Row("under the agreed minutes it does not count", eight, "7 late 9,14 late 10", on: 14, 1, 0, .some),
    Row("what is said not to count does not", eight, "7 late 12 none,14 late 12 r2,21 late 12", on: 21, 1, 0, .some),
    Row("what is said to count does, whatever it is", eight, "7 late 3 r1,14 absent r1", on: 14, 2, 0, .near),
    Row(
      "a session that was recorded twice was missed once", ["what": "missed", "basis": "consecutive"],
      "7 missed,7 missed,14 missed", on: 14, 2, 0, .near),
    Row(
      "the client's way back clears nothing of the therapist's",
      ["basis": "cumulative", "clearsWhen": ["attended": 2, "of": 2]], "7 late 12, 14 startedLate, 21 startedLate",
      on: 21, 0, 2, .clear),
    Row(
      "both start again once both have gone the way back",
      ["basis": "cumulative", "clearsWhen": ["attended": 2, "of": 2]], "7 late 12, 14 startedLate, 21 held, 28 held",
      on: 28, 0, 0, .clear),
    Row(
      "what happens between two sessions is none", ["what": "missed", "basis": "consecutive"],
      "7 absent, 14 absent, 16 paymentOverdue", on: 16, 2, 0, .near),
    Row(
      "a day with a chain is one whatever else was logged on it",
      ["basis": "rolling", "windowSessions": 2], "7 late 12, 14 chain, 14 slowReply, 21 chain", on: 21, 0, 0, .clear),
    Row(
      "a window of sessions moves on", ["basis": "rolling", "windowSessions": 2],
      "7 late 12,14 held,21 held,28 late 12", on: 28, 1, 0, .some),
    Row(
      "a session called off by the therapist or together is none", ["basis": "rolling", "windowSessions": 2],
      "7 late 12,14 cancelledByTherapist,21 cancelledTogether,28 late 12", on: 28, 2, 0, .near),
    Row(
      "one called off by the client is one", ["basis": "rolling", "windowSessions": 2],
      "7 late 12,14 cancelledByClient,28 late 12", on: 28, 1, 0, .some),
    Row(
      "a window of days ends with the day", ["basis": "rolling", "windowDays": 20],
      "7 late 12,14 late 12,34 late 12", on: 34, 2, 0, .near),
    Row("another way of meeting is another row", eight, "7 late 12,14 late 12 telehealth", on: 14, 1, 0, .some),
    Row(
      "the therapist's own count whatever their minutes", eight, "7 startedLate 2,14 startedLate 6,21 startedLate 1",
      on: 21, 0, 3, .clear),
    Row(
      "all since it came into force", ["basis": "cumulative"], "7 late 12,99 late 12,200 late 12", on: 200, 3, 0,
      .reached),
    Row(
      "a period begins anew", ["basis": "fixedPeriod", "periodWeeks": 4], "7 late 12,28 late 12,29 late 12", on: 30,
      1, 0, .some),
    Row(
      "a share is taken from four sessions on", ["basis": "percent", "threshold": 25, "windowSessions": 10],
      "7 late 12,14 held,21 held", on: 21, 0, 0, .clear),
    Row(
      "a share is rounded down", ["basis": "percent", "threshold": 34, "windowSessions": 10],
      "7 late 12,14 late 12,21 held,28 held,35 held,42 held", on: 42, 33, 0, .near),
    Row(
      "four missed in a row", missedBy("consecutive"), "7 missed,14 missed,21 absent,28 missed", on: 28, 4, 0,
      .reached),
    Row(
      "a session that was held ends the row", missedBy("consecutive"), "7 missed,14 missed,21 held,28 missed",
      on: 28, 1, 0, .some),
    Row(
      "one called off leaves it as it is", missedBy("consecutive"), "7 missed,14 cancelledByTherapist,21 missed",
      on: 21, 2, 0, .some),
    Row(
      "an unrecorded stretch begins a new row", missedBy("consecutive"), "7 missed,14 missed,44 missed", on: 44, 1, 0,
      .some),
    Row(
      "what was called off is recorded, too", missedBy("consecutive"),
      "7 missed,14 cancelledTogether,21 cancelledTogether,28 missed", on: 28, 2, 0, .some),
    Row(
      "a make-up session saves its week", missedBy("consecutiveWeeks"), "7 missed,14 missed,16 held,21 missed",
      on: 21, 1, 0, .some),
    Row(
      "weeks in a row, whatever the reason", missedBy("consecutiveWeeks"),
      "7 missed,14 cancelledByClient,21 missed,28 absent", on: 28, 4, 0, .reached),
    Row(
      "a week that nobody recorded breaks the row", missedBy("consecutiveWeeks"), "7 missed,21 missed,28 missed",
      on: 28, 2, 0, .some),
    Row(
      "the therapist has a row, too", missedBy("consecutive"),
      "7 cancelledShortNotice,14 cancelledShortNotice,21 cancelledShortNotice", on: 21, 0, 3, .clear),
    Row(
      "a chain in session is a session", ["basis": "rolling", "windowSessions": 2], "7 late 12,14 chain,21 chain",
      on: 21, 0, 0, .clear),
    Row(
      "a chain on a day with a record is no other", ["basis": "rolling", "windowSessions": 2],
      "7 late 12,7 held,7 chain,14 chain", on: 14, 1, 0, .some),
  ])
  func `A rule counts as it says`(row: Row) {
    let count = Counting.count(row.rule, row.log, on: row.day)
    #expect([count.client, count.therapist] == row.expected)
    #expect(count.status == row.status)
  }

  @Test func `Either kind of session can run out, each in a row of its own`() {
    let both: JSON.Members = ["what": "missed", "basis": "consecutiveWeeks", "modes": ["individual", "group"]]
    let log = "5 missed group,7 held,12 missed group,14 held,19 missed group,21 held"
    #expect(Counting.count(both, log, on: 21).client == 3)
    // The therapist's row need not be the kind that the client's is.
    let each = "5 missed group,7 cancelledShortNotice,12 missed group,14 cancelledShortNotice,19 missed group"
    var rule = Counting.missedBy("consecutive")
    rule["modes"] = ["individual", "group"]
    let count = Counting.count(rule, each, on: 21)
    #expect([count.client, count.therapist] == [3, 2])
  }

  private static let clears: JSON.Members = [
    "basis": "rolling", "windowSessions": 8, "clearsWhen": ["attended": 3, "of": 4],
  ]

  @Test(arguments: [
    ("7 late 12,14 held,21 held,28 held", 28, 0), ("7 late 12,14 held,21 late 12,28 held", 28, 2),
    ("7 late 12,14 held,21 held,28 late 3,35 late 12", 35, 1), ("7 late 12,14 missed,21 missed,28 missed", 28, 1),
    ("7 held,14 held,21 late 12,28 held", 28, 1),
    ("7 late 12,14 held,21 late 12,28 held,35 held,42 late 12,49 held,56 held,63 held", 63, 0),
  ])
  func `A count starts again once so many of so many have passed since it began`(log: String, day: Int, client: Int) {
    #expect(Counting.count(Counting.clears, log, on: day).client == client)
  }

  @Test func `The days that are not recorded are named`() throws {
    let count = Counting.count(Counting.missedBy("consecutive"), "7 missed,44 missed", on: 50)
    let gap = try #require(count.unrecorded)
    #expect(gap.from == CivilDate(dayNumber: 20_460) && gap.to == CivilDate(dayNumber: 20_497))
    #expect(Counting.count(Counting.missedBy("consecutive"), "7 missed,44 held", on: 50).unrecorded == nil)
  }
}
