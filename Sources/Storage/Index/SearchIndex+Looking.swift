import Documents
import GRDB
import Insights

/// What of a practice is not as an index has it.
struct Changes {
  /// Files that are new or other, with their stamps.
  var taken: [(path: String, stamp: FileStamp)] = []
  /// Files that are there no more.
  var gone: [String] = []
  var folders: [String: String] = [:]
  var goneFolders: [String] = []
  /// When every file was looked at, in seconds of the disk's clock.
  var lookedAt: Int?

  /// The time of a look alone is worth no write in a small practice, where there is one at every search.
  var isNothing: Bool { taken.isEmpty && gone.isEmpty && folders.isEmpty && goneFolders.isEmpty }
}

extension SearchIndex {
  /// Up to so many documents every file is looked at before every search. In a larger practice those are whose folder
  /// was changed, as it is by everything that attune and most editors do; all of them are within the hour.
  static let fewFiles = 2_000
  private static let lookLasts = 3_600

  /// Compares the folders, and the files where they may be other, with what an index has.
  func changes(_ index: IndexFile, on shelves: [Shelf]) throws(IndexProblem) -> Changes {
    let now = disk.now.tv_sec
    let (known, count, lookedAt) = try index.ask { db in
      let rows = try Row.fetchAll(db, sql: "SELECT path, stamp FROM folder")
      return (
        Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) }),
        try Int.fetchOne(db, sql: "SELECT max(entry) FROM file") ?? 0,
        try Int.fetchOne(db, sql: "SELECT at FROM look") ?? 0
      )
    }
    let isFew = count <= Self.fewFiles
    let looksAtAll = isFew || now - lookedAt >= Self.lookLasts || now < lookedAt
    var changes = Changes()
    if looksAtAll, !isFew { changes.lookedAt = now }
    var missing = known
    for folder in try folders(on: shelves) {
      missing[folder.path] = nil
      let isOther = known[folder.path] != folder.stamp.kept || !folder.stamp.isSettled
      if known[folder.path] != folder.stamp.kept { changes.folders[folder.path] = folder.stamp.kept }
      if isOther || looksAtAll { try compare(folder.path, with: index, &changes) }
    }
    for path in missing.keys {
      changes.goneFolders.append(path)
      changes.gone += try files(known: index, in: path).keys
    }
    return changes
  }

  /// Every folder of a client's documents.
  func folders(on shelves: [Shelf]) throws(IndexProblem) -> [(path: String, stamp: FileStamp)] {
    try reaching { () throws(StoreProblem) in
      var found: [(path: String, stamp: FileStamp)] = []
      for shelf in shelves {
        for client in try practice.clients(on: shelf) {
          let path = "\(shelf.rawValue)/\(client)"
          if let stamp = try disk.stamp(ofFolder: path) { found.append((path, stamp)) }
        }
      }
      return found
    }
  }

  private func compare(_ folder: String, with index: IndexFile, _ changes: inout Changes) throws(IndexProblem) {
    var known = try files(known: index, in: folder)
    for file in try documents(in: folder) where known.removeValue(forKey: file.path) != file.stamp.text {
      changes.taken.append(file)
    }
    changes.gone += known.keys
  }

  /// The files of documents in a folder.
  func documents(in folder: String) throws(IndexProblem) -> [(path: String, stamp: FileStamp)] {
    let stamps = try reaching { () throws(StoreProblem) in try disk.stamps(in: folder, ending: ".json") }
    return stamps.filter { DocumentID(String($0.name.dropLast(5))) != nil }.map { ("\(folder)/\($0.name)", $0.stamp) }
  }

  private func files(known index: IndexFile, in folder: String) throws(IndexProblem) -> [String: String] {
    try index.ask { db in
      // From `folder/` to what comes behind all that begins so.
      let rows = try Row.fetchAll(
        db, sql: "SELECT path, stamp FROM file WHERE path > ? AND path < ?", arguments: ["\(folder)/", "\(folder)0"])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    }
  }

  func reaching<Value>(_ call: () throws(StoreProblem) -> Value) throws(IndexProblem) -> Value {
    do throws(StoreProblem) { return try call() } catch { throw .isOutOfReach(error) }
  }
}
