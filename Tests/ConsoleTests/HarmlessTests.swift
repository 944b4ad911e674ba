import Console
import Testing

@Suite struct HarmlessText {
  static let cases: [(String, String)] = [
    ("plain é 日本 👨‍👩‍👧\nnext", "plain é 日本 👨‍👩‍👧\nnext"),
    ("red \u{1B}[31m", "red \u{FFFD}[31m"),
    ("title \u{1B}]0;x\u{07}", "title \u{FFFD}]0;x\u{FFFD}"),
    ("a\tb", "a b"),
    ("a\r\nb", "a\nb"),
    ("a\rb", "a\u{FFFD}b"),
    ("a\r", "a\u{FFFD}"),
    ("\r\r\n", "\u{FFFD}\n"),
    ("nul\u{0}del\u{7F}", "nul\u{FFFD}del\u{FFFD}"),
    ("c1 \u{9B}31m \u{85}", "c1 \u{FFFD}31m \u{FFFD}"),
    ("over\u{202E}ride\u{202C}", "override"),
    ("iso\u{2066}late\u{2069}", "isolate"),
    ("mark\u{200E}\u{200F}\u{61C}s", "marks"),
    ("line\u{2028}paragraph\u{2029}end", "line paragraph end"),
  ]

  @Test(arguments: cases)
  func nothingIsLeftThatATerminalWouldObey(text: String, shown: String) {
    #expect(Array(harmless(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: cases)
  func harmlessTextIsLeftAlone(text: String, shown: String) {
    #expect(Array(harmless(shown).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func noScalarBelowABlankComesThroughButALineFeed() {
    for value in UInt32(0)..<0xA0 where value != 0x0A && !(0x20..<0x7F).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(!harmless("a\(scalar)b").unicodeScalars.contains(scalar))
    }
  }

  // Written as numbers, because the compiler takes no noncharacter in a literal.
  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func noncharactersAreShownAsReplacements(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(harmless("a\(scalar)b") == "a\u{FFFD}b")
  }
}
