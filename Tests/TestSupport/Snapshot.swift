import FoundationEssentials
import Testing

/// Compares `text` with the file at `path` under `Tests/`, as a whole.
///
/// With `ATTUNE_RECORD=1` in the environment the file is written, and the test fails all the same, so that a record is
/// looked at before it counts.
package func expectSnapshot(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: Fixtures.tests + path)
  if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record(
      "Recorded Tests/\(path). Look at it, then run the tests without ATTUNE_RECORD.", sourceLocation: sourceLocation)
    return
  }
  guard let recorded = try? Data(contentsOf: url) else {
    Issue.record("There is no Tests/\(path).\n\(recordHint)", sourceLocation: sourceLocation)
    return
  }
  #expect(
    text == String(decoding: recorded, as: UTF8.self), "Tests/\(path) is stale.\n\(recordHint)",
    sourceLocation: sourceLocation)
}

private let recordHint = "hint: make record writes what is said now; look at it before it counts."
