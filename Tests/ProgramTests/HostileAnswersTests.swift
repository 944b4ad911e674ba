import Console
import Documents
import Foundation
import TestSupport
import Testing

/// Texts that some reader takes for more than text, as answers at a terminal and in a file.
@Suite struct HostileAnswers {
  @Test func `There are two hundred of them and more`() {
    #expect(Set(hostileTexts).count >= 200)
  }

  @Test func `By a file they come back equal to the letter, and what is shown of them is harmless`() throws {
    let practice = try ScratchPractice()
    var tree = try Fixtures.json("case1-maple-chain")
    let links = hostileTexts.enumerated().map { index, text -> JSON in
      ["id": .string("l\(index + 1)"), "at": "18:10", "type": "action", "text": .string(text)]
    }
    tree.apply(.set("links", .array(links)))
    for path: Path in ["solutions", "summary.story"] { tree.apply(.remove(path)) }
    let given = try practice.file("hostile.json", Array(tree.pretty.utf8))
    let saved = try practice.run(["chain", "--answers", given])
    #expect(saved.code == 0, "\(saved.talk)")
    let id = try #require(tree["id"]?.string)
    let path = "Clients/SYN-MAPLE/\(id).json"
    #expect(try JSON(reading: practice.bytes(of: path))["links"] == tree["links"])
    for command in [
      ["show", id], ["show", id, "--format", "json"], ["check", id + ".json"], ["card", id], ["list"],
    ] {
      let shown = try practice.run(command)
      let isHarmless = (shown.output + shown.talk).unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || !(scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x202A...0x202E ~= scalar.value)
      }
      #expect(isHarmless, "\(command)")
    }
  }

  @Test func `What is no text is refused with a place, and nothing is written`() throws {
    let practice = try ScratchPractice()
    let good = Array(try Fixtures.json("case1-maple-chain").pretty.utf8)
    let at = try #require(good.firstIndex(of: UInt8(ascii: "w")))
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
      let run = try practice.run(["chain", "--answers", practice.file("bad.json", good[..<at] + bad + good[at...])])
      #expect(run.code == 65)
      #expect(run.talk.contains("line "), "\(run.talk)")
    }
    #expect(ScratchPractice.files(under: practice.place + "/Clients") == [])
  }

  @Test(arguments: 0..<4) func `Pasted at a terminal they are answers, and nothing is sent that the terminal obeys`(
    part: Int
  ) throws {
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let conversation = try TypedConversation(
      practice, ["edit", "chain-20260202-maple0"], now: "2026-02-09T16:05:00-05:00")
    for (index, text) in hostileTexts.enumerated() where index % 4 == part && text.utf8.count < 6000 {
      let pasted = text.replacing("\u{1B}[201~", with: "")
      let expected = String(String.UnicodeScalarView(fitForALine(pasted)))
      // A question mark alone asks for the choices, pasted or not.
      guard !expected.allSatisfy(\.isWhitespace), expected != "?" else { continue }
      try conversation.answer("/jump clientWords")
      conversation.terminal.send("\u{15}\u{1B}[200~\(pasted)\u{1B}[201~")
      let said = try conversation.answer("")
      #expect(try lastAnswer(in: practice) == expected, "\(index): \(text.debugDescription)")
      for obeyed in [
        "\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}^", "\u{1B}c", "\u{1B}[6n", "\u{1B}[?1049", "\u{202E}", "\u{9B}",
      ] {
        #expect(!said.contains(obeyed), "\(index): \(text.debugDescription)")
      }
    }
    conversation.terminal.signal(SIGKILL)
  }

  /// The words of the last answer in the one journal there is.
  private func lastAnswer(in practice: ScratchPractice) throws -> String? {
    let files = ScratchPractice.files(under: practice.place + "/.attune/journal").filter { $0.hasSuffix(".jsonl") }
    let lines = try practice.bytes(of: #require(files.first)).split(separator: 0x0A)
    let events = try lines.flatMap { line -> [JSON] in
      let value = try JSON(reading: Array(line))
      return value.array ?? [value]
    }
    return events.last { $0["event"] == "answered" }?["said"]?.string
  }
}
