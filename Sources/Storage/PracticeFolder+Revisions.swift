import Documents

/// The earlier contents of a document: `0001.json`, `0002.json` and so on in a folder of its own.
extension PracticeFolder {
  /// The revisions of a document that lies in these places, oldest first: those of the folder that has the most.
  func revisions(of places: [DocumentPlace]) throws(StoreProblem) -> [[UInt8]] {
    var longest: (folder: String, numbers: [Int]) = ("", [])
    for folder in Set(places.map(\.revisions)) {
      let numbers = try revisions(in: folder)
      if numbers.last ?? 0 > longest.numbers.last ?? 0 { longest = (folder, numbers) }
    }
    var contents: [[UInt8]] = []
    for number in longest.numbers {
      if let bytes = try disk.read(revision(number, in: longest.folder), limit: .max) { contents.append(bytes) }
    }
    return contents
  }

  /// Adds what a document held; nothing when the newest revision holds the same, as after a power cut.
  func keepRevision(_ bytes: [UInt8], in folder: String) throws(StoreProblem) {
    try folders.make(folder)
    let newest = try revisions(in: folder).last ?? 0
    if newest > 0, try disk.read(revision(newest, in: folder), limit: .max) == bytes {
      try disk.settle(revision(newest, in: folder))
    } else {
      try disk.replace(revision(newest + 1, in: folder), with: bytes)
    }
  }

  func copyRevisions(from old: String, to new: String) throws(StoreProblem) {
    guard old != new else { return }
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
    try folders.syncNames(in: disk.folder(of: folder))
  }

  func revisions(in folder: String) throws(StoreProblem) -> [Int] {
    (try disk.entries(in: folder) ?? [])
      .filter { $0.name.hasSuffix(".json") }
      .compactMap { Int($0.name.dropLast(5)) }
      .sorted()
  }

  func revision(_ number: Int, in folder: String) -> String {
    let digits = String(number)
    return "\(folder)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).json"
  }
}
