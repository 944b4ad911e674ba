import Documents

extension PracticeFolder {
  package func documents(includingPrivate: Bool) throws(StoreProblem) -> [DocumentFile] {
    var found: [DocumentID: [DocumentPlace]] = [:]
    for shelf in Shelf.all(includingPrivate: includingPrivate) {
      for client in try clients(on: shelf) {
        for place in try places(of: client, on: shelf) { found[place.id, default: []].append(place) }
      }
    }
    var files: [DocumentFile] = []
    for places in found.values {
      for place in try current(places) { files.append(file(at: place)) }
    }
    return files.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  package func documents(of client: ClientCode, includingPrivate: Bool) throws(StoreProblem) -> [DocumentFile] {
    var found: [DocumentPlace] = []
    for shelf in Shelf.all(includingPrivate: includingPrivate) {
      for place in try places(of: client, on: shelf) {
        if try mayBeLeftBehind(place),
          try !current(places(of: place.id, includingPrivate: includingPrivate)).contains(place)
        {
          continue
        }
        found.append(place)
      }
    }
    return found.map(file).sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  /// What a move left behind holds what a revision holds, too.
  private func mayBeLeftBehind(_ place: DocumentPlace) throws(StoreProblem) -> Bool {
    guard try disk.kind(of: place.revisions) != nil else { return false }
    let revisions = try revisions(of: [place])
    guard !revisions.isEmpty, let bytes = try bytes(of: place) else { return false }
    return revisions.contains(bytes)
  }

  package func load(_ file: DocumentFile) throws(StoreProblem) -> JSON? {
    let place = DocumentPlace(of: file)
    return try bytes(of: place).map { (bytes) throws(StoreProblem) in try document(in: bytes, at: place.json) }
  }

  package func load(_ id: DocumentID, includingPrivate: Bool) throws(StoreProblem) -> JSON? {
    guard let place = try current(places(of: id, includingPrivate: includingPrivate)).first,
      let bytes = try bytes(of: place)
    else { return nil }
    return try document(in: bytes, at: place.json)
  }

  package func revisions(of id: DocumentID, includingPrivate: Bool) throws(StoreProblem) -> [Int] {
    guard let place = try current(places(of: id, includingPrivate: includingPrivate)).first else { return [] }
    return try revisions(in: place.revisions)
  }

  package func load(_ id: DocumentID, revision: Int, includingPrivate: Bool) throws(StoreProblem) -> JSON? {
    guard let place = try current(places(of: id, includingPrivate: includingPrivate)).first else { return nil }
    let path = self.revision(revision, in: place.revisions)
    return try disk.read(path, limit: JSON.sizeLimit + 1).map { (bytes) throws(StoreProblem) in
      try document(in: bytes, at: path)
    }
  }

  private func document(in bytes: [UInt8], at path: String) throws(StoreProblem) -> JSON {
    do throws(JSONProblem) {
      let document = try JSON(reading: bytes)
      guard document.object != nil else { throw JSONProblem(.unexpected("["), line: 1, column: 1) }
      return document
    } catch {
      throw .unreadable(path: disk.named(path), error)
    }
  }

  /// The document in the bytes of a file, or nothing.
  static func document(in bytes: [UInt8]) -> JSON? {
    do throws(JSONProblem) {
      let document = try JSON(reading: bytes)
      guard document.object != nil else { return nil }
      return document
    } catch {
      return nil
    }
  }

  package func fingerprint(of id: DocumentID) throws(StoreProblem) -> String? {
    guard let place = try current(places(of: id, includingPrivate: true)).first else { return nil }
    return try bytes(of: place).map(sha256)
  }
}

// MARK: - Finding

extension PracticeFolder {
  func file(at place: DocumentPlace) -> DocumentFile {
    DocumentFile(id: place.id, client: place.client, shelf: place.shelf, path: disk.named(place.json))
  }

  /// One byte more than a document may have, so that one that is too large is refused by its reader.
  func bytes(of place: DocumentPlace) throws(StoreProblem) -> [UInt8]? {
    try disk.read(place.json, limit: JSON.sizeLimit + 1)
  }

  /// Every place where a document of that id lies.
  func places(of id: DocumentID, includingPrivate: Bool) throws(StoreProblem) -> [DocumentPlace] {
    var found: [DocumentPlace] = []
    for shelf in Shelf.all(includingPrivate: includingPrivate) {
      for client in try clients(on: shelf) {
        let place = DocumentPlace(id: id, client: client, shelf: shelf)
        if try disk.kind(of: place.json) != nil { found.append(place) }
      }
    }
    return found
  }

  /// Without those that a power cut left behind while the document moved: what they hold is among the revisions.
  func current(_ places: [DocumentPlace]) throws(StoreProblem) -> [DocumentPlace] {
    guard places.count > 1 else { return places }
    let revisions = try revisions(of: places)
    var contents: [(place: DocumentPlace, bytes: [UInt8]?)] = []
    for place in places { contents.append((place, try bytes(of: place))) }
    let isNew = contents.filter { content in !revisions.contains { $0 == content.bytes } }
    // A document may have been given back what it once held; it is then not what the newest revision holds.
    let isOther = contents.filter { $0.bytes != revisions.last }
    return (isNew.isEmpty ? isOther.isEmpty ? contents : isOther : isNew).map(\.place)
  }

  func clients(on shelf: Shelf) throws(StoreProblem) -> [ClientCode] {
    let parent = shelf.rawValue
    var codes: [ClientCode] = []
    for entry in try disk.entries(in: parent) ?? [] where entry.kind != .file {
      guard let code = ClientCode(entry.name) else { continue }
      guard entry.kind == .folder else { throw .notPlain(path: disk.named("\(parent)/\(entry.name)")) }
      codes.append(code)
    }
    return codes.sorted()
  }

  private func places(of client: ClientCode, on shelf: Shelf) throws(StoreProblem) -> [DocumentPlace] {
    var places: [DocumentPlace] = []
    for entry in try disk.entries(in: "\(shelf.rawValue)/\(client)") ?? [] {
      guard entry.name.hasSuffix(".json"), let id = DocumentID(String(entry.name.dropLast(5))) else { continue }
      let place = DocumentPlace(id: id, client: client, shelf: shelf)
      guard entry.kind == .file else { throw .notPlain(path: disk.named(place.json)) }
      places.append(place)
    }
    return places
  }
}
