import Commands
import Documents
import Storage
import TestSupport
import Testing

/// No word of a reflection, finished or killed half way, stands or is said where a client could read it.
@Suite struct PrivateReflections {
  private static let lines: [ConversationPage.Step] = [
    .line("y The door opened markword. 85"), .line("jaw markword; lecture; n"), .line("Paced breathing markword."),
    .line("y l p Evidence markword. | Both markword."), .line("Sentence markword."), .line("Part markword."),
    .draft("half markword"), .kill, .line(""), .line("2 harm liked"), .line("History markword."),
    .draft("/private slash markword"), .kill, .line("Vague markword. 7 4"),
    .line("If I speak markword. | If I do not markword."), .line("stretched Time markword | Plan markword."),
    .line("y n Parallel markword."), .line("PHQ-9 14 21 28 Jan"), .line("n n n function"), .kill,
    .line("mixed Leaning markword."), .line("consult Fri peer group: Ask markword."),
    .line("level Mon team: Enough markword?"),
    .line("There markword | Options markword | View | Release | Bridge | 20 Feb"),
    .line(""), .line("Risk markword."), .line("Function markword."), .line(""), .line("Stress markword. | Support."),
    .line(""), .line(""), .line("Tool markword | Level | 4 Feb | Rater"), .line("fal"), .line(""), .line("y"),
  ]

  private func files(on disk: MemoryDisk, in folder: String = "") throws -> [(path: String, text: String)] {
    try (disk.entries(in: folder) ?? []).flatMap { entry -> [(path: String, text: String)] in
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder { return try files(on: disk, in: path) }
      return [(path, String(decoding: try disk.read(path, limit: .max) ?? [], as: UTF8.self))]
    }
  }

  private func place(_ name: String, on disk: MemoryDisk) throws {
    let tree = try Fixtures.json(name)
    for tree in tree.array ?? [tree] {
      try PracticeFolder(on: disk).save(tree, markdown: "")
    }
  }

  /// What every verb says that was not asked for what is private, and at the start of the program.
  private func said(by program: ScriptedProgram, id: String) -> [(words: [String], said: String)] {
    let calls: [([String], [String])] = [
      (["list"], []), (["list", "--format", "json"], []), (["show", id], []), (["show", id, "--format", "json"], []),
      (["diff", id], []), (["edit", id], ["/quit"]), (["check", "--client", "SYN-CEDAR"], []), (["check", id], []),
      (["agenda"], []), (["agenda", "--client", "SYN-CEDAR", "--format", "json"], []), (["outcome"], []),
      (["outcome", "--format", "json"], []), (["outcome", "\(id)#nextSteps.1"], ["done"]),
      (["outcome", "nextSteps.1"], ["done"]), (["resume"], []), (["resume", id], []), (["notes"], []),
      (["transcripts", "list"], []), (["card", id], []), (["void", id], ["Gone."]),
      (["move", id, "--client", "SYN-OTHER"], ["y"]), (["agree", "status", "--client", "SYN-CEDAR"], []),
      (["log", "list"], []), (["chain", "--client", "SYN-CEDAR"], ["/map", "/quit", "n"]),
      (["log", "--client", "SYN-CEDAR"], ["/quit", "n"]), (["reflect", "--client", "SYN-CEDAR"], ["n"]),
      (["reflect", "--client", "SYN-CEDAR"], [""]), (["resume", "--private"], ["n"]), ([], ["resume", "quit"]),
    ]
    return calls.map { ($0, program.run($0, $1).said.joined(separator: "\n")) }
  }

  @Test func `Every verb acts as if Private were empty, also while one was killed half way`() throws {
    let disk = MemoryDisk(place: "practice")
    let program = try ScriptedProgram(on: disk, now: "2026-02-05T08:30:00-05:00")
    program.run(["list"], [String]())
    try disk.place(Array("transcripts: keep\n".utf8), at: "practice.yaml")
    for name in ["agreement-v1", "tib-events", "sessions"] { try place("case2-cedar-\(name)", on: disk) }
    var command = ["reflect", "--client", "SYN-CEDAR", "--synthetic", "--session", "7"]
    var steps: [ConversationPage.Step] = [.line("y")]
    var kills = 0
    for step in PrivateReflections.lines {
      steps.append(step)
      guard step == .kill else { continue }
      kills += 1
      program.run(command, steps)
      let journal = try #require(files(on: disk).first { $0.path.hasSuffix(".jsonl") }?.path)
      #expect(journal.hasPrefix("Private/SYN-CEDAR/.journal/SYN-CEDAR.refl-"))
      let id = String(try #require(journal.split(separator: ".").dropLast().last))
      try expectNothing(on: disk, said(by: program, id: id), id: id)
      command = kills == 2 ? ["reflect", "--client", "SYN-CEDAR"] : ["resume", "--private"]
      // That no client is there is asked anew; only then is it offered.
      steps = kills == 2 ? [.line("y"), .line("y")] : [.line("y")]
    }
    #expect(kills == 3)
    program.run(command, steps)
    let file = try #require(
      files(on: disk).first { $0.path.hasPrefix("Private/SYN-CEDAR/refl-") && $0.path.hasSuffix("json") })
    #expect(file.text.contains("\"complete\""))
    #expect(file.text.split(separator: "markword").count == 24, "\(file.text)")
    #expect(!file.text.contains("half") && !file.text.contains("slash"))
    let id = String(file.path.split(separator: "/")[2].dropLast(5))
    try expectNothing(on: disk, said(by: program, id: id), id: id)
    // With the client gone it is all there.
    for words in [
      ["list", "--private"], ["show", id, "--private"], ["agenda", "--private"], ["outcome", "--private"],
    ] {
      #expect(program.run(words, [String]()).said.joined().contains(words == ["list", "--private"] ? id : "markword"))
    }
    #expect(try !files(on: disk).contains { $0.path.contains("/transcript-") && $0.text.contains(id) })
  }

  private func expectNothing(
    on disk: MemoryDisk, _ calls: [(words: [String], said: String)], id: String
  ) throws {
    for file in try files(on: disk) where !file.path.hasPrefix("Private/") {
      #expect(!file.text.contains("markword") && !file.text.contains(id), "\(file.path)")
    }
    for (words, said) in calls {
      // Its own id is said back where a person typed it.
      let heard = words.contains { $0.hasPrefix(id) } ? "" : said
      #expect(!said.contains("markword") && !heard.contains("refl-"), "\(words): \(said)")
      #expect(!said.contains("A reflection with"), "\(words): \(said)")
    }
  }
}
