import Documents
import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// A practice in a new folder of its own that goes with the test, and the surroundings of a person who has nothing else.
final class ScratchPractice {
  let root: String
  /// Where the practice lies; elsewhere only for the tests that need another disk.
  let place: String

  init(at place: String? = nil) throws {
    var template = Array("/tmp/attune-test-XXXXXX".utf8CString)
    root = String(cString: try #require(mkdtemp(&template)))
    self.place = place ?? root + "/practice"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  deinit { _ = try? FileManager.default.removeItem(atPath: root) }

  var home: String { root + "/home" }

  func environment(now: String) -> [String: String] {
    [
      "ATTUNE_NOW": now, "TZ": "America/New_York", "ATTUNE_PRACTICE": place, "HOME": home, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin",
    ]
  }

  /// A file beside the practice, as someone would hand it in.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(root)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// A fixture as a document of the practice, where no verb makes it.
  func put(_ name: String) throws {
    let tree = try Fixtures.json(name)
    for tree in tree.array ?? [tree] {
      try overwrite(
        "\(place)/Clients/\(tree["clientRef"]?.string ?? "")/\(tree["id"]?.string ?? "").json", tree)
    }
  }

  /// Writes a document where it lies.
  func overwrite(_ path: String, _ tree: JSON) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(tree.pretty.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  // MARK: What lies in it

  /// Every file under a folder, sorted.
  static func files(under folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.map { "\(folder)/\($0)" }.sorted()
  }

  func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path.hasPrefix("/") ? path : "\(place)/\(path)")))
  }

  /// The documents of a client, by their ids.
  func documents(of client: String) throws -> [JSON] {
    try ScratchPractice.files(under: "\(place)/Clients/\(client)").filter { $0.hasSuffix(".json") }.map {
      try JSON(reading: bytes(of: $0))
    }
  }

  /// The one document that was made on a day.
  func document(of client: String, on day: String) throws -> JSON {
    let found = try documents(of: client).filter { $0["sessionDate"]?.string == day }
    return try #require(found.count == 1 ? found[0] : nil, "\(found.count) documents of \(day)")
  }

  /// The half-typed line as it is kept on the disk; one that its journal has outgrown was answered.
  var draft: String {
    for path in ScratchPractice.files(under: place) where path.hasSuffix(".draft") {
      guard let record = try? String(contentsOfFile: path, encoding: .utf8), !record.isEmpty else { continue }
      let lines = record.split(separator: "\n", omittingEmptySubsequences: false)
      let name = path.split(separator: "/").last?.dropLast(".draft".count) ?? ""
      let journal = (try? bytes(of: ".attune/journal/\(name).jsonl")) ?? []
      let behind = lines[0].split(separator: " ").last.flatMap { Int($0) } ?? .max
      if behind >= journal.count(where: { $0 == 0x0A }) { return lines.dropFirst().joined(separator: "\n") }
    }
    return ""
  }

  /// Every byte that a person could lose: the path and content of each file but the lock.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in ScratchPractice.files(under: place) where !path.hasSuffix("/lock") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue { contents[path] = try bytes(of: path) }
    }
    return contents
  }

  // MARK: Running without a terminal

  struct Finished: Hashable {
    let code: Int32
    let output: String
    let talk: String
  }

  /// Runs the program to its end with input, output and complaints in files; in no more kilobytes of memory than are
  /// given, which hold its code too.
  func run(
    _ arguments: [String], input: String = "", now: String = "2026-02-09T16:05:00-05:00",
    environment: [String: String] = [:], kilobytes: Int? = nil
  ) throws -> Finished {
    let stem = "\(root)/run-\(UInt64.random(in: 0 ... .max))"
    let files = [".in", ".out", ".err"].map { stem + $0 }
    defer { for file in files { _ = try? FileManager.default.removeItem(atPath: file) } }
    try Data(input.utf8).write(to: URL(filePath: files[0]))
    for file in files.dropFirst() { try Data().write(to: URL(filePath: file)) }
    let process = Process()
    let program = pathBesideTests("attune")
    process.executableURL = URL(filePath: kilobytes == nil ? program : "/bin/sh")
    let limited = kilobytes.map { ["-c", "ulimit -v \($0); exec \"$0\" \"$@\"", program] } ?? []
    process.arguments = limited + arguments
    process.environment = self.environment(now: now).merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: root)
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    return Finished(
      code: process.terminationStatus, output: try String(contentsOfFile: files[1], encoding: .utf8),
      talk: try String(contentsOfFile: files[2], encoding: .utf8))
  }
}
