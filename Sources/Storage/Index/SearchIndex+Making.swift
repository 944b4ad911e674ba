import Documents
import GRDB
import Insights

extension SearchIndex {
  typealias Progress = (_ taken: Int, _ all: Int) -> Void

  /// Makes an index of every document on its shelves, beside the one that is there, and puts it in its place.
  func make(_ half: Half, _ progress: Progress) throws(IndexProblem) {
    let fresh = disk.freshPath(for: half.path)
    try reaching { () throws(StoreProblem) in
      try practice.folders.make(disk.folder(of: half.path))
      try disk.clear(fresh)
      try disk.clear("\(half.path)-journal")
      try disk.create(fresh).close()
    }
    let index = try IndexFile.make(disk.named(fresh))
    try fill(index, on: half.shelves, progress)
    try index.close()
    try reaching { () throws(StoreProblem) in
      if let kind = try disk.kind(of: half.path), kind != .file { try disk.clear(half.path) }
      guard let file = try disk.open(fresh) else { throw .notFound(name: disk.named(fresh)) }
      try file.sync()
      file.close()
      try disk.rename(fresh, to: half.path)
      try disk.syncFolder(disk.folder(of: half.path))
    }
  }

  private func fill(_ index: IndexFile, on shelves: [Shelf], _ progress: Progress) throws(IndexProblem) {
    let now = now()
    let look = try look(on: shelves, atFiles: true)
    let files = look.folders.flatMap { folder in
      (folder.files ?? []).map { (path: "\(folder.path)/\($0.name)", stamp: $0.stamp) }
    }
    try index.change { db in
      var entries: [(order: AgeOrder, entry: Int64)] = []
      for (count, file) in files.enumerated() {
        progress(count, files.count)
        guard let read = try self.read(file.path, file.stamp) else { continue }
        let entry = try db.keep(read)
        if let order = read.order { entries.append((order, entry)) }
      }
      try db.number(entries)
      for folder in look.folders {
        try db.execute(
          sql: "INSERT INTO folder (path, stamp) VALUES (?, ?)", arguments: [folder.path, folder.stamp.kept])
      }
      // With few documents the next look is one at every file again; with many it is not.
      let isFew = files.count <= Self.fewFiles
      let digest = isFew ? look.digest : look.withoutFiles.digest
      try db.remember(LookedAt(every: now, digest: digest, wasWhole: isFew))
      progress(files.count, files.count)
    }
  }

  /// Takes in what was changed.
  func take(_ changes: Changes, into index: IndexFile, _ progress: Progress) throws(IndexProblem) {
    var files: [IndexedFile] = []
    for (count, file) in changes.taken.enumerated() {
      progress(count, changes.taken.count)
      if let read = try read(file.path, file.stamp) { files.append(read) }
    }
    // In their order, each comes behind those that were taken before it.
    files.sort { one, other in
      guard let one = one.order, let other = other.order else { return one.order == nil && other.order != nil }
      return one < other
    }
    try index.change { db in
      for path in changes.gone + files.map(\.path) { try db.remove(path) }
      for file in files { try db.insert(file) }
      for path in changes.goneFolders { try db.execute(sql: "DELETE FROM folder WHERE path = ?", arguments: [path]) }
      for (path, stamp) in changes.folders {
        try db.execute(sql: "INSERT OR REPLACE INTO folder (path, stamp) VALUES (?, ?)", arguments: [path, stamp.kept])
      }
      try db.remember(changes.lookedAt)
      // A word that was taken out stays in the index until its parts are merged. One of a document that went, as to
      // what is private, must not; the others lie in its revisions too, and wait where merging would take long.
      let files = try Int.fetchOne(db, sql: "SELECT files FROM look") ?? 0
      if !changes.gone.isEmpty || files <= Self.fewFiles { try db.optimize() }
    }
  }

  /// A file as an index takes it in; nothing where it went meanwhile.
  func read(_ path: String, _ stamp: FileStamp) throws(IndexProblem) -> IndexedFile? {
    let bytes = try reaching { () throws(StoreProblem) in
      do throws(StoreProblem) { return try disk.read(path, limit: JSON.sizeLimit + 1) } catch {
        // One that may not be read holds nothing that is known; the others are looked into all the same.
        guard case .notPermitted = error else { throw error }
        return Array("not permitted".utf8)
      }
    }
    let parts = path.split(separator: "/")
    guard let bytes, parts.count == 3, let client = ClientCode(String(parts[1])),
      let id = DocumentID(String(parts[2].dropLast(".json".count)))
    else { return nil }
    let tree = PracticeFolder.document(in: bytes)
    // What is private and was put among the record by hand has no word in the index of the record.
    if parts[0] == Shelf.record.rawValue, let tree, Envelope(tree).shelf != .record { return nil }
    let document = tree.map { SearchedDocument($0, client: client) }
    return IndexedFile(path: path, id: id, stamp: stamp.kept, document: document)
  }
}

extension Database {
  /// Numbers documents by their age and indexes them in that order: out of it each would be written by itself.
  fileprivate func number(_ entries: [(order: AgeOrder, entry: Int64)]) throws {
    var last: Int64?
    for (order, entry) in entries.sorted(by: { $0.order < $1.order }) {
      let first = numbers(of: order.day).lowerBound
      let number = max(first, last.map { $0 + 1 } ?? first)
      last = number
      try index(entry: entry, number: number)
    }
    try optimize()
  }

  /// Merges the parts of the index into one.
  fileprivate func optimize() throws { try execute(sql: "INSERT INTO words (words) VALUES ('optimize')") }
}
