import Documents
import Forms

/// What a session looks up in a practice before it begins.
package struct Practice {
  let store: any Store

  package init(store: any Store) { self.store = store }

  /// Every document of a client that reads, oldest first.
  package func documents(
    of client: ClientCode, includingPrivate: Bool = false
  ) throws(StoreProblem) -> [JSON] {
    try read(client, includingPrivate: includingPrivate).documents
  }

  /// The same, with the paths of those that do not read.
  package func read(
    _ client: ClientCode, includingPrivate: Bool = false
  ) throws(StoreProblem) -> (documents: [JSON], unreadable: [String]) {
    var found: [JSON] = []
    var unreadable: [String] = []
    for file in try store.documents(of: client, includingPrivate: includingPrivate) {
      do throws(StoreProblem) {
        if let document = try store.load(file) { found.append(document) }
      } catch {
        // A document that does not read is the matter of `doctor`; it must not keep two people from beginning.
        guard case .unreadable(let path, _) = error else { throw error }
        unreadable.append(path)
      }
    }
    // Each time is read once, and not at every comparison.
    let sorted = found.map { (time: Practice.time(of: $0), document: $0) }.sorted { $0.time < $1.time }
    return (sorted.map(\.document), unreadable)
  }

  private static func time(_ moment: Moment?) -> Int { moment?.instant ?? 0 }
  private static func time(of document: JSON) -> Int { time(Envelope(document).createdAt) }

  /// Whether anything of a client is on file.
  package func knows(_ client: ClientCode, includingPrivate: Bool = false) throws(StoreProblem) -> Bool {
    try !store.documents(of: client, includingPrivate: includingPrivate).isEmpty
  }

  package func clients(includingPrivate: Bool = false) throws(StoreProblem) -> [ClientCode] {
    Array(Set(try store.documents(includingPrivate: includingPrivate).map(\.client))).sorted()
  }

  /// One more than the last session of that client.
  static func nextSession(after documents: [JSON]) -> Int? {
    documents.compactMap { Envelope($0).sessionNumber }.max().map { $0 + 1 }
  }

  /// The kinds of causes that earlier chains named, each with the days of those chains.
  static func earlierCauses(in documents: [JSON]) -> JSON.Members {
    var days: JSON.Members = [:]
    for document in documents where document["kind"] == "chain" && Envelope(document).status != "void" {
      let categories = (document["vulnerabilities"]?.array ?? []).compactMap { $0["category"]?.string }
      for category in Set(categories).sorted() {
        days[category] = .array((days[category]?.array ?? []) + [document["sessionDate"] ?? ""])
      }
    }
    return days
  }

  /// The tags of chains of the last two weeks, each with its day.
  static func recentTags(in documents: [JSON], before today: CivilDate) -> JSON.Members {
    var days: JSON.Members = [:]
    for document in documents where document["kind"] == "chain" && Envelope(document).status != "void" {
      guard let day = Envelope(document).sessionDate, (0...14).contains(today - day) else { continue }
      for tag in (document["target"]?["tags"]?.array ?? []).compactMap(\.string) {
        days[tag] = .string(day.description)
      }
    }
    return days
  }

  /// Commitments that stand without an outcome in documents that are in force, each with where it stands.
  static func openCommitments(in documents: [JSON]) -> [(document: String, commitment: JSON)] {
    documents.filter { !["draft", "void", "superseded"].contains(Envelope($0).status ?? "") }.flatMap { document in
      (document["commitments"]?.array ?? []).filter { ($0["outcome"]?.isAbsent ?? true) || $0["outcome"] == "notDue" }
        .compactMap { commitment in
          document["id"]?.string.map { ($0, commitment) }
        }
    }
  }
}
