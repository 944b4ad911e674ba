import Documents
import Forms

/// As little of a client's record as a purpose needs, as one page: what is counted and chosen from lists, and none of
/// what was typed but what was marked to go along.
package struct MinimumExport {
  let purpose: ExportPurpose
  /// Finished documents of the record, oldest first.
  let documents: [JSON]
  let today: CivilDate
  private let marked: [String]
  let first: CivilDate?

  /// `documents` are those that the client could have a copy of, redacted; `marked` are the words that go along.
  package init(_ purpose: ExportPurpose, of documents: [JSON], marked: [String], on today: CivilDate) {
    self.purpose = purpose
    self.today = today
    self.documents = documents.sorted {
      ($0["sessionDate"]?.string ?? "", $0["createdAt"]?.string ?? "")
        < ($1["sessionDate"]?.string ?? "", $1["createdAt"]?.string ?? "")
    }
    first = documents.compactMap { Envelope($0).sessionDate }.min()
    let codes = documents.flatMap { [$0["clientRef"]?.string, $0["therapistRef"]?.string] }.compactMap { $0 }
    self.marked =
      purpose == .consult ? marked.map { MinimumExport.without(Set(codes), in: $0) } : marked
  }

  package var markdown: String {
    var page = MarkdownPage()
    page.add("# \(title)")
    if documents.contains(where: { Envelope($0).isSynthetic }) {
      page.add("**Synthetic: made up for practice. Nobody's real story.**")
    }
    page.add(
      "Holds \(purpose.holds). What was typed is left out but for what was marked. Describes what was written down.")
    for part in purpose.parts {
      switch part {
      case .sessions: page.section("Sessions", [sessions])
      case .targets: page.section("Targets", [targets])
      case .steps: page.section("Chains", chains)
      case .events: page.section("Events, both sides", [events])
      case .progress: page.section("Progress", [progress])
      case .care: page.section("Level of care and skills", [care])
      case .agreement: page.section("Agreements", [agreements])
      }
    }
    page.section(
      "Marked to go along",
      [marked.isEmpty ? nil : MarkdownPage.list(marked.map { MarkdownText($0).inline(atLineStart: true) })])
    if purpose == .consult { page.add("Rare details tell who somebody is. Read it once more with that in mind.") }
    return page.markdown
  }

  private var title: String {
    if purpose == .consult { return "For consultation" }
    let whose = documents.first.flatMap { Envelope($0).client?.text } ?? ""
    return "\(purpose.rawValue.capitalizedFirst): \(MarkdownText(whose).inline(atLineStart: false))"
  }

  // MARK: Days, words and rows

  /// A day as it is, or counted from the first where dates tell too much.
  func day(_ date: CivilDate?) -> String {
    guard let date else { return "" }
    guard purpose == .consult, let first else { return date.description }
    return "day \(date - first)"
  }

  func day(_ value: JSON?) -> String { day(value?.string.flatMap { CivilDate($0.prefix(10)) }) }

  func of(_ kind: Kind) -> [JSON] { documents.filter { Envelope($0).kind == kind } }

  /// A word of a list. What is none is not said: it was typed.
  func word(_ value: JSON?) -> String? {
    guard let word = value?.string, !word.isEmpty, word.count < 30, word.allSatisfy({ $0.isASCII && $0.isLetter })
    else {
      return nil
    }
    return Words.said(word)
  }

  func table(_ head: [String], _ rows: [[String]]) -> String? {
    if rows.isEmpty { return nil }
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// Measures are typed by name; those that many know go by it, any other as "a measure".
  func name(ofMeasure value: JSON?) -> String {
    let name = value?.string?.uppercased() ?? ""
    return MinimumExport.measures.contains(name) ? name : "a measure"
  }

  private static let measures: Set = [
    "PHQ-9", "PHQ-8", "PHQ-4", "PHQ-2", "GAD-7", "GAD-2", "PCL-5", "DERS", "DERS-16", "BSL-23", "OQ-45", "ORS", "SRS",
    "WSAS", "CORE-10", "CORE-OM", "K6", "K10", "AUDIT", "AUDIT-C", "DAST-10", "BDI-II", "BAI", "Y-BOCS", "ISI", "PSS",
    "WHODAS", "PSWQ", "SPIN", "LSAS", "EDE-Q",
  ]

  /// The codes of the two, wherever they stand in a text.
  private static func without(_ codes: Set<String>, in text: String) -> String {
    var result = text
    for code in codes.sorted(by: { $0.count > $1.count }) {
      while let range = result.firstRange(of: code) { result.replaceSubrange(range, with: "[code]") }
    }
    return result
  }
}
