/// Finding, from the start of the program to its end, beside ripgrep over the same files and the sqlite3 shell on a bare
/// full-text table of them.
struct FindMeasurement: Measurement {
  let practices: [Practice]
  let runs: Int

  let title = "find, from posix_spawn to its end (20 documents shown), in turns with ripgrep and with the sqlite3 shell"

  private struct Query {
    let name: String
    let typed: String
    /// What each of ripgrep's passes looks for; each passes on the files that hold it.
    let passes: [String]
    let match: String
  }

  private let queries = [
    Query(name: "a rare word", typed: Corpus.rareWord, passes: [Corpus.rareWord], match: Corpus.rareWord),
    Query(name: "a common word", typed: "kitchen", passes: ["kitchen"], match: "kitchen"),
    Query(
      name: "a phrase", typed: "\"not good enough\"", passes: ["not good enough"], match: "\"not good enough\""),
    Query(
      name: "three words", typed: "shame kitchen laptop", passes: ["shame", "kitchen", "laptop"],
      match: "shame AND kitchen AND laptop"),
  ]

  func run() throws(BenchProblem) -> [Comparison] {
    var rows: [Comparison] = []
    for query in queries {
      var least: Sample?
      for practice in practices {
        var times: [[Double]] = [[], [], []]
        for round in 0...runs {
          // The first round brings all of it into memory; ripgrep reads every file, so a third of its rounds will do.
          let own = try practice.find(query.typed).milliseconds
          let table = try Finished(
            [
              practice.stage.sqlite, practice.bare,
              "SELECT path FROM docs WHERE docs MATCH '\(query.match)' ORDER BY rowid DESC LIMIT 20",
            ], home: practice.stage.folder
          ).milliseconds
          if round > 0 { (times[0], times[2]) = (times[0] + [own], times[2] + [table]) }
          guard round % 3 == 0 else { continue }
          let search = try ripgrep(query, practice).milliseconds
          if round > 0 { times[1].append(search) }
        }
        guard let own = Sample(times[0]), let files = Sample(times[1]), let table = Sample(times[2]) else { continue }
        let isRare = query.typed == Corpus.rareWord && practice.size >= 100_000
        let what = "\(query.name), \(practice.name)"
        rows.append(
          Comparison(what, in: .milliseconds, own, beside: .init("ripgrep", files), budget: isRare ? .ratio(0.02) : nil)
        )
        rows.append(
          Comparison(what, in: .milliseconds, own, beside: .init("sqlite3", table), budget: isRare ? .ratio(4) : nil))
        if let first = least, practice.size == practices.last?.size {
          rows.append(
            Comparison(
              what, in: .milliseconds, own, beside: .init("attune, \(practices[0].name)", first),
              budget: query.typed == "kitchen" ? .ratio(1.25) : nil))
        }
        least = least ?? own
      }
    }
    return rows
  }

  private func ripgrep(_ query: Query, _ practice: Practice) throws(BenchProblem) -> Finished {
    let first = "rg -l -i -F -e '\(query.passes[0])' '\(practice.folder)/Clients'"
    let rest = query.passes.dropFirst().map { " | xargs -r -d '\\n' rg -l -i -F -e '\($0)'" }
    return try Finished(["/bin/sh", "-c", first + rest.joined()], home: practice.stage.folder, accepting: [0, 1, 123])
  }
}
