import Documents
import Glibc
import Insights

/// Finds documents through an index of their words (SQLite, FTS5): `.attune/index.sqlite` for the record, another one
/// under `Private/` for what is private.
///
/// The files are the truth: before every search they are compared with what the index knows of them, what it names is
/// read from them, and where it cannot be kept the files are read through instead.
package final class SearchIndex: Searching {
  let practice: PracticeFolder
  let disk: PosixDisk
  /// Seconds of the clock that stamps files.
  let now: () -> Int

  /// An index of its own for some shelves.
  struct Half {
    let path: String
    let shelves: [Shelf]
  }

  static let shared = Half(path: "\(Layout.own)/index.sqlite", shelves: [.record])
  static let hidden = Half(path: "\(Shelf.private.rawValue)/.index.sqlite", shelves: [.private, .transcripts])

  package init(of practice: PracticeFolder, on disk: PosixDisk, now: @escaping () -> Int = secondsOfFiles) {
    self.now = now
    self.practice = practice
    self.disk = disk
  }

  package func find(
    _ query: SearchQuery, by order: SearchOrder, limit: Int, includingPrivate: Bool,
    progress: (_ taken: Int, _ all: Int) -> Void
  ) throws(StoreProblem) -> SearchResult {
    let halves = includingPrivate ? [Self.shared, Self.hidden] : [Self.shared]
    do throws(IndexProblem) {
      var found: [Found] = []
      var unreadable: [String] = []
      for half in halves where try isThere(half) {
        let answer = try search(half, query, by: order, limit: limit + 1, progress)
        found += answer.found
        unreadable += answer.unreadable
      }
      found = try current(found)
      found.sort { ($0.candidate.rank, $1.age) < ($1.candidate.rank, $0.age) }
      return SearchResult(
        found: found.prefix(limit).map(\.document), hasMore: found.count > limit, unreadable: unreadable.sorted())
    } catch {
      switch error {
      case .isInUse: return try readThrough(.inUse(name: disk.named(Self.shared.path)))
      case .isDamaged: return try readThrough(.failed(path: disk.named(Self.shared.path), errno: EIO))
      case .isOutOfReach(let problem): return try readThrough(problem)
      }
    }

    // What cannot be kept is not needed for an answer.
    func readThrough(_ problem: StoreProblem) throws(StoreProblem) -> SearchResult {
      var result = try ReadingThrough(practice).find(
        query, by: order, limit: limit, includingPrivate: includingPrivate, progress: progress)
      result.noIndex = problem
      return result
    }
  }

  /// Without documents that a power cut left in two places, but where they are now.
  private func current(_ found: [Found]) throws(IndexProblem) -> [Found] {
    let twice = Dictionary(grouping: found, by: \.candidate.id).filter { $0.value.count > 1 }
    if twice.isEmpty { return found }
    return try reaching { () throws(StoreProblem) in
      var current: [DocumentID: Set<String>] = [:]
      for id in twice.keys {
        let places = try practice.current(practice.places(of: id, includingPrivate: true))
        current[id] = Set(places.map(\.json))
      }
      return found.filter { current[$0.candidate.id]?.contains($0.candidate.path) ?? true }
    }
  }

  /// Whether there is anything to be indexed: no folder is made for what is private where nothing is.
  private func isThere(_ half: Half) throws(IndexProblem) -> Bool {
    try reaching { () throws(StoreProblem) in
      for shelf in half.shelves where try disk.kind(of: shelf.rawValue) == .folder { return true }
      return false
    }
  }
}

// MARK: - One half

/// A document that was found, with what it is ordered by.
private struct Found {
  let candidate: Candidate
  let document: FoundDocument
  let age: AgeOrder
}

extension SearchIndex {
  private typealias Answer = (found: [Found], unreadable: [String])

  private func search(
    _ half: Half, _ query: SearchQuery, by order: SearchOrder, limit: Int, _ progress: Progress
  ) throws(IndexProblem) -> Answer {
    do throws(IndexProblem) {
      if let index = try openIndex(half) {
        try refresh(index, half, progress)
        return try search(index, query, by: order, limit: limit)
      }
    } catch {
      guard case .isDamaged = error else { throw error }
    }
    try locked { () throws(IndexProblem) in try make(half, progress) }
    guard let index = try openIndex(half) else { throw .isDamaged }
    return try search(index, query, by: order, limit: limit)
  }

  private func openIndex(_ half: Half) throws(IndexProblem) -> IndexFile? {
    let size = try reaching { () throws(StoreProblem) in try disk.size(of: half.path) }
    guard let size, size > 0 else { return nil }
    return try IndexFile.open(disk.named(half.path), size: size)
  }

  private func search(
    _ index: IndexFile, _ query: SearchQuery, by order: SearchOrder, limit: Int
  ) throws(IndexProblem) -> Answer {
    var found: [Found] = []
    var skipped = 0
    while found.count < limit {
      let candidates = try index.candidates(query, by: order, limit: limit, after: skipped)
      for candidate in candidates where found.count < limit {
        if let document = try load(candidate), query.holds(document.searched) {
          found.append(Found(candidate: candidate, document: document, age: document.age))
        }
      }
      if candidates.count < limit { break }
      skipped += limit
    }
    return (found, try index.unreadable().map(disk.named))
  }

  private func refresh(_ index: IndexFile, _ half: Half, _ progress: Progress) throws(IndexProblem) {
    guard try changes(index, on: half.shelves) != nil else { return }
    try locked { () throws(IndexProblem) in
      // Another program may have taken them in while this one waited.
      if let changes = try changes(index, on: half.shelves) { try take(changes, into: index, progress) }
    }
  }

  /// The document of a candidate as it is in its file now.
  private func load(_ candidate: Candidate) throws(IndexProblem) -> FoundDocument? {
    let parts = candidate.path.split(separator: "/")
    guard parts.count == 3, let shelf = Shelf(rawValue: String(parts[0])), let client = ClientCode(String(parts[1]))
    else { throw .isDamaged }
    let place = DocumentPlace(id: candidate.id, client: client, shelf: shelf)
    return try reaching { () throws(StoreProblem) in
      guard let bytes = try practice.bytes(of: place), let document = PracticeFolder.document(in: bytes) else {
        return nil
      }
      return FoundDocument(file: practice.file(at: place), document: document)
    }
  }

  private func locked(_ change: () throws(IndexProblem) -> Void) throws(IndexProblem) {
    let lock = try reaching { () throws(StoreProblem) in
      try disk.lock(Layout.lock, byte: Layout.indexLockByte, patient: true)
    }
    guard let lock else { throw .isInUse }
    defer { lock.release() }
    try change()
  }
}
