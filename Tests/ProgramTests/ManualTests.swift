import FoundationEssentials
import TestSupport
import Testing

/// The pages of `Transcripts/`, played through the real loop and compared to the letter.
@Suite struct Manual {
  static let folder = URL(filePath: Fixtures.tests).deletingLastPathComponent().appending(path: "Transcripts").path

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: names)
  func `A page says what the program says`(name: String) throws {
    let url = URL(filePath: "\(Manual.folder)/\(name)")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let played = try Replay(ManualPage(text)).text()
    try expectSnapshot(played, at: "../Transcripts/\(name)")
  }

  @Test func `The manual has its first pages`() {
    #expect(Manual.names.count >= 6)
  }
}
