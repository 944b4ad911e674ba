import ArgumentParser
import Glibc

/// What grows with a practice: finding something in it, and looking back on one client.
struct SearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "find and review over corpora of several sizes, and the making of the index.")

  @Option(help: "The program to measure.") var program = ".build/release/attune"
  @Option(help: "The bare libedit loop.") var loop = ".build/release/bare-loop"
  @Option(help: "A folder to work in, on the disk that practices lie on.") var scratch = ".build"
  @Option(help: "How often each command is measured.") var runs = 20
  @Option(parsing: .upToNextOption, help: "How many documents each corpus has.") var sizes = [1_000, 10_000, 100_000]

  func run() throws {
    let stage = try Stage(program: program, loop: loop, scratch: scratch)
    print(Machine.here.words)
    var practices: [Practice] = []
    for size in sizes.sorted() { practices.append(try Practice(size, on: stage)) }
    let measurements: [any Measurement] = [
      IndexMeasurement(practices: practices), FindMeasurement(practices: practices, runs: runs),
      ReviewMeasurement(practices: practices, runs: runs),
    ]
    for measurement in measurements {
      print("\n" + measurement.title)
      print(Table(try measurement.run()).text)
    }
  }
}

/// A corpus, and the same words in a bare full-text table.
struct Practice {
  let size: Int
  let stage: Stage
  let folder: String
  let bare: String

  init(_ size: Int, on stage: Stage) throws(BenchProblem) {
    self.size = size
    self.stage = stage
    folder = "\(stage.folder)/corpus-\(size)"
    bare = "\(stage.folder)/bare-\(size).sqlite"
    try Corpus(count: size).write(into: folder)
    // In the order of their names, which is none of their days: the peer is spared what a sort would cost.
    let sql = """
      CREATE VIRTUAL TABLE docs USING fts5 (path UNINDEXED, text); INSERT INTO docs SELECT name, readfile(name)
      FROM fsdir('\(folder)/Clients') WHERE name LIKE '%.json'; INSERT INTO docs (docs) VALUES ('optimize');
      """
    _ = try Finished([stage.sqlite, bare, sql], home: stage.folder)
  }

  func find(_ query: String) throws(BenchProblem) -> Finished {
    let file = "\(stage.folder)/query"
    try write(query, to: file)
    return try Finished([stage.program, "--practice", folder, "find", "--query-file", file], home: stage.folder)
  }

  private func write(_ text: String, to path: String) throws(BenchProblem) {
    guard let file = fopen(path, "w") else { throw .call("fopen \(path)", errno: errno) }
    fputs(text + "\n", file)
    guard fclose(file) == 0 else { throw .call("fclose \(path)", errno: errno) }
  }

  var name: String { size >= 1000 ? "\(size / 1000)k" : String(size) }
}
