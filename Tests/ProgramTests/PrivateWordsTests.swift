import Commands
import Documents
import FoundationEssentials
import Sessions
import Storage
import TestSupport
import Testing

@Suite struct PrivateWords {
  /// Words typed privately, at every place where some can be.
  @Test func `No private word stands outside Private, and none that was off the record stands anywhere`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attune-private-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "y", "y 20 not", "y", "30", "n", "n", "n", "Asked; no concerns.", "/private marker00 typed with the command",
      "/note marker01 typed with the command", "/note", "/private", "/off", "marker02 off the record", "/show marker03",
      "/on", "/skip", "/jump end",
    ]
    try run(["chain", "--client", "SYN-MAPLE", "--synthetic"], lines + ["", "n"], in: folder)
    try run(["resume"], ["/private", "/jump end", "/quit", "n"], in: folder)
    let all = try contents(of: folder)
    for marker in 0...3 {
      let name = "marker0\(marker)"
      #expect(all.filter { $0.text.contains(name) }.map(\.path) == [], "\(name)")
    }
  }

  @Test func `Words of private notes are found under Private alone`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attune-private-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var lines = try TypedCase("case0-chain").lines
    lines.insert(contentsOf: ["/private", "/note", "/private"], at: 12)
    lines += ["", "y", "/editor", "recordword of the note", "privateword one", "privateword two", "n"]
    try run(["chain", "--client", "SYN-MAPLE", "--synthetic", "--form", "short"], lines, in: folder)
    let all = try contents(of: folder)
    let found = all.filter { $0.text.contains("privateword") }.map(\.path)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.contains("/Private/") })
    #expect(
      all.contains { $0.path.contains("/Clients/") && $0.path.hasSuffix(".json") && $0.text.contains("recordword") })
    #expect(!all.contains { $0.path.hasSuffix(".md") && $0.text.contains("recordword") })
  }

  @discardableResult
  private func run(_ command: [String], _ lines: [String], in folder: URL) throws -> Int32 {
    var program = try ScriptedProgram(
      on: PosixDisk(place: folder.path), now: "2026-02-02T16:10:00-05:00")
    program.isAttended = false
    return program.run(command, lines).code
  }

  private func contents(of folder: URL) throws -> [(path: String, text: String)] {
    var found: [(path: String, text: String)] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let path = "\(folder.path)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      found.append((path, String(decoding: data, as: UTF8.self)))
    }
    return found
  }
}
