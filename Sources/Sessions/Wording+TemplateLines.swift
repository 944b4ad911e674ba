import Console
import Documents
import Forms

extension Wording {
  /// What is wrong with a file that should be a template: each problem with its line, and what to do.
  static func text(_ findings: [TemplateReport.Finding], of file: String, _ isLint: Bool) -> String {
    let most = isLint ? 40 : 3
    var lines = findings.prefix(most).flatMap { shown($0, in: file) }
    let others = findings.count - most
    if others > 0 {
      lines.append("… and \(others) more" + (isLint ? "." : ": attune templates lint \(file)"))
    } else if findings.count > 1 {
      lines.append("\(findings.count) problems.")
    }
    return lines.joined(separator: "\n")
  }

  private static func shown(_ finding: TemplateReport.Finding, in file: String) -> [String] {
    guard let spot = finding.spot else {
      return ["error: \(file): \(what(finding.problem)).", "hint: \(hint(finding))"]
    }
    let excerpt = Excerpt(of: finding.line, around: spot.column)
    let number = "  \(spot.line) | "
    return [
      "error: \(file), line \(spot.line), column \(spot.column): \(what(finding.problem)).",
      number + excerpt.text,
      String(repeating: " ", count: number.count + excerpt.caret) + "^",
      "hint: \(hint(finding))",
    ]
  }
}

/// As much of a line as a screen shows, around a place in it.
private struct Excerpt {
  let text: String
  /// The columns before the place.
  let caret: Int

  private static let width = 64
  private static let before = 24

  init(of line: String, around column: Int) {
    let signs = line.unicodeScalars.map { harmless(String($0)) }
    let place = min(column - 1, signs.count)
    let isWhole = Excerpt.columns(of: signs[...]) <= Excerpt.width
    // A long line is shown from a little before the place on.
    var start = isWhole ? 0 : place
    while start > 0, Excerpt.columns(of: signs[(start - 1)..<place]) <= Excerpt.before { start -= 1 }
    var end = isWhole ? signs.count : place
    while end < signs.count, Excerpt.columns(of: signs[start...end]) <= Excerpt.width { end += 1 }
    let before = (start > 0 ? "…" : "") + signs[start..<place].joined()
    caret = displayWidth(before)
    text = before + signs[place..<end].joined() + (end < signs.count ? "…" : "")
  }

  private static func columns(of signs: ArraySlice<String>) -> Int { signs.reduce(0) { $0 + displayWidth($1) } }
}
