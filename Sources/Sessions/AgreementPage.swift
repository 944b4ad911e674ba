import Console
import Documents
import Exchange
import Interviews

/// An agreement on the screen: the whole of its text, the therapist's side beside the client's where there is room.
package struct AgreementPage {
  private let page: Page
  private let isWide: Bool

  package init(_ output: any Output) {
    page = Page(output)
    isWide = output.width >= 72 && !output.isPlain
  }

  /// What it says now: nothing is left out of what is signed.
  package func sayTerms(of document: JSON) {
    let all = AgreementTerm.all(of: document)
    for section in AgreementSection.all where section.letter != "D" {
      if section.letter == "E" {
        sayClauses(document)
        continue
      }
      let rules = section.letter == "F" ? document["attendance"]?["rules"]?.array ?? [] : []
      let terms = all.filter { $0.section == section.letter && !isSaidAsRule($0) && !isHistory($0) }
      guard !terms.isEmpty || !rules.isEmpty else { continue }
      page.blank()
      page.say(.accent(section.title))
      for (index, rule) in rules.enumerated() {
        let id = rule["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index + 1)
        page.say(.dim("\(id)  ") + .strong(AgreementRule.words(rule).joined(separator: " ")), hang: 4)
      }
      for group in AgreementTerm.together(terms) { page.say(line(group), hang: 4) }
    }
  }

  /// What was changed so far, and why.
  package func sayHistory(of document: JSON) {
    let amendments = document["amendments"]?.array ?? []
    guard !amendments.isEmpty else { return }
    page.blank()
    page.say(.accent("What was changed"))
    for change in amendments {
      func text(_ key: String) -> String { change[key]?.string ?? "" }
      let day = CivilDate(text("effective"))?.short ?? text("effective")
      let by = text("proposedBy").isEmpty ? "" : ", proposed by \(text("proposedBy"))"
      page.say(
        .dim("\(Agreement.name(ofClause: text("clause")))  \(day)\(by)  ") + StyledLine("“\(text("from"))” → ")
          + .strong("“\(text("to"))”") + .dim("  \(text("why"))"),
        hang: 4)
    }
  }

  /// Who signed, when, and whether the text is still the one that was signed.
  package func saySignatures(of document: JSON) {
    let fingerprint = agreementFingerprint(document)
    page.blank()
    let signatures = document["signatures"]?.array ?? []
    if signatures.isEmpty { page.say("Not signed.") }
    for signature in signatures {
      let standing = SignatureStanding(signature, of: document, fingerprint: fingerprint)
      let day = signature["at"]?.string.flatMap { Moment($0) }.map { "\($0.date.spoken), \($0.time)" } ?? ""
      let name = signature["name"]?.string ?? ""
      page.say(
        .strong(name) + .dim("  \(signature["role"]?.string ?? ""), \(day): ")
          + (standing == .broken ? .strong(standing.words) : StyledLine(standing.words)), hang: 4)
    }
    if Agreement(document).isSigned, let code = signatureCode(of: fingerprint) {
      page.say(.dim("The code of this text, for the client's copy: ") + .strong(code), hang: 4)
    }
  }

  /// One thing in one paragraph: its words, then its parts, each with what it is.
  private func line(_ group: [AgreementTerm]) -> StyledLine {
    var line = StyledLine.dim("\(group.first?.whole ?? "")  ")
    for (index, term) in group.filter({ !$0.isNumbering }).enumerated() {
      if index > 0 { line = line + .dim(" · ") }
      if let part = term.part { line = line + .dim("\(part) ") }
      line = line + .strong(said(term))
    }
    return line
  }

  private func said(_ term: AgreementTerm) -> String {
    CivilDate(term.text).map { "\($0.spoken) \($0.year)" } ?? term.words
  }

  private func isSaidAsRule(_ term: AgreementTerm) -> Bool { Path("attendance.rules").covers(term.path) }
  private func isHistory(_ term: AgreementTerm) -> Bool { Path("amendments").covers(term.path) }

  // MARK: Both sides

  private func sayClauses(_ document: JSON) {
    let mine = clauses(document, "therapistAgreements")
    let theirs = clauses(document, "clientAgreements")
    guard !mine.isEmpty || !theirs.isEmpty else { return }
    page.blank()
    guard isWide else {
      page.say(.accent("The therapist agrees"))
      for line in mine { page.say(line, hang: 4) }
      page.blank()
      page.say(.accent("The client agrees"))
      for line in theirs { page.say(line, hang: 4) }
      return
    }
    let column = (page.width - 2 - 3) / 2
    page.say(beside(.accent("The therapist agrees"), .accent("The client agrees"), column))
    for row in 0..<max(mine.count, theirs.count) {
      let left = row < mine.count ? wrapped(mine[row], width: column, hang: 4) : []
      let right = row < theirs.count ? wrapped(theirs[row], width: column, hang: 4) : []
      for line in 0..<max(left.count, right.count) {
        page.say(
          beside(
            line < left.count ? left[line] : StyledLine(""), line < right.count ? right[line] : StyledLine(""), column))
      }
    }
  }

  private func clauses(_ document: JSON, _ list: String) -> [StyledLine] {
    (document[list]?.array ?? []).enumerated().compactMap { index, clause in
      let (text, measure) = (clause["text"]?.string ?? "", clause["measure"]?.string.flatMap { $0.isEmpty ? nil : $0 })
      guard !text.isEmpty || measure != nil else { return nil }
      let id = clause["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index + 1)
      return .dim("\(id)  ") + .strong(harmless(text))
        + .dim(measure.map { "  (\(harmless($0)))" } ?? "")
    }
  }

  private func beside(_ left: StyledLine, _ right: StyledLine, _ column: Int) -> StyledLine {
    let gap = max(0, column - displayWidth(left.text)) + 3
    return right.text.isEmpty ? left : left + StyledLine(String(repeating: " ", count: gap)) + right
  }
}
