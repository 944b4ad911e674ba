import Exchange
import TestSupport
import Testing

@Suite("Typed text in Markdown") struct MarkdownTextTests {
  @Test(
    "has a backslash where a sign would begin something",
    arguments: [
      ("Plain words, 'quoted', (bracketed); done!", "Plain words, 'quoted', (bracketed); done!"),
      ("# not a heading", "\\# not a heading"), ("- not a list", "\\- not a list"), ("+1", "\\+1"),
      ("12. not a list", "12\\. not a list"), ("3) neither", "3\\) neither"), ("3.5 hours", "3\\.5 hours"),
      (": neither", "\\: neither"), ("a*b_c", "a\\*b\\_c"), ("<b>", "\\<b\\>"), ("a & b", "a \\& b"),
      ("http://x.example", "http\\://x.example"), ("See www.x.example", "See www\\.x.example"),
      ("chain-1#k1 and #tag", "chain-1#k1 and \\#tag"), ("ends with \\", "ends with \\\\"),
    ])
  func signs(typed: String, block: String) { #expect(MarkdownText(typed).block(atLineStart: true) == block) }

  @Test("is plainer where something stands before it")
  func afterSomething() {
    #expect(MarkdownText("- 12. x").block(atLineStart: false) == "- 12. x")
    #expect(MarkdownText("- x\n- y").block(atLineStart: false) == "- x\\\n\\- y")
  }

  @Test("keeps lines as breaks and blank lines as paragraphs")
  func lines() {
    #expect(MarkdownText("one\ntwo\r\n\n \nthree").block(atLineStart: true) == "one\\\ntwo\n\nthree")
    #expect(MarkdownText("one\ntwo\n\nthree").inline(atLineStart: false) == "one two three")
  }

  @Test(
    "loses what shows nothing",
    arguments: [
      ("a\u{0}b\u{1B}[0m", "ab\\[0m"), ("a \t  b", "a b"), ("\u{202E}a\u{200B}", "a"), ("\u{FEFF}", ""), ("  a  ", "a"),
      ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}"), ("\u{600}\u{661}", "\u{600}\u{661}"),
    ])
  func cleaning(typed: String, inline: String) {
    #expect(Array(MarkdownText(typed).inline(atLineStart: false).utf8) == Array(inline.utf8))
  }

  @Test("is the same page and document that the judge of Markdown reads")
  func hostile() throws {
    let document = try hostileChain()
    try expectSnapshot(document.pretty, at: "Pages/hostile.json")
    try expectSnapshot(
      chainMarkdown(document, crisisLine: "Call 911", skills: { _ in nil }), at: "Pages/hostile.md")
  }
}

@Suite("A YAML scalar") struct FrontMatterTests {
  @Test(
    "is always quoted",
    arguments: [
      ("no", "\"no\""), ("12:30", "\"12:30\""), ("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""),
      ("a\nb\tc\rd", "\"a\\nb\\tc\\rd\""),
      ("\u{0}\u{7F}\u{85}\u{2028}\u{FEFF}", "\"\\u0000\\u007F\\u0085\\u2028\\uFEFF\""), ("é😀", "\"é😀\""), ("", "\"\""),
    ])
  func quoting(text: String, scalar: String) { #expect(yamlScalar(text) == scalar) }
}
