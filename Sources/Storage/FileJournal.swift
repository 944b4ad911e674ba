import Documents

/// The journal of one session in one file.
///
/// A file on which a call failed is never written to again: what the system kept of it is not known. The lines that
/// are safe, and the new one, are then written to a fresh file that takes its place.
final class FileJournal: Journal {
  let name: String
  let place: String
  let lines: [[UInt8]]
  var draft: String?

  let names: JournalName
  let disk: any Disk
  let folders: DurableFolders
  private let lock: any DiskLock
  /// Nothing once a call on it has failed.
  private var file: (any DiskFile)?
  private(set) var isHeld = true
  /// The lines that it began with, and every line for which `append` has returned, each with its line feed.
  private var safe: [UInt8]
  private var safeCount = 0
  /// Whether the last line could not be added; it comes again, and the one being typed stands behind it.
  private var owesLines = false
  /// Whether the names on the way to the file, and its first lines, are not synced yet.
  private var owesBeginning = false
  /// The line being typed as it is kept just now.
  var kept: KeptDraft?

  init(_ names: JournalName, file: any DiskFile, lock: any DiskLock, on disk: any Disk, folders: DurableFolders) {
    self.names = names
    name = names.text
    place = disk.named(names.journal)
    lines = []
    self.disk = disk
    self.folders = folders
    self.lock = lock
    self.file = file
    safe = []
    owesBeginning = true
  }

  init(
    resuming names: JournalName, lock: any DiskLock, on disk: any Disk, folders: DurableFolders
  ) throws(StoreProblem) {
    guard let bytes = try disk.read(names.journal, limit: .max), let file = try disk.open(names.journal) else {
      throw .notFound(name: names.text)
    }
    self.names = names
    name = names.text
    place = disk.named(names.journal)
    self.disk = disk
    self.folders = folders
    self.lock = lock
    self.file = file
    safe = Array(bytes.prefix(wholeLines(of: bytes)))
    lines = safe.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(Array.init)
    safeCount = lines.count
    do {
      // Also when nothing is torn: who wrote the last line may have died before it was synced.
      if safe.count < bytes.count { try file.truncate(to: safe.count) }
      try file.sync()
    } catch {
      try startAfresh(with: safe)
    }
    try disk.syncFolder(names.folder)
    // Only behind a journal that is on the disk a line is known for answered.
    try takeUpDraft()
    try sweep()
  }

  /// How many lines are safe; nothing while that says nothing about the line being typed.
  var count: Int? { owesLines ? nil : safeCount }

  func append(_ lines: [[UInt8]]) throws(StoreProblem) {
    guard isHeld else { throw .notFound(name: name) }
    guard !lines.contains(where: { $0.contains(0x0A) || $0.contains(0) }) else {
      throw .failed(path: place, errno: invalid)
    }
    let bytes = Array(lines.map { $0 + CollectionOfOne(0x0A) }.joined())
    owesLines = true
    try addForGood(bytes)
    owesLines = false
    safe += bytes
    safeCount += lines.count
  }

  func begin(_ lines: [[UInt8]]) throws(StoreProblem) {
    guard isHeld else { throw .notFound(name: name) }
    guard !lines.contains(where: { $0.contains(0x0A) || $0.contains(0) }) else {
      throw .failed(path: place, errno: invalid)
    }
    let bytes = Array(lines.map { $0 + CollectionOfOne(0x0A) }.joined())
    do throws(StoreProblem) { try file?.append(bytes) } catch { try startAfresh(with: bytes) }
    safe += bytes
    safeCount += lines.count
  }

  private func addForGood(_ bytes: [UInt8]) throws(StoreProblem) {
    if let file {
      do {
        try file.append(bytes)
        try file.sync()
        return try settleNames()
      } catch _ {
        // What the system kept of it is not known: it is given up.
      }
    }
    try startAfresh(with: safe + bytes)
    try settleNames()
  }

  /// Syncs what the journal began with, before anything that stands behind it is kept elsewhere.
  func settleBeginning() throws(StoreProblem) {
    guard owesBeginning else { return }
    if let file {
      do throws(StoreProblem) { try file.sync() } catch { try startAfresh(with: safe) }
    } else {
      try startAfresh(with: safe)
    }
    try settleNames()
  }

  private func settleNames() throws(StoreProblem) {
    guard owesBeginning else { return }
    do throws(StoreProblem) {
      try folders.settle()
      try disk.syncFolder(names.folder)
      owesBeginning = false
    } catch {
      // The lines come again, in a fresh file.
      file?.close()
      file = nil
      throw error
    }
  }

  /// Removes what a crash left of a file that was being written.
  private func sweep() throws(StoreProblem) {
    for path in [names.journal, names.draft(isPrivate: false), names.draft(isPrivate: true)] {
      try disk.remove(disk.freshPath(for: path))
    }
  }

  private func startAfresh(with bytes: [UInt8]) throws(StoreProblem) {
    file?.close()
    file = nil
    try disk.replace(names.journal, with: bytes)
    file = try disk.open(names.journal)
  }

  func finish() throws(StoreProblem) {
    file?.close()
    file = nil
    try sweep()
    // No draft may be left behind when the session can no longer be resumed.
    for isPrivate in [true, false] {
      let path = names.draft(isPrivate: isPrivate)
      if try disk.remove(path) { try disk.syncFolder(disk.folder(of: path)) }
    }
    kept = nil
    try disk.remove(names.journal)
    try disk.syncFolder(names.folder)
    isHeld = false
    lock.release()
  }

  func leave() {
    // If it cannot be cut, whoever takes the session up cuts it.
    if keptIsAnswered { do { try forgetDraft() } catch _ {} }
    file?.close()
    file = nil
    isHeld = false
    lock.release()
  }
}

/// How many bytes are whole lines. What follows was torn by a crash: half a line, or the NULs that a file system leaves
/// where it kept a length and not the bytes.
private func wholeLines(of bytes: [UInt8]) -> Int {
  let written = bytes.firstIndex(of: 0) ?? bytes.count
  return bytes[..<written].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
}
