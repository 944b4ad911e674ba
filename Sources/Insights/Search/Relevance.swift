/// How much a document is about what was looked for: BM25 with the constants that SQLite's full-text search has.
struct Relevance {
  private let phrases: [(SearchQuery.Phrase, rarity: Double)]
  private let meanLength: Double

  init(of query: SearchQuery, among documents: [SearchedDocument]) {
    let texts = documents.map(\.words)
    let count = Double(documents.count)
    phrases = query.phrases.map { phrase in
      let having = Double(texts.count { phrase.stands(in: $0) })
      return (phrase, max(1e-6, logarithm((count - having + 0.5) / (having + 0.5))))
    }
    meanLength = Double(documents.reduce(0) { $0 + Self.length($1) }) / max(1, count)
  }

  private static func length(_ document: SearchedDocument) -> Int { document.words.count + document.facets.count }

  func of(_ document: SearchedDocument) -> Double {
    let words = document.words
    let length = Double(Self.length(document))
    return phrases.reduce(0) { sum, part in
      let often = Double(words.indices.count { part.0.begins(at: $0, of: words) })
      return sum + part.rarity * (often * 2.2) / (often + 1.2 * (0.25 + 0.75 * length / meanLength))
    }
  }
}

/// The natural logarithm of what is more than nothing; the standard library has none of its own.
func logarithm(_ value: Double) -> Double {
  // Of value = significand · 2^exponent, with a series that ends soon for a significand between 1 and 2.
  let ratio = (value.significand - 1) / (value.significand + 1)
  var power = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 39, by: 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
