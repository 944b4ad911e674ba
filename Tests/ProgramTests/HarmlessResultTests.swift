import Documents
import Foundation
import TestSupport
import Testing

/// What stands in a document reaches no terminal as a command, whatever verb prints it.
@Suite struct HarmlessResults {
  private static let nasty = "a\u{1B}[2J\u{9B}\u{202E}\u{7F}\u{2028}\u{1FFFE}é\u{1F600}"

  @Test func `The list for programs holds the same values with escapes`() throws {
    let practice = try ScratchPractice()
    let saved = try practice.run([
      "chain", "--answers", practice.file("given.json", Fixtures.bytes("case1-maple-chain")),
    ])
    let path = String(saved.output.dropLast())
    var tree = try JSON(reading: practice.bytes(of: path))
    tree.apply(.set("status", .string(Self.nasty)))
    tree.apply(.set("kind", .string(Self.nasty)))
    try Data(tree.pretty.utf8).write(to: URL(filePath: path))
    for words in [["list", "--format", "json"], ["show", "chain-20260209-maple1", "--format", "json"], ["list"]] {
      let run = try practice.run(words)
      #expect(run.code == 0)
      for scalar in run.output.unicodeScalars where scalar != "\n" {
        let isHarmless = !["\u{1B}", "\u{9B}", "\u{202E}", "\u{7F}", "\u{2028}", "\u{1FFFE}"].contains(scalar)
        #expect(isHarmless, "\(words)")
      }
    }
    let list = try JSON(reading: Array(practice.run(["list", "--format", "json"]).output.utf8))
    #expect(list.array?.first?["status"] == .string(Self.nasty))
    #expect(list.array?.first?["kind"] == .string(Self.nasty))
  }

  private static let options = ["--practice /tmp", "--practice=/tmp", "--plain", "--color never"]

  @Test(arguments: options) func `At the loop, what was decided at the start is refused`(option: String) throws {
    let practice = try ScratchPractice()
    let name = option.prefix { $0 != " " && $0 != "=" }
    let run = try practice.run([], input: "list \(option)\nquit\n")
    #expect(run.code == 0)
    #expect(run.talk.contains("error: \(name) is decided when attune starts."))
    #expect(!run.output.contains("No documents yet."))
  }
}
