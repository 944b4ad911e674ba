import Console
import Testing

@Suite struct Wrapping {
  struct Case: Sendable {
    var text: String
    var width: Int
    var hang = 0
    var lines: [String]
  }

  @Test(arguments: [
    Case(text: "", width: 10, lines: [""]),
    Case(text: "short", width: 10, lines: ["short"]),
    Case(text: "exactly 10", width: 10, lines: ["exactly 10"]),
    Case(text: "one two three", width: 8, lines: ["one two", "three"]),
    Case(text: "one two three", width: 8, hang: 2, lines: ["one two", "  three"]),
    Case(text: "1. one two three", width: 9, hang: 3, lines: ["1. one", "   two", "   three"]),
    Case(text: "  indented text here", width: 12, lines: ["  indented", "text here"]),
    Case(text: "two  columns  kept", width: 12, lines: ["two  columns", "kept"]),
    Case(text: "blanks at the end   ", width: 20, lines: ["blanks at the end"]),
    Case(text: "abcdefghij", width: 4, lines: ["abcd", "efgh", "ij"]),
    Case(text: "a abcdefghij b", width: 4, lines: ["a ab", "cdef", "ghij", "b"]),
    Case(text: "日本語の文", width: 5, lines: ["日本", "語の", "文"]),
    Case(text: "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", width: 4, lines: ["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"]),
    Case(text: "日", width: 1, lines: ["日"]),
    Case(text: "one\ntwo three", width: 6, hang: 1, lines: ["one", " two", " three"]),
    Case(text: "one\n\ntwo", width: 6, hang: 1, lines: ["one", "", " two"]),
    Case(text: "no\u{A0}break here", width: 9, lines: ["no\u{A0}break", "here"]),
    Case(text: "hang too wide", width: 4, hang: 30, lines: ["hang", "  to", "  o", "  wi", "  de"]),
    Case(text: "no room", width: 0, lines: ["n", "o", "r", "o", "o", "m"]),
  ])
  func linesBreakAtWords(_ wrapping: Case) {
    #expect(
      wrapped(StyledLine(wrapping.text), width: wrapping.width, hang: wrapping.hang).map(\.text) == wrapping.lines)
  }

  @Test func everyPieceKeepsItsWeight() {
    let line =
      StyledLine("3 ", .dim) + StyledLine("shut the lap") + StyledLine("top", .strong) + StyledLine(" at once", .dim)
    #expect(
      wrapped(line, width: 14, hang: 2) == [
        StyledLine("3 ", .dim) + StyledLine("shut the"),
        StyledLine("  lap") + StyledLine("top", .strong) + StyledLine(" at", .dim),
        StyledLine("  ") + StyledLine("once", .dim),
      ])
  }

  @Test func noLineIsWiderThanTheScreen() {
    let text = "She said “I can't 日本語 do this” 👨‍👩‍👧 and then unbelievablylongwordwithoutend e\u{301}e\u{301}e\u{301} left"
    for width in 2...60 {
      for hang in [0, 1, 4] {
        for line in wrapped(StyledLine(text), width: width, hang: hang) { #expect(displayWidth(line.text) <= width) }
      }
    }
  }
}
