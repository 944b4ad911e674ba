import Documents
import Glibc

/// So many synthetic documents: the courses of several clients over some years, a session a week, with what comes of
/// them.
struct Corpus {
  let count: Int
  let seed: UInt64
  /// Documents of one client: about three years of weekly sessions.
  static let perClient = 250
  /// Stands in three documents of a corpus that has as many.
  static let rareWord = "zugzwang"

  init(count: Int, seed: UInt64 = 1) {
    self.count = count
    self.seed = seed
  }

  /// Writes the documents as files of a practice, each only once and not synced: it is made to be measured.
  func write(into folder: String) throws(BenchProblem) {
    for path in ["", "/.attune", "/.attune/journal", "/Clients", "/Private"] { try makeFolder(folder + path) }
    var writer = CorpusWriter(seed: seed)
    var written = 0
    var client = 0
    while written < count {
      let code = "SYN-\(client < 1000 ? String(String(client + 1000).dropFirst()) : String(client))"
      let share = min(count - written, max(1, min(Self.perClient, (count + 3) / 4)))
      // The courses begin over eight years, the last ones in time to end in 2026.
      let start = CivilDate(dayNumber: 17_532).adding(days: (client * 37) % 1_900)
      try makeFolder("\(folder)/Clients/\(code)")
      for document in writer.course(of: code, from: start, count: share) {
        let place = document["kind"] == "reflection" ? "Private" : "Clients"
        if place == "Private" { try makeFolder("\(folder)/Private/\(code)") }
        var document = document
        if isRare(written) { document.apply(.set("corpusNote", .string("It felt like \(Self.rareWord) again."))) }
        try write(document, into: "\(folder)/\(place)/\(code)")
        written += 1
      }
      client += 1
    }
  }

  private func isRare(_ position: Int) -> Bool { [count / 7, count / 2, count * 6 / 7].contains(position) }

  private func write(_ document: JSON, into folder: String) throws(BenchProblem) {
    let path = "\(folder)/\(document["id"]?.string ?? "").json"
    guard let file = fopen(path, "wx") else { throw .call("fopen \(path)", errno: errno) }
    fputs(document.pretty, file)
    guard fclose(file) == 0 else { throw .call("fclose \(path)", errno: errno) }
    chmod(path, 0o600)
  }

  private func makeFolder(_ path: String) throws(BenchProblem) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .call("mkdir \(path)", errno: errno) }
  }
}
