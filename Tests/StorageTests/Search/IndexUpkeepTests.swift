import Documents
import Glibc
import GRDB
import Insights
import Storage
import TestSupport
import Testing

@Suite("An index") struct IndexUpkeepTests {
  private let indexPath = ".attune/index.sqlite"
  private let hiddenPath = "Private/.index.sqlite"
  private let asked = ["kitchen", "emotion:shame:70+", "\"hot face\"", "kind:chain since:2026-01-06", "t*"]

  /// The answers of the index as it is, and of one that is made anew.
  private func expectFresh(_ corpus: SearchCorpus, _ comment: Comment) throws {
    for query in asked {
      for order in SearchOrder.allCases {
        let answer = try corpus.index.endings(query, by: order, withPrivate: true)
        #expect(try answer == corpus.reading.endings(query, by: order, withPrivate: true), comment)
      }
    }
  }

  @Test("is made again wherever it is cut off, and its answers are the same")
  func truncation() throws {
    let corpus = try SearchCorpus()
    try expectFresh(corpus, "before")
    var chance = Chance(seed: 7)
    for path in [indexPath, hiddenPath] {
      let whole = try #require(try corpus.disk.read(path, limit: .max))
      let random = (0..<Proof.count(25, whole: 200)).map { _ in Int.random(in: 0..<whole.count, using: &chance) }
      for size in [0, 1, 15, 16, 99, 100, 4095, 4096, 8192, whole.count - 1] + random {
        #expect(truncate(corpus.disk.named(path), size) == 0)
        try expectFresh(corpus, "\(path) cut to \(size)")
      }
    }
  }

  @Test("is made again where it is gone, is none, or is another program's")
  func damage() throws {
    let corpus = try SearchCorpus()
    let place = corpus.place
    let file = corpus.disk.named(indexPath)
    try expectFresh(corpus, "before")
    _ = try corpus.disk.remove(indexPath)
    try expectFresh(corpus, "gone")
    try place.put(
      "no index at all, and long enough to hold a head of one hundred bytes and some more than these", at: indexPath)
    try expectFresh(corpus, "a text")
    try place.put(String(repeating: "\u{0}", count: 40_960), at: indexPath)
    try expectFresh(corpus, "zeros")
    for change in [
      "PRAGMA user_version = 99", "DROP TABLE words", "DELETE FROM file", "DROP TABLE content", "DELETE FROM look",
    ] {
      try DatabaseQueue(path: file).inDatabase { db in try db.execute(sql: change) }
      try expectFresh(corpus, "\(change)")
    }
    _ = try corpus.disk.remove(indexPath)
    try corpus.disk.makeFolder(indexPath)
    try expectFresh(corpus, "a folder")
    _ = try corpus.disk.remove(indexPath)
    let elsewhere = "\(corpus.disk.place)-elsewhere"
    try place.makeLink(at: indexPath, to: elsewhere)
    try expectFresh(corpus, "a link")
    #expect(access(elsewhere, F_OK) != 0)
    #expect(try corpus.disk.kind(of: indexPath) == .file)
  }

  @Test("is for its owner only, and leaves nothing beside it")
  func permissions() throws {
    let corpus = try SearchCorpus()
    _ = try corpus.index.endings("kitchen", withPrivate: true)
    for path in [indexPath, hiddenPath] {
      #expect(try corpus.disk.kind(of: path) == .file)
      #expect(try !corpus.disk.isOpenToOthers(path))
    }
    #expect(try corpus.disk.entries(in: ".attune")?.map(\.name).sorted() == ["index.sqlite", "journal", "lock"])
    #expect(try corpus.practice.findings() == [])
  }

  @Test("makes no folder for what is private where nothing is")
  func nothingPrivate() throws {
    let corpus = try SearchCorpus(Array(SearchCorpus.documents.prefix(3)))
    #expect(try corpus.index.endings("kitchen", withPrivate: true) == ["aaaa"])
    #expect(try corpus.disk.kind(of: "Private") == nil)
  }

  @Test("notices what is changed, added and taken away behind its back, whatever the clock says")
  func behindItsBack() throws {
    let corpus = try SearchCorpus()
    let path = "Clients/SYN-BIRCH/missing-20260119-dddd.json"
    let file = corpus.disk.named(path)
    for withWait in [false, true] {
      #expect(try corpus.index.endings("drawer") == ["dddd"])
      // Old enough that its stamp is taken for good.
      if withWait { #expect(try corpus.laterIndex.endings("drawer") == ["dddd"]) }
      var status = stat()
      #expect(stat(file, &status) == 0)
      let text = try #require(try corpus.place.text(path))
      // As many bytes, in place, and its old time given back.
      let other = try #require(fopen(file, "r+"))
      fputs(text.replacing("drawer", with: "closet"), other)
      fclose(other)
      var times = [status.st_atim, status.st_mtim]
      #expect(utimensat(AT_FDCWD, file, &times, 0) == 0)
      #expect(try corpus.index.endings("drawer") == [])
      #expect(try corpus.index.endings("closet") == ["dddd"])
      try corpus.place.put(text, at: path)
    }
    // A file from the future, and one from long ago.
    for year in [4_000_000_000, 0] {
      try corpus.place.put(
        SearchCorpus.make("chain-20260301-z\(year)", "SYN-OAK", "2026-03-01", ["story": "zither"]).pretty,
        at: "Clients/SYN-ASH/chain-20260301-z\(year).json")
      var times = [timespec(tv_sec: year, tv_nsec: 0), timespec(tv_sec: year, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, corpus.disk.named("Clients/SYN-ASH/chain-20260301-z\(year).json"), &times, 0) == 0)
    }
    #expect(try corpus.index.endings("zither") == ["z4000000000", "z0"])
    _ = try corpus.disk.remove("Clients/SYN-ASH/chain-20260301-z0.json")
    #expect(try corpus.index.endings("zither") == ["z4000000000"])
    try corpus.place.clear("Clients/SYN-ASH")
    #expect(try corpus.index.endings("kitchen") == ["dddd"])
    #expect(try corpus.index.endings("client:SYN-ASH") == [])
  }

  @Test("names the files that hold no document, and finds what stands in the others")
  func unreadable() throws {
    let corpus = try SearchCorpus()
    let path = "Clients/SYN-ASH/chain-20260105-aaaa.json"
    let text = try #require(try corpus.place.text(path))
    let query = try SearchQuery(reading: "kitchen", today: #require(CivilDate("2026-03-11")))
    for broken in ["", "{", "[]", String(text.dropLast(10))] {
      try corpus.place.put(broken, at: path)
      for search in [corpus.index, corpus.reading] as [any Searching] {
        let result = try search.find(query, by: .newest, limit: 9, includingPrivate: false, progress: { _, _ in })
        #expect(result.unreadable == [corpus.disk.named(path)], "‘\(broken.prefix(20))’ by \(type(of: search))")
        #expect(result.found.map(\.file.id.text) == ["missing-20260119-dddd"])
      }
    }
    try corpus.place.put(text, at: path)
    #expect(try corpus.index.endings("kitchen") == ["dddd", "aaaa"])
  }

  @Test("answers all the same where it cannot be kept")
  func noPlace() throws {
    let corpus = try SearchCorpus()
    let query = try SearchQuery(reading: "kitchen", today: #require(CivilDate("2026-03-11")))
    let index = SearchIndex(of: corpus.practice, on: corpus.disk)
    // A folder with something in it stands where the new index is written.
    try corpus.place.clear(".attune")
    try corpus.place.put("a file", at: ".attune")
    let result = try index.find(query, by: .newest, limit: 9, includingPrivate: false, progress: { _, _ in })
    #expect(result.found.map(\.file.id.text) == ["missing-20260119-dddd", "chain-20260105-aaaa"])
    #expect(result.noIndex != nil)
  }

  @Test("of the record holds not one word that is private, and none of a document that became so")
  func privacy() throws {
    let corpus = try SearchCorpus()
    func words(_ path: String) throws -> String {
      String(decoding: try #require(try corpus.disk.read(path, limit: .max)), as: UTF8.self)
    }
    _ = try corpus.index.endings("kitchen", withPrivate: true)
    #expect(try !words(indexPath).contains("zebrafish"))
    #expect(try words(hiddenPath).contains("zebrafish"))
    #expect(try words(indexPath).contains("drawer"))
    #expect(try !words(indexPath).contains("unspoken"))
    let moved = try #require(SearchCorpus.documents.first { $0["id"] == "missing-20260119-dddd" })
    try corpus.practice.save(moved.applying([.set("recordClass", "private")]), markdown: "")
    #expect(try corpus.index.endings("drawer", withPrivate: true) == ["dddd"])
    #expect(try !words(indexPath).contains("drawer"))
    #expect(try words(hiddenPath).contains("drawer"))
    // And a word that was taken out of a document.
    let changed = try #require(SearchCorpus.documents.first { $0["id"] == "chain-20260105-aaaa" })
    try corpus.practice.save(changed.applying([.set("target.behavior", "Drank wine")]), markdown: "")
    #expect(try corpus.index.endings("alone") == [])
    #expect(try !words(indexPath).contains("alone"))
  }

  @Test("that was kept through any changes answers as one that is made anew")
  func upkeep() throws {
    var chance = Chance(seed: 11)
    let corpus = try SearchCorpus([])
    let vocabulary = ["shame", "Shame", "kitchen", "wine", "café", "cafe", "late", "bus", "not", "enough", "Zürich"]
    func text() -> String {
      (0..<Int.random(in: 1...6, using: &chance)).map { _ in vocabulary.randomElement(using: &chance) ?? "" }
        .joined(separator: " ")
    }
    let queries = ["shame", "cafe wine", "\"not enough\"", "ka*", "ki* late", "client:SYN-ASH", "since:2026-01-03 bus"]
    for step in 0..<Proof.count(60, whole: 1_000) {
      if chance.coin() { _ = try corpus.laterIndex.endings("shame") }
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let number = Int.random(in: 0..<30, using: &chance)
        let client = number % 2 == 0 ? "SYN-ASH" : "SYN-BIRCH"
        let day = Int.random(in: 1...5, using: &chance)
        if Int.random(in: 0..<5, using: &chance) == 0 {
          _ = try corpus.disk.remove("Clients/\(client)/chain-20260101-n\(number).json")
        } else {
          try corpus.practice.save(
            SearchCorpus.make(
              "chain-20260101-n\(number)", client, "2026-01-0\(day)",
              ["story": .string(text()), "plan": .string(text())],
              at: "T0\(Int.random(in: 0...9, using: &chance)):00:00Z"), markdown: "")
        }
      }
      for query in queries {
        #expect(try corpus.index.endings(query) == corpus.reading.endings(query), "\(query) in step \(step)")
      }
    }
  }
}
