import Documents

/// The text that an editor is given, in a folder that no other session looks into: whatever the editor leaves beside it
/// is this session's too, and goes with it.
extension FileJournal {
  func beginEdit(_ text: String) throws(StoreProblem) -> String {
    guard isHeld else { throw .notFound(name: name) }
    try settleBeginning()
    try folders.make(names.editFolder)
    switch try disk.kind(of: names.editFile) {
    case .file: return disk.named(names.editFile)
    case .folder, .other: throw .notPlain(path: disk.named(names.editFile))
    case nil: break
    }
    do {
      let file = try disk.create(names.editFile)
      try file.append(Array(text.utf8))
      try file.sync()
      file.close()
      try disk.syncFolder(names.editFolder)
    } catch {
      // Half a text must not be taken for one that an editor left; what cannot be removed now is said by the next try.
      do { try disk.clear(names.editFile) } catch _ {}
      throw error
    }
    return disk.named(names.editFile)
  }

  func edited(rescued: Bool, limit: Int) throws(StoreProblem) -> [UInt8]? {
    if rescued { try putBackRescued() }
    return try disk.read(names.editFile, limit: limit)
  }

  /// From then on there is one text, whoever reads or opens it.
  private func putBackRescued() throws(StoreProblem) {
    for path in names.rescuedFiles where try disk.kind(of: path) == .file {
      try disk.rename(path, to: names.editFile)
      try disk.syncFolder(names.editFolder)
      return
    }
  }

  func endEdit() throws(StoreProblem) {
    guard try disk.kind(of: names.editFolder) != nil else { return }
    try disk.clear(names.editFolder)
    folders.forget(names.editFolder)
    try folders.syncNames(in: disk.folder(of: names.editFolder))
  }
}

extension PracticeFolder {
  package func sweepEdits(of client: ClientCode) throws(StoreProblem) {
    let parent = Layout.edits(of: client)
    for entry in try disk.entries(in: parent) ?? [] {
      // A session that is still open takes up its own.
      if let name = JournalName(entry.name), try disk.kind(of: name.journal) != nil { continue }
      let path = "\(parent)/\(entry.name)"
      try disk.clear(path)
      folders.forget(path)
      try folders.syncNames(in: parent)
    }
  }
}
