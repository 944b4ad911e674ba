import Documents

extension PracticeFolder {
  @discardableResult
  package func save(_ document: JSON, markdown: String, signedText: String?) throws(StoreProblem) -> DocumentFile {
    guard let target = DocumentPlace(of: document) else { throw .hasNoPlace }
    let bytes = Array(document.pretty.utf8)
    let lock = try lockForWriting()
    defer { lock.release() }
    try folders.settle()
    let found = try finishMoving(places(of: target.id, includingPrivate: true))
    // What was signed stands there before anything says that it was.
    try keepSignedText(signedText, for: target, from: found)
    if found == [target], try self.bytes(of: target) == bytes {
      try disk.settle(target.json)
    } else {
      try write(bytes, to: target, insteadOf: found)
    }
    try write(markdown, to: target)
    for place in found where place != target { try clear(place, keeping: target.revisions) }
    return file(at: target)
  }

  package func signedText(of id: DocumentID) throws(StoreProblem) -> [UInt8]? {
    guard let place = try current(places(of: id, includingPrivate: true)).first else { return nil }
    return try disk.read(place.signedText, limit: JSON.sizeLimit + 1)
  }

  /// Writes the signed text, or takes it along where the document moves.
  private func keepSignedText(
    _ text: String?, for target: DocumentPlace, from found: [DocumentPlace]
  ) throws(StoreProblem) {
    var bytes = text.map { Array($0.utf8) }
    for place in found where bytes == nil && place != target {
      bytes = try disk.read(place.signedText, limit: JSON.sizeLimit + 1)
    }
    guard let bytes else { return }
    try folders.make(target.folder)
    if try disk.read(target.signedText, limit: bytes.count + 1) == bytes {
      try disk.settle(target.signedText)
    } else {
      try disk.replace(target.signedText, with: bytes)
    }
  }

  package func saveMarkdown(_ markdown: String, of file: DocumentFile) throws(StoreProblem) {
    let place = DocumentPlace(of: file)
    let lock = try lockForWriting()
    defer { lock.release() }
    guard try disk.kind(of: place.json) != nil else { throw .notFound(name: place.id.text) }
    try write(markdown, to: place)
  }

  package func removeTranscript(_ id: DocumentID) throws(StoreProblem) -> Bool {
    let lock = try lockForWriting()
    defer { lock.release() }
    let places = try places(of: id, includingPrivate: true).filter { $0.shelf == .transcripts }
    for place in places {
      // The document itself last, when all else is gone for good: as long as it is there, it can be taken away again.
      try removeRevisions(in: place.revisions)
      for path in [place.markdown, place.json] { try disk.remove(disk.freshPath(for: path)) }
      try disk.remove(place.markdown)
      try folders.syncNames(in: place.folder)
      try disk.remove(place.json)
      try folders.syncNames(in: place.folder)
    }
    return !places.isEmpty
  }

  /// Takes away what a power cut left where the document was before it moved; returns where it is now.
  private func finishMoving(_ found: [DocumentPlace]) throws(StoreProblem) -> [DocumentPlace] {
    let current = try current(found)
    guard let home = current.first else { return current }
    for place in found where !current.contains(place) {
      try copyRevisions(from: place.revisions, to: home.revisions)
      try clear(place, keeping: home.revisions)
    }
    return current
  }

  /// Each step can be repeated: a save that a power cut ended is finished by the next one of the same document.
  /// What was there before is the newest revision before anything takes its place.
  private func write(
    _ bytes: [UInt8], to target: DocumentPlace, insteadOf found: [DocumentPlace]
  ) throws(StoreProblem) {
    try folders.make(target.folder)
    for place in found {
      try copyRevisions(from: place.revisions, to: target.revisions)
      if let old = try self.bytes(of: place), old != bytes { try keepRevision(old, in: target.revisions) }
    }
    try disk.replace(target.json, with: bytes)
  }

  private func write(_ markdown: String, to place: DocumentPlace) throws(StoreProblem) {
    let bytes = Array(markdown.utf8)
    if try disk.read(place.markdown, limit: bytes.count + 1) == bytes {
      try disk.settle(place.markdown)
    } else {
      try disk.replace(place.markdown, with: bytes)
    }
  }

  /// Takes away what lies where a document was before it moved, the document itself last: as long as it is there, the
  /// next save comes here again.
  private func clear(_ place: DocumentPlace, keeping kept: String) throws(StoreProblem) {
    if place.revisions != kept { try removeRevisions(in: place.revisions) }
    try disk.remove(place.markdown)
    try disk.remove(place.signedText)
    try disk.remove(place.json)
    try folders.syncNames(in: place.folder)
  }
}
