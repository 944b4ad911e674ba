import Terminal
import Testing

@Suite struct RowsOfALine {
  init() { #expect(ensureUTF8Locale()) }

  @Test(
    arguments: [
      ("", 10, 0, 2), ("abc", 10, 0, 5), ("12345678", 10, 1, 0), ("123456789", 10, 1, 1), ("a\nb", 10, 1, 1),
      ("12345678\n", 10, 2, 0), ("1234567日", 10, 1, 2), ("日本", 10, 0, 6), ("e\u{301}", 10, 0, 3), ("a\tb", 20, 0, 9),
      ("abc", 1, 0, 5), ("\n\n", 10, 2, 0),
    ] as [(String, Int, Int, Int)])
  func theCursorStandsWhereTheTextEnds(text: String, columns: Int, row: Int, column: Int) {
    let scalars = Array(text.unicodeScalars)
    let place = ScreenRows(prompt: "› ", columns: columns).place(of: scalars.count, in: scalars)
    #expect(place == ScreenRows.Place(row: row, column: column))
  }

  @Test(
    arguments: [
      ("one\ntwo", 0, 3, 1), ("one\ntwo", 1, 1, 5), ("one\ntwo", 0, 79, 3), ("one\ntwo", 2, 0, nil),
      ("one\ntwo", -1, 0, nil),
      ("one", 0, 0, 0), ("a\n\nb", 1, 5, 2),
    ] as [(String, Int, Int, Int?)])
  func aPlaceOnTheScreenIsAPlaceInTheText(text: String, row: Int, column: Int, index: Int?) {
    let rows = ScreenRows(prompt: "› ", columns: 80)
    #expect(rows.index(at: ScreenRows.Place(row: row, column: column), in: Array(text.unicodeScalars)) == index)
  }

  @Test func choicesStandInColumns() {
    #expect(
      columns(["anger", "fear", "joy", "sadness", "shame"], width: 22, measure: \.count) == [
        "anger    sadness", "fear     shame", "joy",
      ])
    #expect(columns(["a very long word"], width: 5, measure: \.count) == ["a very long word"])
    #expect(columns([], width: 5, measure: \.count) == [])
  }
}
