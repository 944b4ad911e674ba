import Documents
import GRDB
import Insights

/// What was seen of a practice's folders and files, without looking into one.
struct Look {
  /// A folder of a client's documents.
  struct Folder {
    let path: String
    let stamp: FileStamp
    /// Its files; nothing where they were not looked at.
    var files: [Stamped]?
  }

  var folders: [Folder] = []

  /// All of it in one number; nothing where something may still change unseen.
  var digest: Int64? {
    // In which order a folder names its files is nobody's business.
    var sum: Int64 = 0
    for folder in folders {
      guard folder.stamp.isSettled else { return nil }
      sum &+= mixed(folder.path, "", folder.stamp)
      for file in folder.files ?? [] {
        guard file.stamp.isSettled else { return nil }
        sum &+= mixed(folder.path, file.name, file.stamp)
      }
    }
    return sum
  }

  var withoutFiles: Look {
    Look(folders: folders.map { Folder(path: $0.path, stamp: $0.stamp, files: nil) })
  }

  private func mixed(_ path: String, _ name: String, _ stamp: FileStamp) -> Int64 {
    var mixer = StampMixer()
    mixer.add(path)
    mixer.add(name)
    mixer.add(UInt64(bitPattern: stamp.number))
    return mixer.number
  }
}

/// What of a practice is not as an index has it.
struct Changes {
  /// Files that are new or other, with their stamps.
  var taken: [(path: String, stamp: FileStamp)] = []
  /// Files that are there no more.
  var gone: [String] = []
  var folders: [String: FileStamp] = [:]
  var goneFolders: [String] = []
  var lookedAt: LookedAt
}

/// What an index remembers of the last look.
struct LookedAt {
  /// When every file was looked at, in seconds of the disk's clock.
  var every: Int
  /// The digest of the last look, and whether it was one at every file; nothing where it is not to be relied on.
  var digest: Int64?
  var wasWhole: Bool
}

extension SearchIndex {
  /// Up to so many documents every file is looked at before every search. In a larger practice those are whose folder
  /// was changed, as it is by everything that attune and most editors do; all of them are within the hour.
  static let fewFiles = 2_000
  private static let lookLasts = 3_600

  /// What is not as an index has it; nothing where all of it is.
  func changes(_ index: IndexFile, on shelves: [Shelf]) throws(IndexProblem) -> Changes? {
    let now = now()
    let (last, count) = try index.lastLook()
    let isFew = count <= Self.fewFiles
    let isWhole = isFew || now - last.every >= Self.lookLasts || now < last.every
    let look = try look(on: shelves, atFiles: isWhole)
    if let digest = last.digest, digest == look.digest, last.wasWhole == isWhole { return nil }
    // With many documents the next look is one at their folders alone.
    let digest = isFew ? look.digest : look.withoutFiles.digest
    return try compare(
      look, with: index, isWhole: isWhole,
      LookedAt(every: isWhole ? now : last.every, digest: digest, wasWhole: isFew))
  }

  /// Every folder of a client's documents.
  func look(on shelves: [Shelf], atFiles: Bool) throws(IndexProblem) -> Look {
    try reaching { () throws(StoreProblem) in
      var look = Look()
      for shelf in shelves {
        let folders = try disk.stamps(of: .folder, in: shelf.rawValue, at: now()) { ClientCode($0) != nil }
        for folder in folders {
          let path = "\(shelf.rawValue)/\(folder.name)"
          look.folders.append(
            Look.Folder(path: path, stamp: folder.stamp, files: atFiles ? try documents(in: path) : nil))
        }
      }
      return look
    }
  }

  /// The files of documents in a folder.
  private func documents(in folder: String) throws(StoreProblem) -> [Stamped] {
    try disk.stamps(of: .file, in: folder, at: now()) {
      $0.hasSuffix(".json") && DocumentID(String($0.dropLast(5))) != nil
    }
  }

  private func compare(
    _ look: Look, with index: IndexFile, isWhole: Bool, _ lookedAt: LookedAt
  ) throws(IndexProblem) -> Changes {
    var changes = Changes(lookedAt: lookedAt)
    var missing = try index.folders()
    for folder in look.folders {
      let stamp = missing.removeValue(forKey: folder.path)
      if stamp != folder.stamp.kept { changes.folders[folder.path] = folder.stamp }
      guard stamp != folder.stamp.number || isWhole else { continue }
      var files = folder.files ?? []
      if folder.files == nil { files = try reaching { () throws(StoreProblem) in try documents(in: folder.path) } }
      var known = try index.files(in: folder.path)
      for file in files {
        let path = "\(folder.path)/\(file.name)"
        if known.removeValue(forKey: path) != file.stamp.number { changes.taken.append((path, file.stamp)) }
      }
      changes.gone += known.keys
    }
    for path in missing.keys {
      changes.goneFolders.append(path)
      changes.gone += try index.files(in: path).keys
    }
    return changes
  }

  func reaching<Value>(_ call: () throws(StoreProblem) -> Value) throws(IndexProblem) -> Value {
    do throws(StoreProblem) { return try call() } catch { throw .isOutOfReach(error) }
  }
}

extension IndexFile {
  /// What is remembered of the last look, and how many files there were.
  fileprivate func lastLook() throws(IndexProblem) -> (LookedAt, count: Int) {
    try ask { db in
      let row = try Row.fetchOne(db, sql: "SELECT every, digest, whole, files FROM look")
      guard let row else { throw IndexProblem.isDamaged }
      return (LookedAt(every: row[0], digest: row[1], wasWhole: row[2]), row[3] ?? 0)
    }
  }

  fileprivate func folders() throws(IndexProblem) -> [String: Int64] {
    try ask { db in
      let rows = try Row.fetchAll(db, sql: "SELECT path, stamp FROM folder")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int64) })
    }
  }

  fileprivate func files(in folder: String) throws(IndexProblem) -> [String: Int64] {
    try ask { db in
      // From `folder/` to what comes behind all that begins so.
      let rows = try Row.fetchAll(
        db, sql: "SELECT path, stamp FROM file WHERE path > ? AND path < ?", arguments: ["\(folder)/", "\(folder)0"])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int64) })
    }
  }
}

extension Database {
  func remember(_ look: LookedAt) throws {
    try execute(
      sql: "UPDATE look SET every = ?, digest = ?, whole = ?, files = (SELECT count(*) FROM file)",
      arguments: [look.every, look.digest, look.wasWhole])
  }
}
