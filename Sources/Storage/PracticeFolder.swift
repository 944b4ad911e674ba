import Documents

/// A practice in a folder: documents for people and programs, journals of open sessions, earlier revisions.
package final class PracticeFolder: Store {
  let disk: any Disk
  let folders: DurableFolders

  package init(on disk: any Disk) {
    self.disk = disk
    folders = DurableFolders(on: disk)
  }

  package var place: String { disk.place }

  package func prepare() throws(StoreProblem) -> Bool {
    switch try disk.kind(of: Layout.journals) {
    case .folder: return false
    case .file, .other: throw .notPlain(path: disk.named(Layout.journals))
    case nil: break
    }
    let isNew = try disk.kind(of: Layout.own) == nil
    try disk.makeRoot()
    try folders.make(Layout.journals)
    return isNew
  }

  package func file(_ name: String) throws(StoreProblem) -> [UInt8]? {
    guard let path = Layout.checked(name) else { return nil }
    return try disk.read(path, limit: JSON.sizeLimit + 1)
  }

  package func files(in folder: String) throws(StoreProblem) -> [String] {
    guard let path = Layout.checked(folder) else { return [] }
    return (try disk.entries(in: path) ?? []).filter { $0.kind == .file && Layout.checked($0.name) != nil }
      .map(\.name).sorted()
  }

  /// Keeps every other program from writing documents until the lock is released.
  func lockForWriting() throws(StoreProblem) -> any DiskLock {
    guard let lock = try disk.lock(Layout.lock, byte: 0, patient: true) else { throw .inUse(name: place) }
    return lock
  }
}
