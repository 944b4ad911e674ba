import Documents

/// An agreement as a page that two people read together (spec 5): current terms first, the therapist's column beside the
/// client's, then who signed, then what was changed before.
///
/// `signed` is the text that was signed, where other words stand in this copy of it.
package func agreementMarkdown(_ document: JSON, signed: JSON? = nil, crisisLine: String) -> String {
  let agreement = AgreementPageContent(document, signed: signed ?? document)
  var page = MarkdownPage()
  page.add(agreement.common.frontMatter(tags: ["agreement"]))
  page.add("# \(agreement.common.title("Treatment agreement"))")
  page.add(agreement.common.banner)
  page.add(agreement.standing)
  page.section("What each of us agrees to", [agreement.columns])
  for section in AgreementSection.all where !["D", "E", "N"].contains(section.letter) {
    page.section(section.title, [agreement.terms(section.letter)])
  }
  page.section("Ending", [agreement.ending])
  page.section("Signatures", [agreement.signatures])
  page.section("What was changed", [agreement.history])
  page.add("---")
  page.add(footer(crisisLine: crisisLine))
  return page.markdown
}

/// The sections of an agreement by their letters.
package struct AgreementSection: Hashable, Sendable {
  package let letter: String
  package let title: String

  package static let all: [AgreementSection] = [
    ("A", "What this is"), ("B", "Goals and targets"), ("C", "Format and duration"), ("E", "The therapist agrees"),
    ("D", "The client agrees"), ("F", "Attendance"), ("G", "Between sessions"), ("H", "Contact"),
    ("I", "Confidentiality"), ("J", "Fees"), ("K", "Safety"), ("L", "What gets in the way, and then what"),
    ("M", "Commitment"), ("N", "Ending"),
  ].map { AgreementSection(letter: $0.0, title: $0.1) }
}

private struct AgreementPageContent {
  let common: ChainPage
  private let document: JSON
  private let signed: JSON
  private let all: [AgreementTerm]

  init(_ document: JSON, signed: JSON) {
    self.document = document
    self.signed = signed
    common = ChainPage(document, skills: { _ in nil })
    all = AgreementTerm.all(of: document)
  }

  private var answers: Answer { common.answers }

  var standing: String {
    MarkdownPage.list([
      answers["version"].said.map { "**Version:** \($0)" }, fact("From", answers["effective"]),
      document["openEnded"] == true ? "**Until:** open" : fact("Until", answers["ends"]),
      fact("Review on", answers["reviewOn"]), fact("Takes the place of", answers["supersedes"]),
      document["status"] == "superseded" ? "**Superseded:** a later version is in force" : nil,
    ])
  }

  /// The therapist first, always; side by side, clause by clause.
  var columns: String? {
    let (mine, theirs) = (clauses("therapistAgreements"), clauses("clientAgreements"))
    guard !mine.isEmpty || !theirs.isEmpty else {
      return answers.state(of: "therapistAgreements") ?? answers.state(of: "clientAgreements")
    }
    let rows = (0..<max(mine.count, theirs.count)).map { row in
      "| \(row < mine.count ? mine[row] : "") | \(row < theirs.count ? theirs[row] : "") |"
    }
    return (["| Therapist | Client |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  private func clauses(_ key: String) -> [String] {
    answers[key].items.compactMap { clause in
      guard let text = clause["text"].inline else { return nil }
      let id = clause.id.map { "**\($0)** " } ?? ""
      return id + text + (clause["measure"].inline.map { " *(\($0))*" } ?? "")
    }
  }

  func terms(_ letter: String) -> String? {
    let items = AgreementTerm.together(all.filter { $0.section == letter && !isSaidElsewhere($0) }).map(item)
    let rules = letter == "F" ? (document["attendance"]?["rules"]?.array ?? []).map(rule) : []
    return (rules + items).isEmpty ? nil : MarkdownPage.list(rules + items)
  }

  /// The dates stand at the top; a rule is one sentence and not its fields.
  private func isSaidElsewhere(_ term: AgreementTerm) -> Bool {
    ["effective", "ends", "openEnded", "reviewOn"].contains(term.path.description)
      || Path("attendance.rules").covers(term.path)
  }

  /// One thing in one item: its words, then its parts, each with what it is.
  private func item(_ group: [AgreementTerm]) -> String {
    let words = group.filter { !$0.isNumbering }.map { term in
      (term.part.map { "*\($0)* " } ?? "") + MarkdownText(term.words).inline(atLineStart: false)
    }
    return "**\(MarkdownText(group.first?.whole ?? "").inline(atLineStart: false)):** \(words.joined(separator: " · "))"
  }

  private func rule(_ rule: JSON) -> String {
    let id = rule["id"]?.string.map { "**\(MarkdownText($0).inline(atLineStart: false)):** " } ?? ""
    let parts = AgreementRule.words(rule).map { MarkdownText($0).inline(atLineStart: false) }
    return id + parts.joined(separator: " ")
  }

  var ending: String? {
    let terms = all.filter { term in
      ["ending", "groupRules", "thirdParties", "complaints"].contains { Path($0).covers(term.path) }
    }
    return terms.isEmpty ? nil : MarkdownPage.list(AgreementTerm.together(terms).map(item))
  }

  var signatures: String? {
    let fingerprint = agreementFingerprint(signed)
    let items = answers["signatures"].items.map { signature -> String in
      let name = signature["name"].inline ?? "not named"
      let day = signature["at"].value?.string.flatMap { Moment($0) }.map { "\($0.date), \($0.time)" }
      let facts = [signature["role"].words, day, signature["method"].words].compactMap { $0 }
      let standing = SignatureStanding(signature.value ?? .null, of: signed, fingerprint: fingerprint)
      return "\(name) (\(facts.joined(separator: ", "))): \(standing.words)"
    }
    let code = Agreement(document).isSigned ? signatureCode(of: fingerprint).map { "Code of this text: `\($0)`" } : nil
    let isOther = agreementFingerprint(document) != fingerprint
    let taken = isOther ? "In this copy words were taken out; the code is that of the text that was signed." : nil
    let copies = answers["copiesGivenOn"].value?.string.map { "A copy was given on \($0)." }
    return [items.isEmpty ? nil : MarkdownPage.list(items), code, code == nil ? nil : taken, copies].compactMap { $0 }
      .joinedIfAny(by: "\n\n")
  }

  var history: String? {
    let items = answers["amendments"].items.map { change -> String in
      let clause = change["clause"].value?.string.map {
        MarkdownText(Agreement.name(ofClause: $0)).inline(atLineStart: false)
      }
      let head = [clause, change["effective"].inline].compactMap { $0 }.joined(separator: ", ")
      let words = "from “\(change["from"].inline ?? "")” to “\(change["to"].inline ?? "")”"
      let why = [change["proposedBy"].words.map { "proposed by \($0)" }, change["why"].inline].compactMap { $0 }
      return "**\(head):** \([words, why.joinedIfAny(by: ": ")].compactMap { $0 }.joined(separator: "; "))"
    }
    return items.isEmpty ? nil : MarkdownPage.list(items)
  }
}

/// A rule of attendance in whole sentences: the number and what then, the way back, what clears it, what it leaves out.
/// All that is signed of it is said.
package enum AgreementRule {
  package static func words(_ rule: JSON) -> [String] {
    func text(_ key: String) -> String? { rule[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
    let other = text("whenReachedText")
    let end = text("whenReached").flatMap { $0 == "other" && other != nil ? nil : reached($0) }
    let then = [end, other].compactMap { $0 }.joinedIfAny(by: ": ")
    var words = [Agreement.sentence(ofRule: rule) + (then.map { ", then \($0)" } ?? "")].map(ended)
    if let counts = text("counts") { words.append(ended("Counts: \(counts)")) }
    if let stage = rule["stage"]?.int { words.append("Stage \(stage).") }
    let modes = (rule["modes"]?.array ?? []).compactMap(\.string)
    if !modes.isEmpty { words.append("Counted in: \(modes.joined(separator: ", ")).") }
    if let clears = rule["clearsWhen"], let attended = clears["attended"]?.int {
      let of = clears["of"]?.int.map { " of \($0)" } ?? ""
      words.append("The count starts afresh after \(attended)\(of) sessions.")
    }
    if let way = text("returnText") { words.append("Way back: \(way)") }
    if let grace = text("grace") { words.append(ended("Leaves out: \(grace)")) }
    switch rule["therapistCancelledCounts"]?.bool {
    case false?: words.append("What the therapist cancels does not count.")
    case true?: words.append("What the therapist cancels counts.")
    case nil: break
    }
    return words
  }

  /// With one full stop, where what people wrote has none.
  private static func ended(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? false ? text : text + "."
  }

  private static func reached(_ word: String) -> String {
    switch word {
    case "nameIt": "we name it"
    case "accountabilityConversation": "we have an accountability conversation"
    case "attendanceContract": "we make an attendance contract"
    case "agreementReview": "we review this agreement"
    case "suspendUntil": "sessions pause"
    case "agreementEnds": "this agreement ends"
    default: PlainWords.parts(word)
    }
  }
}
