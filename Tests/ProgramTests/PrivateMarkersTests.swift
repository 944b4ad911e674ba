import Commands
import Documents
import Storage
import TestSupport
import Testing

/// Forty private notes in one session that is killed again and again: their words stand under `Private/` alone.
@Suite struct PrivateMarkers {
  private func files(on disk: MemoryDisk, in folder: String = "") throws -> [(path: String, text: String)] {
    try (disk.entries(in: folder) ?? []).flatMap { entry -> [(path: String, text: String)] in
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder { return try files(on: disk, in: path) }
      return [(path, String(decoding: try disk.read(path, limit: .max) ?? [], as: UTF8.self))]
    }
  }

  /// Where a marker stands, of those that begin so.
  private func paths(of marker: String, on disk: MemoryDisk) throws -> Set<String> {
    Set(try files(on: disk).filter { $0.text.contains(marker) }.map(\.path))
  }

  @Test func `No word of forty private notes stands outside Private, whatever is killed and resumed`() throws {
    let disk = MemoryDisk(place: "practice")
    let program = try ScriptedProgram(on: disk, now: "2026-02-02T16:10:00-05:00")
    program.run(["list"], [String]())
    try disk.place(Array("transcripts: keep\n".utf8), at: "practice.yaml")
    var command = ["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short", "--session", "6"]
    var steps: [ConversationPage.Step] = []
    var count = 0
    // The draft of a slash line, a line that is refused for its words, and one in capitals, before each answer.
    for line in try TypedCase("case0-chain").lines {
      if count < 40 {
        count += 1
        steps += [.draft("/private halfword\(count)"), .line("/PRIVATE saidword\(count) of the note")]
        if count % 3 == 0 { steps += [.line("/privaet lostword\(count)"), .line("/aside"), .line("")] }
        if count % 8 == 0 {
          steps += [.draft("/private killword\(count)"), .kill]
          program.run(command, steps)
          for marker in ["halfword", "saidword", "lostword", "killword"] {
            #expect(try paths(of: marker, on: disk).allSatisfy { $0.hasPrefix("Private/") }, "\(marker) at \(count)")
          }
          command = ["resume"]
          steps = []
        }
      }
      steps.append(.line(line))
    }
    // The end of the form, and the words of each note with the client gone.
    steps += [.line(""), .line("y")] + (1...40).map { .line("noteword\($0) of the note") } + [.line("n")]
    program.run(command, steps)
    #expect(count == 40)
    for number in 1...40 {
      let found = try paths(of: "noteword\(number) ", on: disk)
      #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("Private/SYN-MAPLE/note-") }, "\(number): \(found)")
    }
    for marker in ["halfword", "saidword", "lostword", "killword"] {
      #expect(try paths(of: marker, on: disk) == [], "\(marker)")
    }
    #expect(try files(on: disk).contains { $0.path.hasPrefix("Transcripts/") && $0.text.contains("> /private …") })

    let chain = try #require(files(on: disk).first { $0.path.hasPrefix("Clients/") && $0.path.hasSuffix(".md") })
    let id = try #require(chain.path.split(separator: "/").last?.dropLast(3)).description
    for words in [
      ["list"], ["list", "--format", "json"], ["show", id], ["show", id, "--format", "json"], ["card", id], ["notes"],
      ["check", "--client", "SYN-MAPLE"], ["doctor"], ["outcome"], ["transcripts", "list"],
      ["transcripts", "show", "transcript-\(id.dropFirst(6))"], ["resume"],
    ] {
      let said = program.run(words, [String]()).said.joined(separator: "\n")
      #expect(!said.contains("noteword"), "\(words)")
    }
    #expect(program.run(["list", "--private"], [String]()).said.joined().contains("note-"))
    // Edited, moved and voided, the record still holds none of them; the notes move along.
    program.run(["edit", id], ["/jump commitments", "/private editword of the note", "/quit", "n"])
    program.run(["move", id, "--client", "SYN-OTHER"], ["y"])
    program.run(["void", id], ["Filed twice."])
    for marker in ["noteword", "editword"] {
      #expect(try paths(of: marker, on: disk).allSatisfy { $0.hasPrefix("Private/") })
    }
  }
}
