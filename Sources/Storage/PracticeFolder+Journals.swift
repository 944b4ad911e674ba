import Documents

extension PracticeFolder {
  package func openSessions() throws(StoreProblem) -> [String] {
    JournalName.names(in: try disk.entries(in: Layout.journals) ?? [])
  }

  package func openPrivateSessions() throws(StoreProblem) -> [String] {
    var names: [String] = []
    for entry in try disk.entries(in: Shelf.private.rawValue) ?? [] where entry.kind == .folder {
      guard let client = ClientCode(entry.name) else { continue }
      names += JournalName.names(in: try disk.entries(in: Layout.privateJournals(of: client)) ?? [])
    }
    return names.sorted()
  }

  package func beginJournal(_ name: String) throws(StoreProblem) -> any Journal {
    guard let name = JournalName(name) else { throw .hasNoPlace }
    try folders.make(name.folder, later: true)
    let lock = try lock(name)
    let file: any DiskFile
    do {
      file = try disk.create(name.journal)
    } catch .failed(_, errno: alreadyThere) {
      throw .inUse(name: name.text)
    }
    // Nothing is said yet that could be lost: names and all are synced with the first answer.
    return FileJournal(name, file: file, lock: lock, on: disk, folders: folders)
  }

  package func resumeJournal(_ name: String) throws(StoreProblem) -> any Journal {
    guard let name = JournalName(name), try disk.kind(of: name.journal) != nil else { throw .notFound(name: name) }
    try folders.make(name.folder)
    return try FileJournal(resuming: name, lock: lock(name), on: disk, folders: folders)
  }

  private func lock(_ name: JournalName) throws(StoreProblem) -> any DiskLock {
    guard let lock = try disk.lock(Layout.lock, byte: name.lockByte, patient: false) else {
      throw .inUse(name: name.text)
    }
    return lock
  }
}
