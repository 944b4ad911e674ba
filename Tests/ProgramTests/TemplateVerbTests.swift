import Documents
import Forms
import Foundation
import TestSupport
import Testing

/// Question sets of one's own, from export to a chain asked with one's own words.
@Suite struct TemplateVerbs {
  private let builtIn = URL(filePath: Fixtures.tests).deletingLastPathComponent().appending(
    path: "Templates/chain.yaml")

  @Test func `The export is the file as it stands, and lints clean`() throws {
    let practice = try ScratchPractice()
    let exported = try practice.run(["templates", "export", "chain"])
    #expect(exported.output == String(decoding: try Data(contentsOf: builtIn), as: UTF8.self))
    let file = "\(practice.root)/mine.yaml"
    #expect(try practice.run(["templates", "export", "chain", "--out", file]).output == "\(file)\n")
    #expect(try practice.bytes(of: file) == Array(exported.output.utf8))
    let again = try practice.run(["templates", "export", "chain", "--out", file])
    #expect(again.code == 73)
    #expect(again.talk.contains("‘\(file)’ is there already"))
    let lint = try practice.run(["templates", "lint", file])
    #expect(lint.code == 0)
    #expect(lint.output.hasSuffix("questions, nothing wrong.\n"))
    #expect(try practice.run(["templates", "export", "chian"]).code == 64)
    #expect(try practice.run(["templates", "lint", "\(practice.root)/none.yaml"]).code == 66)
  }

  @Test(arguments: ["chain", "missing", "log", "session", "reflect"])
  func `Every built-in question set lints clean when it is one's own`(name: String) throws {
    let practice = try ScratchPractice()
    let file = "\(practice.root)/mine.yaml"
    #expect(try practice.run(["templates", "export", name, "--out", file]).code == 0)
    let lint = try practice.run(["templates", "lint", file])
    #expect(lint.code == 0, "\(lint.talk)")
  }

  /// The rows of the list, each a name, a kind and what it is.
  private func listed(_ practice: ScratchPractice) throws -> [[String]] {
    try practice.run(["templates", "list"]).output.split(separator: "\n").map { row in
      row.split(separator: " ", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `The list says what is built in, yours, and in its place`() throws {
    let practice = try ScratchPractice()
    let builtIn = try listed(practice)
    #expect(builtIn.map { $0[0] } == BuiltIn.templateNames)
    #expect(builtIn[0] == ["chain", "chain", "built-in"])
    #expect(builtIn.allSatisfy { $0[2] == "built-in" })
    let text = try practice.run(["templates", "export", "chain"]).output
    let folder = "\(practice.place)/Templates"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/chain.yaml"))
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/clinic.yaml"))
    try Data("- no".utf8).write(to: URL(filePath: "\(folder)/draft.yaml"))
    let all = try listed(practice)
    #expect(all[0] == ["chain", "chain", "yours, replaces the built-in"])
    #expect(Array(all[1..<builtIn.count]) == Array(builtIn[1...]))
    #expect(
      all[builtIn.count...] == [
        ["clinic", "chain", "yours"], ["draft", "-", "yours; does not read: templates lint"],
      ])
    let rows = try JSON(reading: Array(practice.run(["templates", "list", "--format", "json"]).output.utf8))
    #expect(rows.array?.compactMap { $0["reads"]?.bool } == all.map { $0[0] != "draft" })
    let lint = try practice.run(["templates", "lint", "clinic", "draft"])
    #expect(lint.code == 65)
    #expect(lint.output.hasPrefix("clinic: "))
    #expect(lint.talk.contains("\(folder)/draft.yaml, line 1, column 1: a mapping is wanted."))
  }

  @Test func `A chain with a question set that does not read says its first problems and asks nothing`() throws {
    let practice = try ScratchPractice()
    let file = try practice.exportedTemplate(
      "mine.yaml",
      changing: [
        TemplateChange("    title: Opening", "    titel: Opening"), TemplateChange("prefix: v", "prefix: l"),
        TemplateChange("cap: 40", "cap: many"), TemplateChange("options: eventTags", "options: eventTag"),
      ])
    let run = try practice.run(["chain", "--client", "SYN-MAPLE", "--template", file], input: "y\n")
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.talk.split(separator: "error: ").count == 4)
    #expect(run.talk.hasSuffix("… and 2 more: attune templates lint \(file)\n"))
    #expect(try practice.documents(of: "SYN-MAPLE") == [])
  }

  @Test func `A question set changed by hand asks its own words, and what they bring is kept`() throws {
    let practice = try ScratchPractice()
    let file = try practice.exportedTemplate("mine.yaml", changing: TemplateChange.aHand)
    #expect(try practice.run(["templates", "lint", file]).code == 0)
    let conversation = try TypedConversation(
      practice, ["chain", "--client", "SYN-MAPLE", "--synthetic", "--template", file],
      now: "2026-02-09T16:05:00-05:00")
    try conversation.answer(["y 40 not"])
    #expect(try conversation.answer("y").contains("How loud is it inside right now"))
    #expect(try conversation.answer("45").contains("Which word from group"))
    try conversation.answer(["*willing*, mostly", "n", "n", "n", "Asked; no safety concerns today."])
    try conversation.answer("Scrolled on the phone in bed from eleven until three on Thursday night.")
    // Without the question that was taken out, the next is which kind it was.
    #expect(try conversation.answer("Thu 23:00-02:00 bed; alone").contains("Which tier, which tags"))
    #expect(try conversation.answer("q scrolling happened").contains("scrolling"))
    try conversation.answer("Most recent. 3")
    conversation.terminal.send("/quit\r")
    try conversation.waitForPrompt()
    conversation.terminal.send("n\r")
    #expect(try conversation.terminal.waitExit() == .code(0))

    let document = try practice.document(of: "SYN-MAPLE", on: "2026-02-09")
    #expect(document["x"] == ["clinicWords": "*willing*, mostly"])
    #expect(document["target"]?["tags"] == ["x-scrolling"])
    #expect(document["target"]?["intensity"] == nil)
    let id = try #require(document["id"]?.string)
    #expect(
      try practice.run(["show", id]).output.contains(
        "## Further\n\n- **Clinic words:** \\*willing\\*, mostly\n"))
    // The session goes on with the same questions, wherever their file has gone.
    try FileManager.default.removeItem(atPath: file)
    let resumed = try TypedConversation(practice, ["resume"], now: "2026-02-09T16:35:00-05:00")
    #expect(try resumed.answer("/jump distressAtStart").contains("How loud is it inside"))
  }
}
