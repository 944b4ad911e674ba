import Commands
import Documents
import Interviews
import Storage
import TestSupport
import Testing

/// Commands that show something or wait for something, at every prompt of a whole chain, through the real loop.
@Suite struct CommandWalks {
  /// What is typed for each; those that change the document are tried in the interview's own walk.
  static let tried: [Command: [ConversationPage.Step]] = [
    .why: [.line("/why")], .example: [.line("/example")], .help: [.line("/help"), .line("/help jump"), .line("/?")],
    .map: [.line("/map")], .show: [.line("/show"), .line("/show l1"), .line("/show nowhere")],
    .repeat: [.line("/repeat")], .aside: [.line("/aside"), .line("")], .pause: [.line("/pause")],
    .hide: [.line("/hide"), .line("words")], .crisis: [.line("/crisis"), .line("")], .save: [.line("/save")],
    .more: [.line("/more"), .line("."), .line("/more"), .line("/crisis"), .line(""), .interrupt],
    .editor: [.line("/editor"), .endOfInput, .line("/editor"), .interrupt], .check: [.line("/check")],
    .dismiss: [.line("/dismiss"), .line("/dismiss Q99 no such check"), .line("/dismiss Q13")],
    .off: [
      .line("/off"), .line("between us"), .line("/crisis"), .line(""), .line("/hide"), .line(""), .line("/save"),
      .line("/on"),
    ],
    .on: [.line("/on")], .client: [.line("/c"), .line("/both")],
    .therapist: [.line("/t"), .line("/c"), .line("/both")],
  ]

  private func chain(_ disk: MemoryDisk) throws -> JSON {
    let store = PracticeFolder(on: disk)
    let file = try #require(try store.documents(includingPrivate: false).first)
    return try #require(try store.load(file.id, includingPrivate: false))
  }

  @Test(arguments: tried.keys.sorted { $0.rawValue < $1.rawValue })
  func `A command at every prompt changes no answer`(command: Command) throws {
    let typed = try TypedCase("case0-chain")
    var steps: [ConversationPage.Step] = []
    for line in typed.lines { steps += (CommandWalks.tried[command] ?? []) + [.line(line)] }
    // Past the last question nothing is written, so no editor opens.
    steps += (command == .editor ? [.line("/editor")] : CommandWalks.tried[command] ?? []) + [.line(""), .line("n")]
    let disk = MemoryDisk()
    let program = try ScriptedProgram(on: disk, now: "2026-02-02T16:10:00-05:00")
    let run = program.run(
      ["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short", "--session", "6"], steps)
    #expect(run.code == 0)
    var document = try chain(disk)
    document.apply(.remove("answeredBy"))
    let expected = try Fixtures.json("case0-maple-chain").withoutOutcomes.applying([.remove("answeredBy")])
    #expect(document["status"] == "complete", "\(run.said.suffix(30).joined(separator: "\n"))")
    #expect(document.comparable.differences(from: expected.comparable) == [])
  }
}
