import Documents
import Testing

@Suite("A moment") struct MomentTests {
  @Test(
    "is printed with its offset, and zero as Z",
    arguments: [
      ("2026-02-06T19:40:00-05:00", "2026-02-06T19:40:00-05:00"),
      ("2026-02-06T19:40-05:00", "2026-02-06T19:40:00-05:00"),
      ("2026-02-06T19:40:07.25+05:30", "2026-02-06T19:40:07+05:30"),
      ("2026-02-06T19:40:00+00:00", "2026-02-06T19:40:00Z"),
      ("2026-02-06T19:40:00Z", "2026-02-06T19:40:00Z"),
    ])
  func prints(text: String, printed: String) { #expect(Moment(text)?.description == printed) }

  @Test(
    "is nothing when it is none",
    arguments: [
      "2026-02-06", "2026-02-06T19:40:00", "2026-02-30T19:40:00Z", "2026-02-06T24:00:00Z", "2026-02-06 19:40:00Z",
      "2026-02-06T19:40:00-0500", "2026-02-06T1:40:00Z", "2026-02-06T+1:40:00Z", "2026-02-06T19:40:00-05:00x", "",
    ])
  func refuses(text: String) { #expect(Moment(text) == nil) }

  @Test("tells which of two came first, whatever their offsets")
  func instants() throws {
    let east = try #require(Moment("2026-02-06T19:40:00+05:30"))
    let west = try #require(Moment("2026-02-06T09:10:00-05:00"))
    let zulu = try #require(Moment("2026-02-06T14:10:01Z"))
    #expect(east.instant == west.instant)
    #expect(zulu.instant == west.instant + 1)
  }

  @Test(
    "reads a time of day of two digits each", arguments: [("19:40", "19:40"), ("00:00", "00:00"), ("23:59", "23:59")])
  func times(text: String, printed: String) { #expect(TimeOfDay(text)?.description == printed) }

  @Test("refuses other times of day", arguments: ["24:00", "7:40", "19:60", "19:40:00", "-1:40", "+7:40", "1940", ""])
  func noTimes(text: String) { #expect(TimeOfDay(text) == nil) }
}
