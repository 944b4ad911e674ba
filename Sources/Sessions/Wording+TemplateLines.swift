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

  init(of line: String, around column: Int) {
    let scalars = Array(line.unicodeScalars)
    let place = min(column - 1, scalars.count)
    // A long line is shown from a little before the place on.
    let start = scalars.count <= Excerpt.width ? 0 : max(0, min(place - 20, scalars.count - Excerpt.width))
    let end = min(scalars.count, start + Excerpt.width)
    func piece(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return harmless(String(view))
    }
    let before = (start > 0 ? "…" : "") + piece(start..<place)
    caret = displayWidth(before)
    text = before + piece(place..<max(place, end)) + (end < scalars.count ? "…" : "")
  }
}
