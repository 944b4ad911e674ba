import Documents

/// The folders of a practice that this process knows to be durable.
///
/// A folder that is there when the program starts may have been made by one that died before its name was synced, so
/// each is synced once, whoever made it.
final class DurableFolders {
  private let disk: any Disk
  private var known: Set<String> = []
  private var owed: Set<String> = []

  init(on disk: any Disk) { self.disk = disk }

  /// Makes a folder and those above it where they are missing. With `later`, their names are synced by `settle`, before
  /// anything in them counts as kept.
  func make(_ path: String, later: Bool = false) throws(StoreProblem) {
    guard !path.isEmpty, !known.contains(path) else { return }
    let parent = disk.folder(of: path)
    try make(parent, later: later)
    switch try disk.kind(of: path) {
    case nil: try disk.makeFolder(path)
    case .folder: break
    case .file, .other: throw .notPlain(path: disk.named(path))
    }
    if later {
      owed.insert(parent)
    } else {
      try disk.syncFolder(parent)
      known.insert(path)
    }
  }

  /// Syncs a folder from which something was removed. When that fails it is tried again by `settle`: what is gone for
  /// this process would be back after a power cut.
  func syncNames(in folder: String) throws(StoreProblem) {
    owed.insert(folder)
    try disk.syncFolder(folder)
    owed.remove(folder)
  }

  func settle() throws(StoreProblem) {
    for folder in owed.sorted() { try syncNames(in: folder) }
  }

  /// The folder was removed.
  func forget(_ path: String) { known.remove(path) }
}
