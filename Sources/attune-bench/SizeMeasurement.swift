import Glibc

/// What the program takes up on the disk.
struct SizeMeasurement: Measurement {
  let stage: Stage

  let title = "Size of the program's file (sqlite3 has its libraries outside)"

  func run() throws(BenchProblem) -> [Comparison] {
    let sqlite = try megabytes(stage.sqlite)
    var found: [Comparison] = []
    if let own = Sample([try megabytes(stage.program)]), let peer = Sample([sqlite]) {
      found.append(Comparison("attune", in: .megabytes, own, beside: .init("sqlite3", peer)))
    }
    if let stripped = try strippedCopy(), let own = Sample([try megabytes(stripped)]), let peer = Sample([sqlite]) {
      found.append(Comparison("attune, stripped", in: .megabytes, own, beside: .init("sqlite3", peer)))
    }
    return found
  }

  private func megabytes(_ path: String) throws(BenchProblem) -> Double { Double(try size(of: path)) / 1e6 }

  /// Nothing where there is no strip.
  private func strippedCopy() throws(BenchProblem) -> String? {
    let copy = "\(stage.folder)/stripped"
    let line: [String] = ["strip", "-o", copy, stage.program]
    let words = line.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, "strip", nil, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status == 0 ? copy : nil
  }
}
