import Documents
import Testing

@Suite("A civil date") struct CivilDateTests {
  @Test("is read from yyyy-mm-dd and printed so", arguments: ["2026-02-06", "2024-02-29", "2000-02-29", "0001-01-01"])
  func reads(text: String) { #expect(CivilDate(text)?.description == text) }

  @Test(
    "is nothing when there is no such day",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-4-01", "2026-04-31", "26-04-01", "",
      "2026-04-01 ", "2026/04/01", "+026-04-01", "２026-04-01",
    ])
  func refuses(text: String) { #expect(CivilDate(text) == nil) }

  @Test(
    "knows its number and its day of the week",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2026-02-06", 20490, .friday),
      ("2000-03-01", 11017, .wednesday), ("1900-03-01", -25508, .thursday),
    ])
  func numbers(text: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test("survives every day of eight hundred years")
  func everyDay() {
    for number in stride(from: -146_097, through: 146_097, by: 1) {
      let date = CivilDate(dayNumber: number)
      #expect(date.dayNumber == number && CivilDate(date.description) == date)
    }
  }

  @Test("is counted in days")
  func arithmetic() throws {
    let start = try #require(CivilDate("2024-02-28"))
    #expect(start.adding(days: 2).description == "2024-03-01")
    #expect(start.adding(days: 2) - start == 2)
    #expect(start < start.adding(days: 1))
  }
}
