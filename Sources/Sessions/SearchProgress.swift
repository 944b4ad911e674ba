import Console

/// How far the taking in of documents is: a bar on a screen, else a plain line a tenth. What is soon done shows nothing.
final class SearchProgress {
  private let output: any Output
  private var lastTenth = 0
  private var lastRow = ""

  /// So many documents take about a second.
  static let long = 2_000

  init(_ output: any Output) { self.output = output }

  func show(_ taken: Int, of all: Int) {
    guard all >= Self.long else { return }
    if output.isPlain {
      let tenth = taken * 10 / all
      if tenth > lastTenth { output.complain("Reading documents: \(taken) of \(all).") }
      lastTenth = tenth
      return
    }
    let width = 20
    let done = taken * width / all
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: width - done)
    let row = "  \(bar) \(taken * 100 / all)% of \(all) documents"
    if row != lastRow { output.showProgress(row) }
    lastRow = row
  }

  func end() {
    if !lastRow.isEmpty { output.showProgress(nil) }
  }
}
