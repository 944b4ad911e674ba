import Documents

/// The place in a document where most of what was looked for stands, and its words.
package struct SearchMatch: Hashable, Sendable {
  package let path: Path
  /// The passage around the first match, cut at words.
  package let snippet: String
  /// Where in the snippet matches stand.
  package let marks: [Range<String.Index>]

  /// Of several equal places the first; nothing where the document holds no words at all.
  package init?(_ query: SearchQuery, in document: SearchedDocument, length: Int = 160) {
    let scored = document.passages.map { passage in (passage, Self.score(query, passage)) }
    guard let best = scored.max(by: { $0.1 < $1.1 })?.1,
      let passage = scored.first(where: { $0.1 == best })?.0
    else { return nil }
    path = passage.path
    (snippet, marks) = Self.cut(passage.text, around: Self.ranges(of: query, in: passage.text), to: length)
  }

  private static func score(_ query: SearchQuery, _ passage: SearchedDocument.Passage) -> Int {
    let words = searchWords(of: passage.text)
    let said = query.phrases.count { $0.stands(in: words) }
    let fitting = query.facets.count { !$0.isDisjoint(with: passage.facets) }
    // A sentence says more than a word of a list.
    return said * 100 + fitting * 10 + (words.count > 1 ? 1 : 0)
  }

  private static func ranges(of query: SearchQuery, in text: String) -> [Range<String.Index>] {
    let words = SearchWord.all(in: text)
    let folded = words.map(\.folded)
    var ranges: [Range<String.Index>] = []
    for start in words.indices {
      let fitting = query.phrases.filter { $0.begins(at: start, of: folded) }
      guard let longest = fitting.map(\.words.count).max() else { continue }
      let range = words[start].range.lowerBound..<words[start + longest - 1].range.upperBound
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// A part of the text with the first match a third of the way in; what is left out at an end is an ellipsis.
  private static func cut(
    _ text: String, around ranges: [Range<String.Index>], to length: Int
  ) -> (String, [Range<String.Index>]) {
    let first = ranges.first?.lowerBound ?? text.startIndex
    var start = text.startIndex
    if text.count > length {
      let wanted = text.index(first, offsetBy: -length / 3, limitedBy: text.startIndex) ?? text.startIndex
      start = wanted == text.startIndex ? wanted : wordStart(at: wanted, before: first, in: text)
    }
    var end = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
    if end < text.endIndex, let blank = text[start..<end].lastIndex(where: \.isWhitespace), blank > first {
      end = blank
    }
    var snippet = start > text.startIndex ? "… " : ""
    var marks: [Range<String.Index>] = []
    var done = start
    for range in ranges where range.lowerBound >= start && range.upperBound <= end {
      snippet += oneLine(text[done..<range.lowerBound])
      let from = snippet.endIndex
      snippet += oneLine(text[range])
      marks.append(from..<snippet.endIndex)
      done = range.upperBound
    }
    snippet += oneLine(text[done..<end])
    if end < text.endIndex { snippet += " …" }
    return (snippet, marks)
  }

  private static func wordStart(at index: String.Index, before first: String.Index, in text: String) -> String.Index {
    guard let blank = text[index..<first].firstIndex(where: \.isWhitespace) else { return index }
    return text.index(after: blank)
  }

  private static func oneLine(_ text: Substring) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
