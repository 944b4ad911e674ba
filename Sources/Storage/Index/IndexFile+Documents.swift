import Documents
import GRDB
import Insights

/// A file of the practice as an index takes it in.
struct IndexedFile {
  let path: String
  let id: DocumentID
  let stamp: Int64
  /// Nothing for a file that holds no document.
  let document: SearchedDocument?

  var order: AgeOrder? { document?.order(of: id) }
}

/// The numbers that the documents of one day may have.
func numbers(of day: CivilDate) -> ClosedRange<Int64> {
  let first = Int64(day.dayNumber) << 20
  return first...(first + (1 << 20) - 1)
}

extension Database {
  /// Takes in a file whose document has its number, or has none.
  func add(_ file: IndexedFile, number: Int64?) throws {
    let entry = try keep(file)
    if let number { try index(entry: entry, number: number) }
  }

  /// Keeps a file and its words; they are indexed once its document has a number.
  func keep(_ file: IndexedFile) throws -> Int64 {
    try cachedStatement(sql: "INSERT INTO file (path, stamp, id, instant) VALUES (?, ?, ?, ?)")
      .execute(arguments: [file.path, file.stamp, file.id.text, file.order?.instant ?? 0])
    let entry = lastInsertedRowID
    guard let document = file.document else { return entry }
    try cachedStatement(sql: "INSERT INTO content (entry, said, facets) VALUES (?, ?, ?)")
      .execute(
        arguments: [
          entry, document.words.joined(separator: " "), document.facetWords.joined(separator: " "),
        ])
    return entry
  }

  /// Gives a document its number and indexes its words under it.
  func index(entry: Int64, number: Int64) throws {
    try cachedStatement(sql: "UPDATE file SET number = ? WHERE entry = ?").execute(arguments: [number, entry])
    try cachedStatement(
      sql: "INSERT INTO words (rowid, said, facets) SELECT ?, said, facets FROM content WHERE entry = ?"
    ).execute(arguments: [number, entry])
  }

  /// Takes in a file among those that are there already: what is newer on its day moves up by one.
  func insert(_ file: IndexedFile) throws {
    guard let order = file.order else { return try add(file, number: nil) }
    let span = numbers(of: order.day)
    let others = try Row.fetchAll(
      self, sql: "SELECT entry, number, instant, id FROM file WHERE number BETWEEN ? AND ? ORDER BY number",
      arguments: [span.lowerBound, span.upperBound])
    let newer = others.drop { AgeOrder(day: order.day, instant: $0["instant"], id: $0["id"]) < order }
    let last = others.last.map { $0["number"] as Int64 + 1 } ?? span.lowerBound
    for row in newer.reversed() {
      try unindex(entry: row["entry"], number: row["number"])
      try index(entry: row["entry"], number: row["number"] as Int64 + 1)
    }
    try add(file, number: newer.first.map { $0["number"] } ?? last)
  }

  func remove(_ path: String) throws {
    guard let row = try Row.fetchOne(self, sql: "SELECT entry, number FROM file WHERE path = ?", arguments: [path])
    else { return }
    let entry: Int64 = row["entry"]
    if let number = row["number"] as Int64? { try unindex(entry: entry, number: number) }
    try execute(sql: "DELETE FROM content WHERE entry = ?", arguments: [entry])
    try execute(sql: "DELETE FROM file WHERE entry = ?", arguments: [entry])
  }

  private func unindex(entry: Int64, number: Int64) throws {
    try execute(
      sql: """
        INSERT INTO words (words, rowid, said, facets)
        SELECT 'delete', ?, said, facets FROM content WHERE entry = ?
        """, arguments: [number, entry])
  }
}
