import Checks
import Console
import Documents
import Forms
import Interviews

extension Session {
  /// What is worth a second look in the document so far, in the sections that were visited.
  func findings(in sections: [Section]) -> [Finding] {
    let ids = Set(sections.map(\.id))
    let document = Checked(
      tree, wording: interview.catalog.wording, catalog: interview.catalog, on: surroundings.now.date)
    return Checks.findings(in: document).filter { section(of: $0).map { ids.contains($0.id) } ?? false }
  }

  /// The section that a finding belongs to: the one that names its check; where two do, the one that asks at its path.
  private func section(of finding: Finding) -> Section? {
    if let claimed = template.sections.first(where: { $0.claims(finding.check, at: finding.path) }) { return claimed }
    let named = template.sections.filter { $0.checks.contains(finding.check) }
    guard named.count > 1 else { return named.first }
    return named.first { section in
      section.questions.contains { question in
        (question.list ?? question.first.fields.first?.path)?.steps.first == finding.path.steps.first
      }
    }
  }

  /// The sections in which something was answered or gone past.
  private var visited: [Section] {
    template.sections.filter { section in
      interview.guide.places(in: section).contains { !interview.guide.isOpen($0) }
    }
  }

  /// At the end of a section: what should be mended before the end, at most seven, never in the middle of an answer.
  func sayFindings(leaving section: Section) {
    let found = findings(in: [section]).filter { $0.severity != .consider }
    guard !found.isEmpty else { return }
    page.blank()
    page.say(found.count == 1 ? "One thing before we go on:" : "\(Wording.number(found.count)) things before we go on:")
    say(found)
  }

  /// `/check`: everything that is found now.
  func check() {
    asks = false
    let found = findings(in: visited)
    if found.isEmpty { return page.say(.dim("Nothing to look at again so far.")) }
    say(found)
  }

  private func say(_ found: [Finding]) {
    for finding in found.prefix(7) {
      let place = finding.path.steps.count == 2 ? finding.path.last : finding.path.description
      let lead = finding.check + String(repeating: " ", count: max(1, 5 - finding.check.count))
      page.say(StyledLine(lead, .dim) + StyledLine(finding.message) + .dim("  \(place)"), hang: 5)
    }
    if found.count > 7 { page.say(.dim("And \(found.count - 7) more: /check")) }
    if let first = found.first {
      let isElement = template.list(ofID: first.path.last) != nil
      let place = isElement ? first.path.last : section(of: first)?.id ?? first.path.last
      page.say(.dim("/jump \(place) · /dismiss \(first.check) and why · or go on"))
    }
  }

  /// `/dismiss Q12 not that day`: a finding that was looked at and is kept, with the reason.
  func dismiss(_ rest: String) {
    let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = findings(in: template.sections)
    guard let name = words.first?.uppercased(), words.count > 1 else {
      asks = false
      page.say(.dim("As in: \(Command.dismiss.usage.call)"))
      return
    }
    let named = found.filter { $0.check == name }
    // Where one check finds several, the place may be named.
    let byPlace = words.count > 2 ? named.first { $0.path.last == words[1] || $0.path.description == words[1] } : nil
    guard let finding = byPlace ?? named.first else {
      asks = false
      page.say(.dim("\(name) finds nothing now. /check shows what there is."))
      return
    }
    let reason = words.dropFirst(byPlace == nil ? 1 : 2).joined(separator: " ")
    handle(interview.dismiss(finding.check, at: finding.path, reason: reason, in: surroundings))
  }
}

extension Wording {
  /// Small numbers in words, as they begin a sentence.
  static func number(_ count: Int) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven"]
    return words.indices.contains(count) ? words[count] : String(count)
  }
}
