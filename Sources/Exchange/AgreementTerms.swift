import Documents

/// One line of an agreement's text: what it is called, and what it says.
package struct AgreementTerm: Hashable, Sendable {
  /// The letter of its section, A to N (spec 5).
  package let section: String
  package let label: String
  /// What it is of, and which part of that; a term of its own has no part.
  package let whole: String
  package let part: String?
  package let path: Path
  /// In one line, composed, as it is signed.
  package let text: String
}

extension AgreementTerm {
  /// All that two people sign of an agreement, in order: sections A to N without signatures, copies and commitment
  /// strategies. What is absent has no line.
  package static func all(of document: JSON) -> [AgreementTerm] {
    var terms = Terms(document)
    terms.addAll()
    return terms.found
  }
}

/// The canonical text of an agreement (spec 5.N): a line for each term, label, colon, value; LF, NFC.
package func agreementText(_ document: JSON) -> String {
  AgreementTerm.all(of: document).map { "\($0.section). \($0.label): \($0.text)\n" }.joined()
}

/// The fingerprint of that text, as a signature holds it: lower-case hex of its SHA-256.
package func agreementFingerprint(_ document: JSON) -> String { sha256(Array(agreementText(document).utf8)) }

extension AgreementTerm {
  /// The terms of one thing together, in order: a target with its tier, a step with its way back.
  package static func together(_ terms: [AgreementTerm]) -> [[AgreementTerm]] {
    terms.reduce(into: []) { groups, term in
      if let last = groups.last?.first, last.whole == term.whole, last.section == term.section {
        groups[groups.count - 1].append(term)
      } else {
        groups.append([term])
      }
    }
  }

  /// Fields that hold a word of a list; in all others stands what people wrote, and is said as it stands.
  private static let choices: [Path] = [
    "targets.*.tier", "targets.*.direction", "attendance.rules.*.what", "attendance.rules.*.basis",
    "attendance.rules.*.whenReached", "contact.offered", "fees.payer", "safety.safetyPlanStatus",
    "amendments.*.proposedBy",
  ]

  /// What it says, for people: a word of a list in plain words.
  package var words: String {
    let isChoice = AgreementTerm.choices.contains { choice in
      choice.steps.count == path.steps.count && zip(choice.steps, path.steps).allSatisfy { $0 == "*" || $0 == $1 }
    }
    return isChoice ? Words.plain(text) : text
  }

  /// Whether it only says which one it is by its number, as its name does.
  package var isNumbering: Bool { ["order", "step"].contains(path.last) && whole.hasSuffix(" \(text)") }
}

private struct Terms {
  let document: JSON
  var found: [AgreementTerm] = []

  init(_ document: JSON) { self.document = document }

  mutating func addAll() {
    addOpening()
    addFormat()
    addClauses("D", "clientAgreements", "Client")
    addClauses("E", "therapistAgreements", "Therapist")
    addAttendance()
    addContact()
    addRest()
  }

  private mutating func add(_ section: String, _ whole: String, part: String? = nil, _ path: Path, _ value: JSON?) {
    guard let value, let text = Terms.text(value), !text.isEmpty else { return }
    let label = (part.map { "\(whole), \($0)" } ?? whole).inNormalFormC
    found.append(
      AgreementTerm(
        section: section, label: label, whole: whole, part: part, path: path, text: text.inNormalFormC))
  }

  /// The fields of one element; the first says what it is.
  private mutating func add(_ section: String, _ whole: String, of element: Element, _ parts: [(String?, Path)]) {
    for (part, key) in parts { add(section, whole, part: part, element.path.appending(key), element.tree[key]) }
  }

  private mutating func add(_ section: String, _ fields: [(String, Path)]) {
    for (label, path) in fields { add(section, label, path, document[path]) }
  }

  private struct Element {
    /// Its id, else its position.
    let name: String
    let path: Path
    /// Itself: two of one id, or an id with a dot, would be found wrongly by a path.
    let tree: JSON
  }

  private func elements(_ list: Path) -> [Element] {
    (document[list]?.array ?? []).enumerated().map { index, element in
      let name = element["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index + 1)
      return Element(name: Terms.oneLine(name, asName: true), path: Path(list.steps + [name]), tree: element)
    }
  }

  // MARK: Sections

  private mutating func addOpening() {
    add(
      "A",
      [
        ("Voluntary", "orientation.voluntary"), ("Mandated by", "orientation.mandatedBy"),
        ("What is reported to whom", "orientation.reportedToWhom"),
        ("Informed consent on", "orientation.informedConsentOn"),
        ("Alternatives discussed", "orientation.alternativesDiscussed"),
        ("In the client's words", "orientation.clientUnderstanding"),
      ])
    for element in elements("goals") {
      add("B", "Goal \(element.name)", of: element, [(nil, "text"), ("why", "why")])
    }
    for element in elements("targets") {
      add(
        "B", "Target \(element.name)", of: element,
        [(nil, "behavior"), ("order", "order"), ("tier", "tier"), ("direction", "direction"), ("now", "baseline")])
    }
  }

  private mutating func addFormat() {
    for element in elements("format.modes") {
      add(
        "C", "C\(element.name)", of: element,
        [(nil, "mode"), ("minutes", "minutes"), ("how often", "frequency"), ("when", "when"), ("where", "place")])
    }
    add(
      "C",
      [
        ("Comprehensive DBT", "format.dbtComprehensive"), ("What it is called", "format.modelStatement"),
        ("From", "effective"), ("Until", "ends"), ("Open-ended", "openEnded"), ("Review on", "reviewOn"),
        ("Review every (weeks)", "reviewEveryWeeks"), ("Sessions agreed", "sessionBudget.sessions"),
        ("Sessions per", "sessionBudget.per"),
      ])
  }

  private mutating func addClauses(_ section: String, _ list: Path, _ whose: String) {
    for element in elements(list) {
      add(section, "\(whose) \(element.name)", of: element, [(nil, "text"), ("measure", "measure")])
    }
  }

  private mutating func addAttendance() {
    for element in elements("attendance.rules") {
      let parts: [(String?, Path)] = [
        ("what", "what"), ("counts", "counts"), ("from minutes", "minMinutes"), ("number", "threshold"),
        ("stage", "stage"), ("counted", "basis"), ("in sessions", "windowSessions"), ("in days", "windowDays"),
        ("in each weeks", "periodWeeks"), ("in", "modes"), ("then", "whenReached"), ("then what", "whenReachedText"),
        ("way back", "returnText"), ("therapist's cancellations count", "therapistCancelledCounts"),
        ("clears after", "clearsWhen.attended"), ("clears of", "clearsWhen.of"), ("leaves out", "grace"),
      ]
      add("F", "Rule \(element.name)", of: element, parts)
    }
    add(
      "F",
      [
        ("Notice", "attendance.notice"), ("A late session ends on time", "attendance.lateSessionEndsOnTime"),
        ("Telehealth", "attendance.telehealthAllowed"),
      ])
    add(
      "G",
      [
        ("Practice", "betweenSession.homework"), ("Diary card", "betweenSession.diaryCard"),
        ("Looked at", "betweenSession.reviewedWhen"),
      ])
  }

  private mutating func addContact() {
    add(
      "H",
      [
        ("Contact between sessions", "contact.offered"), ("Hours", "contact.hours"), ("How", "contact.channel"),
        ("Reply by", "contact.responseWithin"), ("For", "contact.purposes"), ("Not for", "contact.notFor"),
        ("Cover", "contact.coverage"), ("24-hour rule", "contact.twentyFourHourRule.enabled"),
        ("24-hour rule, hours", "contact.twentyFourHourRule.hours"),
        ("24-hour rule, for", "contact.twentyFourHourRule.appliesTo"),
        ("24-hour rule, exceptions", "contact.twentyFourHourRule.exceptions"),
      ])
    add("I", [("Explained and said back", "confidentiality.explained")])
    for element in elements("confidentiality.limitsListed") {
      add("I", "Limit \(element.name)", element.path, element.tree)
    }
    add("I", [("Confidentiality", "confidentiality.statement"), ("Record", "confidentiality.recordsNote")])
    add(
      "J",
      [
        ("Fee", "fees.amount"), ("Paid by", "fees.payer"), ("Missed session", "fees.missedFee"),
        ("Waiver", "fees.waiver"), ("Dispute", "fees.dispute"), ("Good-faith estimate on", "fees.goodFaithEstimateOn"),
        ("Arrears", "fees.nonPayment"),
      ])
    add(
      "K",
      [
        ("Safety plan", "safety.safetyPlanStatus"), ("Safety plan reviewed on", "safety.reviewedOn"),
        ("Crisis resources", "safety.crisisResourceSet"),
        ("A promise not to self-harm is asked for", "safety.noSuicidePromiseUsed"),
      ])
  }

  private mutating func addRest() {
    add(
      "L",
      [
        ("What gets in the way", "tib.definition"), ("From the therapist", "tib.therapistExamples"),
        ("From the client", "tib.clientExamples"),
      ])
    for element in elements("tib.response") {
      add(
        "L", "Step \(element.name)", of: element,
        [(nil, "name"), ("number", "step"), ("do", "do"), ("repair", "repair"), ("way back", "returnPath")])
    }
    for element in elements("tib.levelOfCareCriteria") {
      add("L", "Level of care \(element.name)", element.path, element.tree)
    }
    add("M", [("In the client's words", "commitment.clientWords"), ("Sure (of 10)", "commitment.strength")])
    for element in elements("commitment.obstacles") {
      add("M", "In the way \(element.name)", of: element, [(nil, "barrier"), ("and then", "plan")])
    }
    add(
      "N",
      [
        ("The client may stop", "ending.clientMayStop"), ("If the client stops", "ending.noticeAsked"),
        ("If the therapist ends it", "ending.therapistEnding"), ("No punishment", "ending.notPunishment"),
      ])
    for element in elements("groupRules") { add("N", "Group rule \(element.name)", of: element, [(nil, "text")]) }
    for element in elements("thirdParties") {
      add("N", "Told \(element.name)", of: element, [(nil, "who"), ("what", "toldWhat"), ("consent on", "consentOn")])
    }
    add("N", [("Complaints", "complaints"), ("Version", "version"), ("Supersedes", "supersedes")])
    for element in elements("amendments") {
      let parts = ["clause", "from", "to", "why", "proposedBy", "effective"]
      add("N", "Change \(element.name)", of: element, parts.map { (PlainWords.parts($0), Path($0)) })
    }
  }

  // MARK: Values

  /// A value in one line; a line break in it is a pilcrow, so that two lines are not one.
  private static func text(_ value: JSON) -> String? {
    switch value {
    case .null: nil
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .number(let digits): digits
    case .string(let text): oneLine(text)
    case .array(let elements): elements.compactMap(text).joined(separator: "; ")
    case .object: value.isEmpty ? nil : oneLine(value.compact)
    }
  }

  /// Text in one line, with what a terminal would obey made visible, so that what is signed can be shown as it is. In a
  /// name what parts a label from its text is made visible too: no name can pass for another line.
  private static func oneLine(_ text: String, asName isName: Bool = false) -> String {
    var line = ""
    for character in text {
      if character.isNewline {
        line += " ¶ "
      } else {
        for scalar in character.unicodeScalars { line += visible(scalar, isName: isName) }
      }
    }
    return line
  }

  private static func visible(_ scalar: Unicode.Scalar, isName: Bool) -> String {
    switch scalar.value {
    case 0x09 where !isName: "\t"
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFDD0...0xFDEF: named(scalar)
    case let value where value & 0xFFFE == 0xFFFE: named(scalar)
    default: isName && ":,⟨".unicodeScalars.contains(scalar) ? named(scalar) : String(scalar)
    }
  }

  /// `⟨U+1B⟩`
  private static func named(_ scalar: Unicode.Scalar) -> String {
    "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
  }
}
