/// The first search of a practice makes its index.
struct IndexMeasurement: Measurement {
  let practices: [Practice]

  let title = "The making of the index, with the first search: documents a second, and the most memory"

  func run() throws(BenchProblem) -> [Comparison] {
    var rows: [Comparison] = []
    for practice in practices {
      let first = try practice.find(Corpus.rareWord)
      guard let speed = Sample([Double(practice.size) / first.milliseconds * 1000]),
        let most = Sample([first.megabytes])
      else { continue }
      rows.append(Comparison("\(practice.name) documents", in: .perSecond, speed))
      rows.append(Comparison("\(practice.name), memory", in: .megabytes, most))
      // What was stamped within the last seconds is looked at once more.
      _ = try practice.find(Corpus.rareWord)
    }
    return rows
  }
}
