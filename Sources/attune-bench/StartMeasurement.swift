import Glibc
import PseudoTerminals

/// From the start of a program to its first prompt on the screen.
struct StartMeasurement: Measurement {
  let stage: Stage
  let runs: Int

  let title = """
    Start, from posix_spawn to the first prompt on the terminal (bc has none: to the answer of a sum that was typed ahead)
    """

  private struct Start {
    let path: String
    var arguments: [String] = []
    var typedAhead = ""
    /// What tells that it is there.
    let sign: String
  }

  func run() throws(BenchProblem) -> [Comparison] {
    let practice = try stage.makePractice("start")
    let starts = [
      Start(path: stage.program, arguments: ["--practice", practice], sign: "attune> "),
      Start(path: stage.program, arguments: ["chain", "--client", "SYN-MAPLE", "--practice", practice], sign: "› "),
      Start(path: stage.sqlite, sign: "sqlite> "),
      Start(path: stage.bc, arguments: ["-q"], typedAhead: "21*2\n", sign: "42\r\n"),
    ]
    var times = starts.map { _ in [Double]() }
    for round in 0...runs {
      for (index, start) in starts.enumerated() {
        let time = try milliseconds(start)
        // The first round brings the programs into memory.
        if round > 0 { times[index].append(time) }
        forgetSessions(in: practice)
      }
    }
    guard let loop = Sample(times[0]), let chain = Sample(times[1]), let sqlite = Sample(times[2]),
      let bc = Sample(times[3])
    else { return [] }
    return [
      Comparison("attune", in: .milliseconds, loop, beside: .init("sqlite3", sqlite), budget: .ratio(1)),
      Comparison("attune", in: .milliseconds, loop, beside: .init("bc -q", bc)),
      Comparison("attune chain", in: .milliseconds, chain, beside: .init("sqlite3", sqlite), budget: .ratio(2)),
      Comparison("attune chain", in: .milliseconds, chain, beside: .init("bc -q", bc)),
    ]
  }

  private func milliseconds(_ start: Start) throws(BenchProblem) -> Double {
    let begin = nanosecondsNow()
    let terminal = try stage.start(start.path, start.arguments)
    if !start.typedAhead.isEmpty { terminal.send(start.typedAhead) }
    try terminal.awaits(start.sign, of: start.path)
    return (nanosecondsNow() - begin) / 1e6
  }

  /// A session that was begun would be offered at the next start.
  private func forgetSessions(in practice: String) {
    let folder = "\(practice)/.attune/journal"
    for name in files(in: folder) { unlink("\(folder)/\(name)") }
  }
}
