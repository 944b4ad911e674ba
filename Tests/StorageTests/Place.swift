import Documents
import FoundationEssentials
import Glibc
import Storage
import TestSupport

/// The two disks that every contract is run on.
enum Twin: String, CaseIterable, Sendable { case memory, posix }

/// A place for a practice that goes when the test does.
final class Place {
  let disk: any Disk
  private let folder: String?
  private let memory: MemoryDisk?

  init(_ twin: Twin) throws {
    switch twin {
    case .memory:
      let memory = MemoryDisk()
      disk = memory
      self.memory = memory
      folder = nil
    case .posix:
      var template = Array("/tmp/attune-test-XXXXXX".utf8CString)
      guard let made = mkdtemp(&template) else { throw StoreProblem(errno: errno, path: "/tmp") }
      let folder = String(cString: made)
      disk = PosixDisk(place: "\(folder)/practice")
      self.folder = folder
      memory = nil
    }
  }

  deinit {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Another program's view of the same practice.
  func practice() -> PracticeFolder { PracticeFolder(on: disk) }

  func prepared() throws -> PracticeFolder {
    let practice = practice()
    _ = try practice.prepare()
    return practice
  }

  func makeLink(at path: String, to target: String) throws {
    if let memory { return try memory.makeLink(at: path) }
    guard symlink(target, disk.named(path)) == 0 else { throw StoreProblem(errno: errno, path: path) }
  }

  /// Writes a file behind the practice's back.
  func put(_ text: String, at path: String) throws {
    _ = try disk.remove(path)
    let file = try disk.create(path)
    try file.append(Array(text.utf8))
    file.close()
  }

  /// Takes a folder of a real disk away with all that is in it.
  func clear(_ path: String) throws { try FileManager.default.removeItem(atPath: disk.named(path)) }

  func text(_ path: String) throws -> String? {
    try disk.read(path, limit: .max).map { String(decoding: $0, as: UTF8.self) }
  }
}

func document(
  _ id: String = "chain-20260209-k3f9", client: String = "SYN-MAPLE", kind: String = "chain",
  recordClass: String = "clinicalRecord", text: String = "one"
) -> JSON {
  [
    "schema": .string("attune/\(kind)/1"), "id": .string(id), "kind": .string(kind), "synthetic": true,
    "clientRef": .string(client), "recordClass": .string(recordClass), "text": .string(text),
  ]
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
