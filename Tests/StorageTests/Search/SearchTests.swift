import Documents
import Insights
import Storage
import TestSupport
import Testing

@Suite("A search") struct SearchTests {
  private static let queries: [(String, String)] = [
    // Words: all of them, anywhere in a document, whatever their case and accents.
    ("kitchen", "d a"), ("KITCHEN", "d a"), ("kitchen wine", "a"), ("wine kitchen", "a"), ("kitchen car", ""),
    ("face", "b a"), ("hot", "b a"), ("late", "e"), ("bus", "f"), ("zebra", ""), ("job", "a"), ("not", "b"),
    ("naive", "c"), ("NAÏVE", "c"), ("naïve", "c"), ("cafe", "c"), ("café", "c"), ("cafe\u{301}", "c"),
    ("zurich", "c"), ("straße", "c"), ("łódź", "c"), ("ω", "c"), ("日本", "c"), ("語", "c"), ("本", ""),
    ("can't", "a"), ("can’t", "a"), ("cant", ""), ("can t", "a"), ("t", "a"), ("3:50", "f"), ("50", "f"),
    ("4:00", "e"), ("kitchen,", "d a"), ("(kitchen)", "d a"), ("AND", ""), ("kitchen OR car", ""), ("shame", "c a"),
    ("ashamed", "b"), ("alcohol", "a"),
    // What is no word of anybody's: ids, kinds, the envelope, notes.
    ("complete", ""), ("l1", ""), ("therapyInterfering", ""), ("unspoken", ""), ("thing", ""),
    // Phrases stand in one place, one word behind the other.
    ("\"in the kitchen\"", "d a"), ("\"the kitchen drawer\"", "d"), ("\"kitchen the\"", ""), ("\"hot face\"", "a"),
    ("\"face hot\"", "b"), ("\"Face, hot\"", "b"), ("“hot face”", "a"), ("\"job hot\"", ""), ("\"hot face\" wine", "a"),
    ("\"hot face\" car", ""), ("\"can't do\"", "a"), ("\"NAÏVE CAFÉ\"", "c"), ("\"kitchen\"", "d a"),
    // What words begin with.
    ("kit*", "d a"), ("KIT*", "d a"), ("sham*", "c a"), ("asham*", "b"), ("zür*", "c"), ("zur*", "c"),
    ("kitchen*", "d a"),
    ("can't*", "a"), ("3:5*", "f"), ("x*", ""), ("s* car", "b"),
    // What is so of a document.
    ("client:SYN-ASH", "e b a"), ("client:SYN-ASH kitchen", "a"), ("client:syn-ash", ""),
    ("client:SYN-ASH client:SYN-BIRCH kitchen", "d a"), ("client:SYN-OAK", ""), ("kind:chain", "c b a"),
    ("kind:CHAIN", "c b a"), ("kind:session", "g"), ("kind:agreement kind:tibEvent", "f e"),
    ("kind:chain kitchen", "a"),
    ("kind:reflection", ""), ("tier:qualityOfLife", "b a"), ("tier:therapyinterfering", "e c"),
    ("tier:therapyInterfering kind:chain", "c"), ("tag:alcohol", "a"), ("TAG:ALCOHOL", "a"),
    ("tag:alcohol tag:endOfWorkday", "a"), ("tag:alcohol tag:aggression", ""), ("tag:\"alcohol\"", "a"),
    ("skill:er.checkFacts", "a"), ("skill:checkfacts", "a"), ("skill:er", "a"), ("skill:dt", "b"),
    ("skill:\"Check the Facts\"", "a"), ("kind:event", "f"), ("kind:missing", "d"),
    ("type:thought", "a"), ("type:emotion", "c b a"), ("type:urge type:emotion", "b"), ("emotion:shame", "c a"),
    ("emotion:SHAME", "c a"), ("emotion:shame:80", "c"), ("emotion:shame:70+", "c a"), ("emotion:shame:81+", "a"),
    ("emotion:shame:86+", ""), ("emotion:shame:0-80", "c"), ("emotion:shame:85-85", "a"), ("emotion:anger:60", "b"),
    ("emotion:anger:70+", ""), ("emotion:shame:0+ kitchen", "a"),
    // Days, months, years, and how long ago.
    ("since:2026-02-09", "g f"), ("until:2026-01-05", "a"), ("since:2026-01-12 until:2026-01-12", "c b"),
    ("since:2026-02", "g f e"), ("until:2026-01", "d c b a"), ("since:2026", "g f e d c b a"), ("until:2025", ""),
    ("since:30d", "g f"), ("since:6w", "g f e"), ("until:8w kitchen", "a"), ("since:2026-01-06 kitchen", "d"),
    ("since:2026-01-01 since:2026-02-01", "g f e"), ("kind:chain since:2026-01-06 emotion:shame", "c"),
  ]

  @Test("finds what holds all that was asked for, the newest first, through an index and by reading alike")
  func queries() throws {
    let corpus = try SearchCorpus()
    let index = corpus.index
    for (query, wanted) in Self.queries {
      let wanted = wanted.split(separator: " ").map { String(repeating: String($0), count: 4) }
      #expect(try index.endings(query) == wanted, "\(query)")
      #expect(try corpus.reading.endings(query) == wanted, "\(query), by reading")
    }
  }

  @Test("finds what is private only where that was asked for, and says which it is")
  func privates() throws {
    let corpus = try SearchCorpus()
    for search in [corpus.index, corpus.reading] as [any Searching] {
      #expect(try search.endings("kitchen") == ["dddd", "aaaa"])
      #expect(try search.endings("kitchen", withPrivate: true) == ["jjjj", "hhhh", "dddd", "aaaa"])
      #expect(try search.endings("unheard", withPrivate: true) == [])
      #expect(try search.endings("kind:reflection", withPrivate: true) == ["hhhh"])
      let query = try SearchQuery(reading: "zebrafish", today: #require(CivilDate("2026-03-11")))
      let found = try search.find(query, by: .newest, limit: 9, includingPrivate: true, progress: { _, _ in }).found
      #expect(found.map(\.file.isPrivate) == [true])
    }
  }

  @Test("puts first where rare words stand often, where that was asked for")
  func relevance() throws {
    let texts = [
      "bus", "bus bus bus", "bus and a long way round the whole of the town before the door", "tram", "tram bus",
      "walk",
      "walk on", "sleep", "bus bus tram",
    ]
    let corpus = try SearchCorpus(
      texts.enumerated().map { day, text in
        SearchCorpus.make("chain-20260101-000\(day)", "SYN-ASH", "2026-01-0\(day + 1)", ["story": .string(text)])
      })
    for query in ["tram", "tram bus", "walk", "\"bus bus\"", "wal*", "tram kind:chain"] {
      let wanted = try corpus.reading.endings(query, by: .relevance)
      #expect(try corpus.index.endings(query, by: .relevance) == wanted, "\(query)")
      #expect(Set(wanted) == Set(try corpus.reading.endings(query)))
    }
    #expect(try corpus.index.endings("tram", by: .relevance) == ["0003", "0004", "0008"])
    #expect(try corpus.index.endings("tram", by: .newest) == ["0008", "0004", "0003"])
  }

  @Test("says when there is more than was wanted")
  func limits() throws {
    let corpus = try SearchCorpus()
    let query = try SearchQuery(reading: "kitchen", today: #require(CivilDate("2026-03-11")))
    for search in [corpus.index, corpus.reading] as [any Searching] {
      for (limit, count, hasMore) in [(1, 1, true), (2, 2, false), (3, 2, false)] {
        let result = try search.find(query, by: .newest, limit: limit, includingPrivate: false, progress: { _, _ in })
        #expect(result.found.count == count)
        #expect(result.hasMore == hasMore)
      }
    }
  }

  /// What would be syntax to SQLite or its full-text search, had it reached them.
  private static let syntax = [
    "'; DROP TABLE words; --", "kitchen\"; DROP TABLE file; --\"", "kitchen NEAR wine", "NEAR(kitchen wine, 2)",
    "kitchen AND NOT wine", "{said} kitchen", "^kitchen", "kitchen + wine", "kitchen^2", "\"kitchen\" + \"wine\"",
    "kitchen/wine", "kitchen;wine", "kitchen\u{0}wine", "%kitchen%", "_itchen", "kitchen\\", "(((kitchen", "kitchen)",
    "§kind§chain", "¶", "kitchen ¶ wine", "\"¶\" kitchen", "words rank", "rowid", "'kitchen'", "`kitchen`", "[kitchen]",
    "kitchen || wine", "1=1", "\"\\\" OR 1=1\"", "x' OR 'x'='x", "kitchen -- wine", "/*kitchen*/", "?1", ":a", "@a",
    "$a",
  ]

  @Test("takes nothing that was typed for syntax", arguments: syntax)
  func injections(typed: String) throws {
    let corpus = try SearchCorpus()
    do {
      #expect(try corpus.index.endings(typed) == corpus.reading.endings(typed))
    } catch is SearchQueryProblem {
      // Said, with its place; what is refused reaches nothing.
    }
    #expect(try corpus.index.endings("kitchen") == ["dddd", "aaaa"])
  }

  @Test("finds hostile texts by their own words")
  func hostileTexts() throws {
    let texts = TestSupport.hostileTexts
    let corpus = try SearchCorpus(
      texts.enumerated().map { number, text in
        SearchCorpus.make("chain-20260101-h\(number)", "SYN-ASH", "2026-01-01", ["story": .string("said " + text)])
      })
    let index = corpus.index
    for (number, text) in texts.enumerated() {
      let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(3).joined(separator: " ")
      if words.isEmpty { continue }
      #expect(try index.endings("\"\(words)\"").contains("h\(number)"), "\(words)")
    }
  }
}
