import Documents
import FoundationEssentials

/// The three synthetic cases of the clinical specification, as files beside the tests.
package enum Fixtures {
  /// The folder `Tests/`, wherever the sources lie.
  package static let tests = String(#filePath.dropLast("TestSupport/Fixtures.swift".count))

  /// The fixtures' names without `.json`, sorted.
  package static let names = [
    "case0-maple-chain", "case1-maple-chain", "case1-maple-missing-links", "case2-cedar-accountability",
    "case2-cedar-agreement-review", "case2-cedar-agreement-v1", "case2-cedar-chain-lateness",
    "case2-cedar-reflection-PRIVATE", "case2-cedar-sessions", "case2-cedar-tib-events", "gate-complete",
  ]

  package static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: "\(tests)Fixtures/\(name).json")))
  }

  package static func json(_ name: String) throws -> JSON { try JSON(reading: bytes(name)) }
}
