import Documents

/// What people type, paste or are made to paste that some reader of Markdown or YAML takes for more than text.
let hostileTexts = [
  "# heading", "## heading ##", "heading\n=====", "heading\n-----", "- item", "+ item", "* item", "1. one", "1) one",
  "12. twelve\n13. thirteen", "- [ ] task", "> quoted", "    four spaces", "\ta tab", "```\nfence\n```", "~~~\nfence",
  "`code`", "``co`de``", "*em* **strong** _em_ __strong__ ***both***", "snake_case_word", "2*3*4", "~~gone~~", "a ~ b",
  "---", "***", "___", "===", "[a](http://evil.example)", "![a](http://evil.example/x.png)", "[a][b]",
  "[b]: http://x.example",
  "<http://evil.example>", "http://evil.example and www.evil.example", "WWW.evil.example", "me@example.com", "ftp://x",
  "<b>bold</b>", "<script>alert(1)</script>", "<!-- comment", "<img src=x onerror=y>", "&amp; &lt; &#35; &copy;",
  "a & b",
  "| a | b |\n| - | - |\n| 1 | 2 |", "a | b\n--- | ---", ":--", ": definition", "term\n: definition", "$x^2$ and $$y$$",
  "H~2~O x^2^", "[^1]", "[^1]: note", "[[wiki]]", "::: div", "[@cite] @cite", "{{ liquid }} {% tag %}",
  "#tag and a #tag",
  "c#k1", "% title", "a\\", "a\\\nb", "\\*not em\\*", "ends with two spaces  \nnext", "\n\nblank first",
  "one\n\n\n\ntwo",
  "one\r\ntwo\rthree", "one\u{2028}two\u{2029}three\u{85}four\u{B}five",
  "bidi \u{202E}override\u{202C} \u{2066}isolate",
  "nul \u{0} escape \u{1B}[31m bell \u{7}", "soft\u{AD}hyphen zero\u{200B}width \u{FEFF}mark",
  "joined \u{1F468}\u{200D}\u{1F469}",
  "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645} \u{600}\u{661}", "e\u{301} \u{E9} \u{304B}\u{3099}",
  "\u{2022} bullet",
  "no", "12:30", "007", "1.10", "a #b", "@x", "%d", "'single' \"double\"", "key: value", "? a", "!tag", "*alias",
  "", " ", "\u{200B}", "...", "1.", "-", "+", "#", ">", "|", "\\", "é# a", "a  #  b", "x=y", "=", "100% & more",
]

/// A chain whose every typed text is hostile.
func hostileChain() throws -> JSON {
  let all = JSON.string(hostileTexts.joined(separator: "\n\n"))
  let lines = JSON.string(hostileTexts.joined(separator: "\n"))
  func list(_ id: String, _ key: String, _ more: (JSON) -> JSON.Members = { _ in [:] }) -> JSON {
    .array(
      hostileTexts.enumerated().map { index, text in
        var members = more(.string(text))
        members["id"] = .string("\(id)\(index + 1)")
        members[key] = .string(text)
        return .object(members)
      })
  }
  return [
    "schema": "attune/chain/1", "id": "chain-20260209-h0st", "kind": "chain", "synthetic": true,
    "clientRef": "SYN-\"x\": #\n- y\u{0}\u{85}\u{2028}\u{FEFF}", "sessionDate": "2026-02-09", "status": "no",
    "lang": "12:30",
    "orientation": ["priorCommitments": list("x", "note")],
    "target": ["behavior": all, "place": lines, "tags": ["no", "12:30", "a #b", "007"], "whyThisEpisode": all],
    "therapistPart": lines,
    "safetyGate": ["required": false, "reason": all, "alcoholMedicalCheck": lines],
    "vulnerabilities": list("v", "description") { ["category": $0] },
    "promptingEvent": ["id": "p1", "description": all, "place": all, "external": false, "internalCue": lines],
    "links": list("l", "text") { ["at": $0, "note": $0, "tried": ["text": $0]] },
    "consequences": list("c", "text") { ["timing": $0, "harmTo": [$0]] },
    "function": ["hypothesis": lines],
    "solutions": list("s", "plan") { ["ref": $0, "skill": $0, "rehearsal": $0, "chosen": true] },
    "repair": ["indicated": true, "items": list("r", "repair") { ["toWhom": $0, "harm": $0, "overcorrection": $0] }],
    "commitments": list("k", "text") {
      ["by": $0, "measure": $0, "troubleshooting": [["barrier": $0, "plan": $0]]]
    },
    "validation": list("w", "text") { ["ref": $0] },
    "summary": ["clientWords": all, "story": lines],
  ]
}
