import Exchange
import Testing

/// Sessions held elsewhere, as a person would say who said what.
@Suite struct HeardConversations {
  private func turns(_ text: String) throws -> [String] {
    try HeardConversation(reading: Array(text.utf8)).turns.map { turn in
      let when = turn.seconds.map { "@\($0) " } ?? ""
      return "\(when)\(turn.speaker ?? "?"): \(turn.text.replacing("\n", with: " / "))"
    }
  }

  @Test func `Captions of another kind are heard, too, without their numbers`() throws {
    let text = "1\n00:00:01,000 --> 00:00:04,000\nT: one\n\n2\n00:00:05,500 --> 00:00:06,000\nC: two\nmore\n"
    #expect(try turns(text) == ["@1 T: one", "@5 C: two / more"])
  }

  @Test(arguments: [
    ("T: Hello.\nC: Hi.", ["T: Hello.", "C: Hi."]),
    ("Therapist: Hello.\n\nClient:Hi.\nClient: Hi.", ["Therapist: Hello. / Client:Hi.", "Client: Hi."]),
    ("T: one\nT: two\ngoes on\nC: three", ["T: one / two / goes on", "C: three"]),
    ("Tuesday\nT: one", ["?: Tuesday", "T: one"]),
    ("T: I told him: go away.\nat 7:30 he left", ["T: I told him: go away. / at 7:30 he left"]),
    ("Anna: one\nMaple Q: two", ["Anna: one", "Maple Q: two"]),
    ("anna: one\nmaple: two\nanna: three\nmaple: four", ["anna: one", "maple: two", "anna: three", "maple: four"]),
    ("T: one\nwe said: two", ["T: one / we said: two"]),
    ("[00:01:23] Speaker 1: one\n[01:02:03] Speaker 2: two", ["@83 Speaker 1: one", "@3723 Speaker 2: two"]),
    (
      "[00:05] Speaker 1: one\n[00:05] Speaker 2: two\n[00:02] Speaker 1: three",
      ["@5 Speaker 1: one", "@5 Speaker 2: two", "@2 Speaker 1: three"]
    ),
    ("[00:05] Speaker 1: one\n[00:07] who knows", ["@5 Speaker 1: one", "@7 ?: who knows"]),
    ("[00:05]\nT: one\n00:09 C: two", ["@5 T: one", "@9 C: two"]),
    ("(1:05) T: one\n00:01:06.250 C: two", ["@65 T: one", "@66 C: two"]),
    ("[00:75] T: one\nC: two", ["T: one", "C: two"]),
    ("C: b\n[5] T: c\n[99:99:99] C: odd", ["C: b", "T: c", "C: odd"]),
    ("C: b\n[sic] T: c", ["C: b / [sic] T: c"]),
    ("T:\n\nlate words\nC:\tok", ["T: late words", "C: ok"]),
    ("T: a\u{0}b\u{7}\r\nC: d\re", ["T: ab", "C: d / e"]),
    ("\u{FEFF}T: one\nC: é 🙂", ["T: one", "C: é 🙂"]),
  ])
  func `A text is heard turn by turn`(text: String, expected: [String]) throws {
    #expect(try turns(text) == expected)
  }

  @Test(arguments: [
    (
      "00:01.000 --> 00:04.000\n<v Anna>One <i>two</i> <3 &amp; &lt;b&gt;\n\n00:05.000 --> 00:06.000\n<v.loud Maple Q>No</v>",
      ["@1 Anna: One two <3 & <b>", "@5 Maple Q: No"]
    ),
    (
      "NOTE not said\n00:00 no\n\n7\n00:01.000 --> 00:04.000 align:start\nT: one\ntwo\n\n8\n00:04.000 --> 00:05.000\nC: three",
      ["@1 T: one / two", "@4 C: three"]
    ),
    // They overlap: the one that begins first stands first.
    ("00:02.000 --> 00:05.000\n<v B>second\n\n00:01.000 --> 00:04.000\n<v A>first", ["@1 A: first", "@2 B: second"]),
    // They do not: the clock was started again.
    ("00:09.000 --> 00:10.000\n<v B>first\n\n00:01.000 --> 00:02.000\n<v A>second", ["@9 B: first", "@1 A: second"]),
    (
      "00:01.000 --> 00:02.000\n<v A>one</v> <v B>two</v>\n\n00:01.000 --> 00:02.000\n<v B>three",
      ["@1 A: one", "@1 B: two / three"]
    ),
    (
      "00:01.000 --> 00:02.000\n<v A>one\nB: two\nNote: three\n\n00:03.000 --> 00:04.000\n<v B>four",
      ["@1 A: one", "@1 B: two / Note: three / four"]
    ),
    (
      "00:01.000 --> 00:02.000\n<v A>one\n\n00:05.000 -> 00:09\n<v B>broken arrow\n\n00:10.000 --> 00:11.000\n<v A>two",
      ["@1 A: one", "B: broken arrow", "@10 A: two"]
    ),
    ("00:01.000 --> 00:02.000\nwho knows\n\n00:03.000 --> 00:04.000\n<v B>four", ["@1 ?: who knows", "@3 B: four"]),
    (
      "00:01.000 --> 00:02.000\n<00:01.500>kara<c.red>oke</c>\n\n00:03.000 --> 00:04.000\n<v B>x<y z>",
      ["@1 ?: karaoke", "@3 B: x<y z>"]
    ),
  ])
  func `Captions are heard turn by turn`(text: String, expected: [String]) throws {
    #expect(try turns("WEBVTT\n\n" + text) == expected)
  }

  @Test func `Sixteen bits are read with a byte-order mark only`() throws {
    let text = "T: é🙂\nC: no"
    for isBig in [false, true] {
      let units = ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBig ? pair : pair.reversed()
      }
      #expect(try HeardConversation(reading: units).turns.map(\.text) == ["é🙂", "no"])
      #expect(throws: HeardConversation.Problem.isNoText(at: units.count - 2)) {
        try HeardConversation(reading: units.dropLast())
      }
    }
    #expect(throws: HeardConversation.Problem.isNoText(at: nil)) {
      try HeardConversation(reading: [0xFE, 0xFF, 0xD8, 0x00])
    }
  }

  @Test func `What nobody can read, or nobody says, is refused with the reason`() {
    let refused: [([UInt8], HeardConversation.Problem)] = [
      ([], .isEmpty), (Array(" \n\t\r\n".utf8), .isEmpty), (Array("T: \nC:".utf8), .isEmpty),
      (Array("\n hello there\nyou".utf8), .isUnlabelled(line: 2, "hello there")),
      (Array("WEBVTT\n\n00:01.000 --> 00:02.000\nhello".utf8), .isUnlabelled(line: 4, "hello")),
      (Array("T: ".utf8) + [0xFF], .isNoText(at: 3)), (Array("WEBVTT\n".utf8), .isEmpty),
    ]
    for (bytes, problem) in refused {
      #expect(throws: problem) { try HeardConversation(reading: bytes) }
    }
  }
}
