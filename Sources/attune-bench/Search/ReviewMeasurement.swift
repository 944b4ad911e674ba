/// A review of one client, beside jq over that client's files: it grows with the client and not with the practice.
struct ReviewMeasurement: Measurement {
  let practices: [Practice]
  let runs: Int

  let title = "review of one client with 250 documents (jq reads the same files and counts them)"

  func run() throws(BenchProblem) -> [Comparison] {
    var rows: [Comparison] = []
    var least: Sample?
    for practice in practices {
      var own: [Double] = []
      var peer: [Double] = []
      let client = "\(practice.folder)/Clients/SYN-000"
      for round in 0...runs {
        let review = try Finished(
          [
            practice.stage.program, "--practice", practice.folder, "review", "--client", "SYN-000", "--on",
            "2018-06-01",
            "--format", "json",
          ], home: practice.stage.folder
        ).milliseconds
        let counted = try Finished(
          ["/bin/sh", "-c", "jq -s 'group_by(.kind) | map({kind: .[0].kind, n: length})' '\(client)'/*.json"],
          home: practice.stage.folder
        ).milliseconds
        if round > 0 { (own, peer) = (own + [review], peer + [counted]) }
      }
      guard let sample = Sample(own), let counted = Sample(peer) else { continue }
      rows.append(
        Comparison("in \(practice.name) documents", in: .milliseconds, sample, beside: .init("jq", counted)))
      if let first = least, practice.size == practices.last?.size {
        rows.append(
          Comparison(
            "in \(practice.name) documents", in: .milliseconds, sample,
            beside: .init("attune, \(practices[0].name)", first), budget: .ratio(1.25)))
      }
      least = least ?? sample
    }
    return rows
  }
}
