import Documents

/// The earlier contents of a document: `0001.json`, `0002.json` and so on in a folder of its own.
extension PracticeFolder {
  func newestRevision(in folder: String) throws(StoreProblem) -> [UInt8]? {
    guard let newest = try revisions(in: folder).last else { return nil }
    return try disk.read(revision(newest, in: folder), limit: .max)
  }

  /// Adds what a document held; nothing when the newest revision holds the same, as after a power cut.
  func keepRevision(_ bytes: [UInt8], in folder: String) throws(StoreProblem) {
    try folders.make(folder)
    let newest = try revisions(in: folder).last ?? 0
    if newest > 0, try newestRevision(in: folder) == bytes {
      try disk.settle(revision(newest, in: folder))
    } else {
      try disk.replace(revision(newest + 1, in: folder), with: bytes)
    }
  }

  func copyRevisions(from old: String, to new: String) throws(StoreProblem) {
    for number in try revisions(in: old) {
      guard let bytes = try disk.read(revision(number, in: old), limit: .max) else { continue }
      let there = try disk.read(revision(number, in: new), limit: .max)
      if there == nil {
        try folders.make(new)
        try disk.replace(revision(number, in: new), with: bytes)
      } else if there != bytes {
        try keepRevision(bytes, in: new)
      }
    }
  }

  func removeRevisions(in folder: String) throws(StoreProblem) {
    let numbers = try revisions(in: folder)
    guard try disk.kind(of: folder) != nil else { return }
    for number in numbers { try disk.remove(revision(number, in: folder)) }
    try disk.removeFolder(folder)
    folders.forget(folder)
    try disk.syncFolder(disk.folder(of: folder))
  }

  private func revisions(in folder: String) throws(StoreProblem) -> [Int] {
    (try disk.entries(in: folder) ?? [])
      .filter { $0.name.hasSuffix(".json") }
      .compactMap { Int($0.name.dropLast(5)) }
      .sorted()
  }

  private func revision(_ number: Int, in folder: String) -> String {
    let digits = String(number)
    return "\(folder)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).json"
  }
}
