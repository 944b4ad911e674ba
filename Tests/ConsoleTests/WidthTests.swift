import Console
import Testing

@Suite struct DisplayWidth {
  @Test(arguments: [
    ("", 0), ("plain text", 10), ("é", 1), ("e\u{301}", 1), ("ü ß", 3), ("日本語", 6), ("ｆｕｌｌ", 8), ("ｶﾅ", 2),
    ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("🇫🇷", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("ไทยนี้", 4), ("हिन्दी", 2), ("\u{200B}", 0), ("\u{FEFF}", 0),
    ("a\u{200D}b", 2), ("soft\u{AD}hyphen", 11), ("\u{301}", 0), ("…›·", 3), ("\u{7F}", 0), ("\n", 0),
  ])
  func textTakesTheColumnsThatTerminalsGiveIt(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }
}
