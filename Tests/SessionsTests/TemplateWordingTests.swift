import Documents
import Forms
import Sessions
import Testing

/// What a person reads of a question set that does not read. Each is the built-in one with one thing changed.
@Suite struct TemplateWording {
  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let says: String
    var testDescription: String { new }
  }

  @Test(arguments: cases)
  func `A problem is shown in its line, with what to do`(bad: Case) throws {
    let source = try #require(BuiltIn.source("chain"))
    let pieces = source.split(separator: bad.old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(pieces.count == 2, "the built-in question set has no ‘\(bad.old)’")
    let text = pieces.joined(separator: bad.new)
    let findings = TemplateReport(reading: Array(text.utf8)).findings
    let said = Wording.text(.badTemplateFile("mine.yaml", findings, isLint: true))
    #expect(unnumbered(said) == bad.says)
    // The line that is shown is the one that is named.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for finding in findings { #expect(try lines[#require(finding.spot).line - 1] == finding.line) }
  }

  @Test func `The built-in question sets are without a fault`() throws {
    for name in BuiltIn.templateNames {
      let report = TemplateReport(reading: Array(try #require(BuiltIn.source(name)).utf8))
      #expect(report.findings == [])
      #expect(report.template?.tree == BuiltIn.tree(name))
    }
  }

  @Test func `Windows ends of lines and a mark of byte order are no fault`() throws {
    let text = try #require(BuiltIn.source("chain")).replacing("\n", with: "\r\n")
    #expect(TemplateReport(reading: Array("\u{FEFF}\(text)".utf8)).findings == [])
    let bad = TemplateReport(reading: Array(text.replacing("title: Opening", with: "titel: Opening").utf8)).findings
    #expect(bad.map(\.line) == ["  - id: opening", "    titel: Opening"])
  }

  /// The numbers of lines, which change with the question set, as `#`.
  private func unnumbered(_ text: String) -> String {
    var digits = 0
    return text.split(separator: "\n").map { line in
      if let match = line.firstMatch(of: #/^  (\d+) \| /#) {
        digits = match.1.count
        return "  # | " + line[match.range.upperBound...]
      }
      if line.hasSuffix("^") { return String(line.dropFirst(digits - 1)) }
      return String(line).replacing(/, line \d+,/, with: ", line #,")
    }.joined(separator: "\n")
  }
}
