import FoundationEssentials
import Fuzzing
import TestSupport
import Testing

/// What `make fuzz` begins with and once found, through the same targets.
@Suite struct Seeds {
  @Test(arguments: FuzzTarget.allCases) func `Nothing is found again in what is kept`(target: FuzzTarget) throws {
    let folder = "\(Fixtures.tests)Seeds/\(target.rawValue)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      #expect(target.finding(in: bytes) == nil, "Seeds/\(target.rawValue)/\(name)")
      for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 16)) {
        #expect(target.finding(in: Array(bytes[..<cut])) == nil, "the first \(cut) bytes of \(name)")
      }
    }
  }
}
