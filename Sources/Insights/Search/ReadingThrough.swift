import Documents

/// Finds documents by reading every one of them: for a practice in memory, and where no index can be kept.
package final class ReadingThrough: Searching {
  private let store: any Store

  package init(_ store: any Store) { self.store = store }

  package func find(
    _ query: SearchQuery, by order: SearchOrder, limit: Int, includingPrivate: Bool,
    progress: (_ taken: Int, _ all: Int) -> Void
  ) throws(StoreProblem) -> SearchResult {
    var result = SearchResult()
    var read: [FoundDocument] = []
    for file in try store.documents(includingPrivate: includingPrivate) {
      do throws(StoreProblem) {
        guard let document = try store.load(file), file.isPrivate || Envelope(document).shelf == .record else {
          continue
        }
        read.append(FoundDocument(file: file, document: document))
      } catch {
        switch error {
        case .unreadable(let path, _), .notPermitted(let path): result.unreadable.append(path)
        case .noSpace, .readOnly, .notPlain, .inUse, .notFound, .changedMeanwhile, .hasNoPlace, .failed: throw error
        }
      }
    }
    let fitting = read.filter { query.holds($0.searched) }.sorted { $0.age > $1.age }
    let ordered: [FoundDocument]
    switch order {
    case .newest: ordered = fitting
    case .relevance:
      // What is private has an index of its own, with rarities of its own.
      let ranks = [false, true].map { isPrivate in
        Relevance(of: query, among: read.filter { $0.file.isPrivate == isPrivate }.map(\.searched))
      }
      let ranked = fitting.map { ($0, ranks[$0.file.isPrivate ? 1 : 0].of($0.searched)) }
      ordered = ranked.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
    result.found = Array(ordered.prefix(limit))
    result.hasMore = ordered.count > limit
    return result
  }
}
