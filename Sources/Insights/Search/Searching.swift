import Documents

/// Finds documents in a practice by what stands in them.
///
/// What is private lies in an index of its own and is found only when it was asked for.
package protocol Searching: AnyObject {
  /// The documents that are looked for, in order, no more than `limit` of them. `progress` hears how many documents
  /// were taken in of how many, while that takes long.
  func find(
    _ query: SearchQuery, by order: SearchOrder, limit: Int, includingPrivate: Bool,
    progress: (_ taken: Int, _ all: Int) -> Void
  ) throws(StoreProblem) -> SearchResult
}

package enum SearchOrder: String, CaseIterable, Hashable, Sendable {
  /// Newest first: by the day of the session, then by when it was made.
  case newest
  /// Where the words are rare and stand often first (BM25).
  case relevance
}

package struct SearchResult: Sendable {
  package var found: [FoundDocument]
  /// Whether there are more than were asked for.
  package var hasMore: Bool
  /// Files that hold no document; they cannot be looked into.
  package var unreadable: [String]
  /// What kept an index from being kept, where every document had to be read instead.
  package var noIndex: StoreProblem?

  package init(found: [FoundDocument] = [], hasMore: Bool = false, unreadable: [String] = []) {
    self.found = found
    self.hasMore = hasMore
    self.unreadable = unreadable
  }
}

/// A document that was found, as it is in its file now.
package struct FoundDocument: Sendable {
  package let file: DocumentFile
  package let document: JSON
  package let searched: SearchedDocument

  package init(file: DocumentFile, document: JSON) {
    self.file = file
    self.document = document
    searched = SearchedDocument(document, client: file.client)
  }
}
