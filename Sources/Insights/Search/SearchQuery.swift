import Documents

/// What is looked for: words that all stand in a document, and what is so of it.
package struct SearchQuery: Hashable, Sendable {
  /// Words that stand one behind the other in one passage; of a prefix the last is only begun.
  package struct Phrase: Hashable, Sendable {
    package let words: [String]
    package let isPrefix: Bool

    package init(_ words: [String], isPrefix: Bool = false) {
      self.words = words
      self.isPrefix = isPrefix
    }
  }

  /// All of them are found.
  package var phrases: [Phrase] = []
  /// Of each at least one is so.
  package var facets: [Set<Facet>] = []
  package var since: CivilDate?
  package var until: CivilDate?

  package init() {}
}

extension SearchQuery {
  /// What is looked for by both.
  package func and(_ other: SearchQuery) -> SearchQuery {
    var both = self
    both.phrases += other.phrases
    both.facets += other.facets
    both.since = [since, other.since].compactMap(\.self).max()
    both.until = [until, other.until].compactMap(\.self).min()
    return both
  }

  /// Whether a document is one of those that are looked for.
  package func holds(_ document: SearchedDocument) -> Bool {
    guard since.map({ $0 <= document.day }) ?? true, until.map({ document.day <= $0 }) ?? true,
      facets.allSatisfy({ !$0.isDisjoint(with: document.facets) })
    else { return false }
    var missing = Set(phrases)
    for passage in document.passages where !missing.isEmpty {
      let words = searchWords(of: passage.text)
      missing = missing.filter { !$0.stands(in: words) }
    }
    return missing.isEmpty
  }
}

extension SearchQuery.Phrase {
  func stands(in words: [String]) -> Bool { words.indices.contains { begins(at: $0, of: words) } }

  /// Whether the words from `start` on are these.
  func begins(at start: Int, of words: [String]) -> Bool {
    guard start + self.words.count <= words.count else { return false }
    for (offset, wanted) in self.words.enumerated() {
      let word = words[start + offset]
      let isLast = offset == self.words.count - 1
      guard isPrefix && isLast ? word.hasPrefix(wanted) : word == wanted else { return false }
    }
    return true
  }
}
