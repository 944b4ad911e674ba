import Documents
import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// Transcripts of sessions that were typed at a terminal, kept and played again.
@Suite struct Transcripts {
  private func practice(_ keeping: String, withCase0: Bool = true) throws -> ScratchPractice {
    let practice = try ScratchPractice()
    if withCase0 { try practice.holdCase0() } else { _ = try practice.run(["list"]) }
    try Data("clear: never\ntranscripts: \(keeping)\n".utf8).write(to: URL(filePath: practice.place + "/practice.yaml"))
    return practice
  }

  private func transcript(in practice: ScratchPractice) throws -> (path: String, text: String) {
    let files = ScratchPractice.files(under: practice.place + "/Transcripts").filter { $0.hasSuffix(".md") }
    let path = try #require(files.count == 1 ? files[0] : nil, "\(files)")
    return (path, String(decoding: try practice.bytes(of: path), as: UTF8.self))
  }

  /// Closes the form; the screen is not asked about.
  private func close(_ conversation: TypedConversation) throws {
    conversation.terminal.send("\r")
    try conversation.terminal.expect("Saved")
    #expect(try conversation.terminal.waitExit() == .code(0))
  }

  @Test(arguments: ["case1-chain", "case2-chain"])
  func `A chain's transcript plays again to the same conversation`(name: String) throws {
    let practice = try practice("keep", withCase0: name == "case1-chain")
    let typed = try TypedCase(name)
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines)
    try close(conversation)
    let (path, _) = try transcript(in: practice)
    let replay = try practice.run(["transcripts", "run", path])
    #expect(replay.output == "No difference.\n")
    #expect(replay.code == 0)
    let before = try practice.contents()
    _ = try practice.run(["transcripts", "run", path])
    #expect(try practice.contents() == before)
    // A page that says something else is told apart, at its line.
    let other = try transcript(in: practice).text.replacing("distress", with: "distres")
    let changed = try practice.run(["transcripts", "run", practice.file("other.md", Array(other.utf8))])
    #expect(changed.code == 1)
    #expect(changed.output.contains("-   ") && changed.output.contains("distress"))
  }

  @Test
  func `A session that was killed, gone back in and half off the record plays again, and says nothing it should not`()
    throws
  {
    let practice = try practice("keep")
    let typed = try TypedCase("case1-chain")
    let first = try TypedConversation(practice, typed)
    try first.answer(typed.lines.prefix(6))
    try first.answer("/map")
    try first.answer("/private secretword about them")
    try first.answer("/pirvate otherword")
    first.terminal.send("\u{15}")
    try first.answer("")
    first.terminal.send("/crisis\r")
    try first.terminal.expect("Enter goes back.")
    try first.terminal.expect("\u{1B}[?2004h")
    try first.answer("")
    try first.answer("/off", prompt: "off › ")
    try first.answer("unsaidword", prompt: "off › ")
    try first.answer("/on")
    try first.answer("/back")
    try first.answer("/next")
    first.terminal.send("a half line")
    first.wait { practice.draft == "a half line" }
    first.terminal.signal(SIGKILL)
    _ = try first.terminal.waitExit()

    let second = try TypedConversation(practice, ["resume"], now: "2026-02-09T16:20:00-05:00")
    second.terminal.send("\u{15}")
    try second.answer(typed.lines.dropFirst(6))
    second.terminal.send("\r")
    try second.terminal.expect("marked for words")
    try second.waitForPrompt()
    second.terminal.send("n\r")
    try second.terminal.expect("Saved")
    #expect(try second.terminal.waitExit() == .code(0))

    let (path, text) = try transcript(in: practice)
    #expect(text.contains("> /private …\n"))
    #expect(text.contains("> /pirvate …\n"))
    #expect(text.contains(">~ a half line\n!kill\n"))
    #expect(text.contains("On the record again, after 0 minutes."))
    for word in ["secretword", "otherword", "unsaidword", "988", "/crisis"] { #expect(!text.contains(word)) }
    let words = ["secretword", "otherword", "unsaidword"]
    for file in ScratchPractice.files(under: practice.place) {
      let content = String(decoding: (try? practice.bytes(of: file)) ?? [], as: UTF8.self)
      for word in words { #expect(!content.contains(word) || file.contains("/Private/"), "\(word) in \(file)") }
    }
    let replay = try practice.run(["transcripts", "run", path])
    #expect(replay.output == "No difference.\n", "\(replay.talk)")
  }

  @Test func `A practice that keeps none has nothing of the conversation in its journal, and no transcript`() throws {
    let practice = try practice("discard")
    let typed = try TypedCase("case1-chain")
    let conversation = try TypedConversation(practice, typed)
    try conversation.answer(typed.lines.prefix(8))
    for file in ScratchPractice.files(under: practice.place + "/.attune/journal") {
      #expect(!String(decoding: try practice.bytes(of: file), as: UTF8.self).contains("heard"))
    }
    try conversation.answer(typed.lines.dropFirst(8))
    try close(conversation)
    #expect(ScratchPractice.files(under: practice.place + "/Transcripts") == [])
    #expect(try practice.run(["transcripts", "list"]).output.contains("No transcripts"))
  }

  @Test func `Asked for each time, it is kept on yes alone, listed, shown and taken away for good`() throws {
    var practice = try practice("ask", withCase0: false)
    for answer in ["n", "y"] {
      practice = try self.practice("ask", withCase0: false)
      let typed = try TypedCase("case2-chain")
      let conversation = try TypedConversation(practice, typed)
      try conversation.answer(typed.lines)
      try conversation.answer("")
      #expect(conversation.terminal.screen(columns: 80).text.contains("Keep a transcript of this session?"))
      conversation.terminal.send("\(answer)\r")
      try conversation.terminal.expect("Saved")
      #expect(try conversation.terminal.waitExit() == .code(0))
      #expect(ScratchPractice.files(under: practice.place + "/Transcripts").isEmpty == (answer == "n"))
    }
    let list = try practice.run(["transcripts", "list", "--format", "json"])
    let rows = try JSON(reading: Array(list.output.utf8)).array ?? []
    #expect(rows.count == 1)
    let id = try #require(rows.first?["id"]?.string)
    #expect(try practice.run(["transcripts", "show", id]).output.contains("```session\n$ attune chain"))
    let tree = try JSON(reading: Array(practice.run(["transcripts", "show", id, "--format", "json"]).output.utf8))
    let answers = (tree["entries"]?.array ?? []).filter { $0["answer"] != nil }
    #expect(answers.allSatisfy { $0["prompt"] != nil || $0["answer"] == "" })
    #expect(answers.contains { $0["voice"] == "therapist" } && answers.contains { $0["voice"] == "client" })
    #expect(try practice.run(["list", "--format", "json"]).output.contains(id) == false)
    #expect(try practice.run(["transcripts", "delete", id]).code == 64)
    #expect(try practice.run(["transcripts", "delete", id, "--yes"]).code == 0)
    #expect(ScratchPractice.files(under: practice.place + "/Transcripts/SYN-CEDAR") == [])
    #expect(try practice.run(["transcripts", "show", id]).code == 66)
    #expect(try practice.run(["transcripts", "delete", "chain-20260202-maple0", "--yes"]).code == 66)
  }
}

/// Sessions that were held elsewhere.
@Suite struct SessionsHeldElsewhere {
  private func file(_ text: String, in practice: ScratchPractice) throws -> String {
    let path = practice.place + "-heard.txt"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func `Who is who is given or known, else the file is refused and nothing is kept`() throws {
    let practice = try ScratchPractice()
    let named = try file("Anna: How was it?\nMaple Q: Hard.\nBob: Hm.\n", in: practice)
    defer { try? FileManager.default.removeItem(atPath: named) }
    let refused = try practice.run(["transcripts", "import", named, "--client", "SYN-CEDAR"])
    #expect(refused.code == 65)
    #expect(refused.talk.contains("‘Anna’ in line 1, ‘Maple Q’ in line 2, ‘Bob’ in line 3"), "\(refused.talk)")
    let stranger = try practice.run(
      ["transcripts", "import", named, "--client", "SYN-CEDAR", "--speakers", "Ana=T,Maple Q=C"])
    #expect(stranger.code == 64 && stranger.talk.contains("‘Ana’"), "\(stranger.talk)")
    let listed = try practice.run(["transcripts", "list", "--format", "json"])
    #expect(try JSON(reading: Array(listed.output.utf8)) == [])
    let taken = try practice.run([
      "transcripts", "import", named, "--client", "SYN-CEDAR", "--speakers", "Anna=T,Maple Q=C", "--date", "2026-02-03",
    ])
    #expect(taken.code == 0, "\(taken.talk)")
    let tree = try JSON(reading: practice.bytes(of: taken.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(tree["recordClass"] == "psychotherapyNote" && tree["sessionDate"] == "2026-02-03")
    #expect(
      tree["entries"] == [
        ["voice": "therapist", "answer": "How was it?"],
        ["voice": "client", "answer": "Hard."],
        ["voice": "?", "speaker": "Bob", "answer": "Hm."],
      ])
    let shown = try practice.run(["transcripts", "show", tree["id"]?.string ?? ""])
    #expect(shown.output.contains("**Client**: Hard.\n\n**Bob**: Hm."), "\(shown.output)")
  }
}

/// A transcript that is looked at again.
@Suite struct MarkedTranscripts {
  @Test func `Marks stand beside what was said, which stays as it was, and the page still replays`() throws {
    let practice = try ScratchPractice()
    try practice.put("case2-cedar-agreement-v1")
    try Data("clear: never\ntranscripts: keep\n".utf8).write(to: URL(filePath: practice.place + "/practice.yaml"))
    let now = "2026-02-04T18:00:00-05:00"
    let log = try practice.run(
      ["log", "--client", "SYN-CEDAR"], input: "late 17:12 none Bus\n\n\n/skip\n\n", now: now)
    #expect(log.code == 0, "\(log.talk)")
    let listed = try practice.run(["transcripts", "list", "--format", "json"])
    let id = try #require(try JSON(reading: Array(listed.output.utf8)).array?.first?["id"]?.string)
    let path = "\(practice.place)/Transcripts/SYN-CEDAR/\(id).json"
    let before = try JSON(reading: practice.bytes(of: path))
    let talk = try practice.run(
      ["transcripts", "annotate", id],
      input: "4 valid It *made* sense\n4 zzz\n99 vague x\nnonsense\n2 solution\ndrop 2\n3 re x\n\n")
    #expect(talk.code == 0, "\(talk.talk)")
    #expect(
      talk.output.contains("There is no tag ‘zzz’") && talk.output.contains("There is no turn 99"), "\(talk.output)")
    #expect(talk.output.contains("There is no tag ‘re’"), "\(talk.output)")
    #expect(talk.output.contains("Not known: raised."), "\(talk.output)")
    let named = try practice.run(
      ["transcripts", "annotate", id, "--at", "2", "--tag", "therapist part", "--note", "-", "--format", "json"],
      input: "I was short.\n")
    #expect(named.code == 0, "\(named.talk)")
    #expect(try JSON(reading: Array(named.output.utf8))["unknown"] == ["raised"])
    let after = try JSON(reading: practice.bytes(of: path))
    #expect(after["entries"] == before["entries"])
    #expect(
      after["annotations"] == [
        ["index": 2, "tag": "therapistPart", "note": "I was short."],
        ["index": 4, "tag": "validation", "note": "It *made* sense"],
      ])
    let shown = try practice.run(["transcripts", "show", id])
    #expect(shown.output.contains("- 4, validation: It \\*made\\* sense"), "\(shown.output)")
    let replayed = try practice.run(["transcripts", "run", id])
    #expect(replayed.code == 0, "\(replayed.output)")
    for wrong in [["--at", "2"], ["--tag", "vague"], ["--note", "-"], ["--at", "-1", "--tag", "vague"]] {
      #expect(try practice.run(["transcripts", "annotate", id] + wrong).code == 64, "\(wrong)")
    }
  }
}
