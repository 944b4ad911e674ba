import Documents
import Glibc

extension Scratch {
  /// A practice that lies in memory alone, with these files of its own in it.
  package static func inMemory(at place: String, files: [String: [UInt8]]) throws(StoreProblem) -> Scratch {
    let disk = MemoryDisk(place: place)
    _ = try PracticeFolder(on: disk).prepare()
    try disk.makeFolder("Templates")
    for (name, bytes) in files { try disk.place(bytes, at: name) }
    return Scratch(on: disk)
  }

  /// The practice that lies on a disk in memory.
  package init(on disk: MemoryDisk) {
    func own(_ path: String) -> String { String(path.dropFirst(disk.place.count + 1)) }
    self.init(
      store: PracticeFolder(on: disk), stop: { disk.fail(afterCalls: 0, errno: EIO, forGood: true) },
      goOn: { disk.mend() },
      read: { (path) throws(StoreProblem) in try disk.read(own(path), limit: .max) ?? [] },
      write: { (path, bytes) throws(StoreProblem) in
        _ = try disk.remove(own(path))
        try disk.create(own(path)).append(bytes)
      })
  }
}
