import Documents
import GRDB
import Insights

/// One file of an index: SQLite's full-text search over the words of documents, and what it knows of their files.
///
/// It is derived: whatever is wrong with it, it is made anew. A document's number is that of its row in `words`; the
/// numbers grow with the day of a document and within a day with its making, so that the newest are found first without
/// sorting.
final class IndexFile {
  let queue: DatabaseQueue
  /// As a person would name it.
  let place: String

  /// Raised whenever another program's index would not do: other tables, other words.
  private static let version = 2

  private init(_ queue: DatabaseQueue, place: String) {
    self.queue = queue
    self.place = place
  }

  /// The index at that place; nothing when it is none, another version's, or has lost a part of itself.
  static func open(_ place: String, size: Int) throws(IndexProblem) -> IndexFile? {
    let file = IndexFile(try connect(place, isNew: false), place: place)
    let isWhole = try file.ask { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      return version == Self.version && pages * pageSize == size
    }
    return isWhole ? file : nil
  }

  /// An empty index in the empty file at that place. Nothing of it is durable: when it is whole it is synced and put in
  /// its place.
  static func make(_ place: String) throws(IndexProblem) -> IndexFile {
    let file = IndexFile(try connect(place, isNew: true), place: place)
    try file.ask { db in
      try db.execute(
        sql: """
          CREATE TABLE folder (path TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;
          CREATE TABLE file (
            entry INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp INTEGER NOT NULL, id TEXT NOT NULL,
            number INTEGER UNIQUE, instant INTEGER NOT NULL);
          CREATE TABLE content (entry INTEGER PRIMARY KEY, said TEXT NOT NULL, facets TEXT NOT NULL);
          CREATE TABLE look (every INTEGER NOT NULL, digest INTEGER, whole INTEGER NOT NULL, files INTEGER NOT NULL);
          INSERT INTO look VALUES (0, NULL, 0, 0);
          CREATE VIRTUAL TABLE words USING fts5 (said, facets, content='', tokenize='ascii');
          INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
          PRAGMA user_version = \(Self.version);
          """)
    }
    return file
  }

  private static func connect(_ place: String, isNew: Bool) throws(IndexProblem) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // Nothing of it lies anywhere else, and what goes is overwritten.
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
      if isNew {
        // A crash leaves a file that nobody looks at.
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
      }
    }
    return try asking(place) { try DatabaseQueue(path: place, configuration: configuration) }
  }

  func ask<Value>(_ question: (Database) throws -> Value) throws(IndexProblem) -> Value {
    try asking(place) { try queue.inDatabase(question) }
  }

  /// Several questions about the same state of it.
  func read<Value>(_ questions: (Database) throws -> Value) throws(IndexProblem) -> Value {
    try asking(place) { try queue.read(questions) }
  }

  /// All of it or nothing.
  func change(_ change: (Database) throws -> Void) throws(IndexProblem) {
    try asking(place) {
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          try change(db)
          return .commit
        }
      }
    }
  }

  func close() throws(IndexProblem) { try asking(place) { try queue.close() } }
}

/// Why an index does not answer.
enum IndexProblem: Error {
  /// It is to be made anew.
  case isDamaged
  /// It cannot be written or read where it should lie.
  case isOutOfReach(StoreProblem)
  /// Another program has it.
  case isInUse
}

private func asking<Value>(_ place: String, _ question: () throws -> Value) throws(IndexProblem) -> Value {
  do {
    return try question()
  } catch let problem as StoreProblem {
    throw .isOutOfReach(problem)
  } catch let problem as IndexProblem {
    throw problem
  } catch let error as DatabaseError {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: throw .isInUse
    case .SQLITE_FULL: throw .isOutOfReach(.noSpace(path: place))
    case .SQLITE_READONLY: throw .isOutOfReach(.readOnly(path: place))
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: throw .isOutOfReach(.notPermitted(path: place))
    default: throw .isDamaged
    }
  } catch {
    throw .isDamaged
  }
}
