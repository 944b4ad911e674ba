import Documents
import Foundation
import TestSupport
import Testing

/// What is typed stays in the practice folder, for its owner alone.
@Suite struct Privacy {
  /// Lines with a word that stands nowhere else, in place of the longest of each whole sentence.
  private static func marked(_ lines: [String], with stem: String) -> (lines: [String], markers: [String]) {
    var markers: [String] = []
    let marked = lines.map { line in
      let words = line.split(separator: " ")
      let plain = words.dropFirst(2).filter { $0.count > 3 && $0.allSatisfy { $0.isLetter } }
      guard words.count >= 7, let longest = plain.max(by: { $0.count < $1.count }) else { return line }
      let marker = "\(stem)\(markers.count + 100)"
      markers.append(marker)
      return line.replacingCharacters(in: longest.startIndex..<longest.endIndex, with: marker)
    }
    return (marked, markers)
  }

  /// The files outside the practice, of those that were written since, that hold the stem of the markers.
  private func leaks(of stem: String, outside practice: ScratchPractice, since start: Date) throws -> [String] {
    let bytes = Data(stem.utf8)
    return [practice.home, "/tmp", "/var/tmp", "/dev/shm", FileManager.default.currentDirectoryPath].flatMap { folder in
      let keys: [URLResourceKey] = [.isRegularFileKey, .contentModificationDateKey]
      let found = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: keys)
      var leaking: [String] = []
      while let url = found?.nextObject() as? URL {
        if url.path == practice.place || url.lastPathComponent.hasPrefix(".build") {
          found?.skipDescendants()
          continue
        }
        guard let values = try? url.resourceValues(forKeys: Set(keys)), values.isRegularFile == true,
          let changed = values.contentModificationDate, changed >= start,
          let content = try? Data(contentsOf: url, options: .alwaysMapped)
        else { continue }
        if content.range(of: bytes) != nil { leaking.append(url.path) }
      }
      return leaking
    }
  }

  private func expectOwnerOnly(_ practice: ScratchPractice) throws {
    for path in [practice.place] + ScratchPractice.files(under: practice.place) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  private func process(_ conversation: TypedConversation, _ file: String) throws -> String {
    try String(
      decoding: Data(contentsOf: URL(filePath: "/proc/\(conversation.terminal.process)/\(file)")), as: UTF8.self)
  }

  @Test func `Nothing that is typed leaves the practice, and the practice is the owner's alone`() throws {
    let start = Date(timeIntervalSinceNow: -2)
    let practice = try ScratchPractice()
    try practice.holdCase0()
    let stem = "Zq\(UInt32.random(in: 1_000_000...9_999_999))x"
    let typed = try TypedCase("case1-chain")
    let (lines, markers) = Privacy.marked(typed.lines, with: stem)
    #expect(markers.count >= 40)
    // The look-out sees what there is to see: the file that case 0 came in lies outside.
    #expect(try leaks(of: "a bag of chips", outside: practice, since: start).contains("\(practice.root)/case0.json"))

    var conversation = try TypedConversation(practice, typed)
    try conversation.answer(lines.prefix(40))
    // A line that is given up, one that is taken back, a command that is mistyped, and one that is half typed.
    conversation.terminal.send("\(stem) is given up\u{03}")
    try conversation.terminal.expect("/edit brings it back")
    try conversation.waitForPrompt()
    try conversation.answer("19:20 A \(stem) is taken back")
    try conversation.answer("/undo")
    try conversation.answer("\u{15}/undo")
    try conversation.answer("/validat3 \(stem)")
    conversation.terminal.send("\u{15}/validate 5 \(stem) half")
    conversation.wait { practice.draft.hasSuffix("half") }
    #expect(try !process(conversation, "cmdline").contains(stem))
    #expect(try !process(conversation, "environ").contains(stem))
    try expectOwnerOnly(practice)
    conversation.terminal.signal(SIGHUP)
    #expect(try conversation.terminal.waitExit() == .code(0))
    #expect(try leaks(of: stem, outside: practice, since: start) == [])
    try expectOwnerOnly(practice)

    conversation = try TypedConversation(practice, ["resume"], now: typed.now)
    try conversation.answer("\u{15}")
    try conversation.answer(lines.dropFirst(40))
    #expect(try conversation.close() == .code(0))
    let documents = try practice.documents(of: "SYN-MAPLE").map(\.compact).joined()
    let lost = markers.filter { !documents.contains($0) }
    #expect(lost == [])
    #expect(try leaks(of: stem, outside: practice, since: start) == [])
    try expectOwnerOnly(practice)
    #expect(ScratchPractice.files(under: practice.home) == [])
  }
}
