import Documents
import GRDB
import Insights

/// A row of an index that may be what is looked for.
struct Candidate {
  let path: String
  let id: DocumentID
  let number: Int64
  /// Smaller is more relevant; the same for all where only the newest are wanted.
  let rank: Double
}

extension IndexFile {
  /// Those that the index takes for what is looked for: no fewer than there are, and seldom more.
  func candidates(
    _ query: SearchQuery, by order: SearchOrder, limit: Int, after skipped: Int
  ) throws(IndexProblem) -> [Candidate] {
    let first = query.since.map { numbers(of: $0).lowerBound } ?? .min
    let last = query.until.map { numbers(of: $0).upperBound } ?? .max
    let match = query.match
    let sql: String
    switch (match.isEmpty, order) {
    case (true, _): sql = "SELECT number, 0.0 AS rank FROM file WHERE number BETWEEN ? AND ? ORDER BY number DESC"
    case (false, .newest):
      sql = "SELECT rowid, 0.0 FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC"
    case (false, .relevance):
      sql = """
        SELECT rowid, bm25(words, 1.0, 0.0) AS rank FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?
        ORDER BY rank, rowid DESC
        """
    }
    let given: StatementArguments = match.isEmpty ? [first, last] : [match, first, last]
    return try read { db in
      let rows = try Row.fetchAll(db, sql: sql + " LIMIT ? OFFSET ?", arguments: given + [limit, skipped])
      let file = try db.cachedStatement(sql: "SELECT path, id FROM file WHERE number = ?")
      return try rows.compactMap { row in
        let number: Int64 = row[0]
        guard let found = try Row.fetchOne(file, arguments: [number]), let id = DocumentID(found[1]) else {
          throw IndexProblem.isDamaged
        }
        return Candidate(path: found[0], id: id, number: number, rank: row[1])
      }
    }
  }

  func unreadable() throws(IndexProblem) -> [String] {
    try ask { db in try String.fetchAll(db, sql: "SELECT path FROM file WHERE number IS NULL ORDER BY path") }
  }
}

extension SearchQuery {
  /// What SQLite is asked for. Every word of it stands between quotes and is made of letters and digits alone, so
  /// that nothing that was typed is ever syntax.
  fileprivate var match: String {
    let words = phrases.map { phrase in
      "said : \"\(phrase.words.joined(separator: " "))\"" + (phrase.isPrefix ? " *" : "")
    }
    let facets = facets.map { "facets : (\($0.map { "\"\($0.word)\"" }.sorted().joined(separator: " OR ")))" }
    return (words + facets).joined(separator: " AND ")
  }
}
