import Documents
import Forms

/// Reads a change of a clause that stands: `c r1: 2 in 8 | why`, `t C1: office -> telehealth on count days | why`,
/// `t ta6: a new clause | how we tell | why`, `c ca3: left out | why`. The clause itself is changed with it.
struct AmendmentReader {
  let context: ReadingContext

  /// What is kept of an amendment so that it can be taken back.
  static let place = "$at"
  static let before = "$was"

  func read(_ line: String, shape: String?) throws(AnswerProblem) -> Reading {
    let text = line.trimmed
    // A time in the words has a colon, too: `17:30`.
    guard let colon = text.firstIndex(where: { $0 == ":" }), !text[..<colon].contains("->") else {
      throw .isNotUnderstood(said: text, shape: shape)
    }
    var names = text[..<colon].split(whereSeparator: \.isWhitespace).map(String.init)
    let sides = context.options("side")
    var by: String?
    if names.count > 1, case .one(let found) = sides.match(names[0], minimum: 3, numbers: false) {
      by = sides.all[found].value
      names.removeFirst()
    }
    let later = (context.tree[context.base.parent]?.array ?? []).dropFirst(Int(context.base.last) ?? 0)
    if context.tree[context.base]?[AmendmentReader.place] != nil, !later.isEmpty { throw .isChangedSince }
    // Said anew, it is read against the terms as they were before it.
    let undone = AmendmentReader.takingBack(context.tree[context.base])
    let whole = context.tree.applying(undone)
    let terms = AgreementReview.base(ofTermsIn: whole)
    let tree = terms.isRoot ? whole : whole[terms] ?? [:]
    let name = names.joined(separator: " ")
    guard let clause = AmendedClause(named: name, in: tree, used: used(in: whole)) else {
      throw .hasNoID(said: name, of: AmendedClause.names(in: tree))
    }
    var pieces = parts(text[text.index(after: colon)...], at: "|")
    let why = pieces.count > 1 ? pieces.removeLast() : nil
    // A piece that has no place would be lost.
    guard pieces.count <= clause.pieces else { throw .isNotUnderstood(said: text, shape: shape) }
    guard let change = change(of: clause, pieces, tree) else { throw .isNotUnderstood(said: text, shape: shape) }
    var members: [(String, JSON)] = [
      ("clause", .string(clause.clause.description)), ("from", .string(change.from)), ("to", .string(change.to)),
      (AmendmentReader.place, .string(terms.appending(clause.root).description)),
      (AmendmentReader.before, tree[clause.root] ?? .null),
    ]
    if let why, !why.isEmpty { members.append(("why", .string(why))) }
    if let by { members.append(("proposedBy", .string(by))) }
    var reading = Reading()
    reading.add(
      undone + change.changes.map { $0.under(terms) } + members.map { .set(context.base.appending($0.0), $0.1) },
      ["from “\(change.from)”", "to “\(change.to)”"])
    return reading
  }

  /// The clauses that were changed or left out so far, besides by this amendment, and those of versions before.
  private func used(in whole: JSON) -> [Path] {
    let own = Int(context.base.last) ?? 0
    let others = (whole[context.base.parent]?.array ?? []).enumerated().filter { $0.offset + 1 != own }.map(\.element)
    let terms = whole[AgreementReview.base(ofTermsIn: whole)] ?? whole
    let earlier = (terms["amendments"]?.array ?? []).filter { !others.contains($0) && $0[AmendmentReader.place] == nil }
    return (others + earlier).compactMap { $0["clause"]?.string.map { Path($0) } }
      + (terms[Agreement.used]?.array ?? []).compactMap { $0.string.map { Path($0) } }
  }

  /// What puts a clause back as it was before an amendment.
  static func takingBack(_ amendment: JSON?) -> [Change] {
    guard let place = amendment?[AmendmentReader.place]?.string.map({ Path($0) }),
      let was = amendment?[AmendmentReader.before]
    else { return [] }
    // Whole lists are put back, so that what was added or left out stands where it stood.
    return was == .null ? [.remove(place)] : [.set(place, was)]
  }

  // MARK: What it comes to

  private struct Amended {
    let from: String
    let to: String
    let changes: [Change]
  }

  private func change(of clause: AmendedClause, _ pieces: [String], _ tree: JSON) -> Amended? {
    guard let words = pieces.first, !words.isEmpty else { return nil }
    if clause.isRule { return rule(clause, words, pieces.dropFirst().first, tree) }
    let isOut = ["left out", "out", "-"].contains(words.lowercased().trimmingStop)
    if let element = clause.element {
      if isOut, let old = tree[clause.path]?.string {
        return pieces.count == 1 ? without(element, old, clause, tree) : nil
      }
      if tree[element] == nil { return added(clause, words, measure: pieces.dropFirst().first, tree) }
    }
    let sides = parts(words, at: "->")
    let new = sides.last ?? words
    let old = sides.count > 1 ? sides.dropLast().joined(separator: " -> ") : clause.words(in: tree)
    guard !new.isEmpty, let value = clause.value(new, context) else { return nil }
    var changes: [Change] = [.set(clause.path, value)]
    if let measure = pieces.dropFirst().first, let element = clause.element, !measure.isEmpty {
      changes.append(.set(element.appending("measure"), .string(measure)))
    }
    return Amended(from: old, to: value.string.flatMap { CivilDate($0)?.description } ?? new, changes: changes)
  }

  private func rule(_ clause: AmendedClause, _ words: String, _ way: String?, _ tree: JSON) -> Amended? {
    guard let old = tree[clause.path], let terms = RuleTerms(words, ends: context.options("whenReached")) else {
      return nil
    }
    var new = old.object ?? [:]
    for key in RuleCount.keys where new[key] != nil { new.removeValue(forKey: key) }
    if terms.members["whenReached"] != nil { new.removeValue(forKey: "whenReachedText") }
    for (key, value) in terms.members { new[key] = value }
    if let way { new["returnText"] = .string(way) }
    let rule = JSON.object(new)
    return Amended(
      from: Agreement.sentence(ofRule: old), to: Agreement.sentence(ofRule: rule),
      changes: [.set(clause.path, rule)])
  }

  private func without(_ element: Path, _ old: String, _ clause: AmendedClause, _ tree: JSON) -> Amended {
    Amended(from: old, to: "left out", changes: [.remove(element)])
  }

  private func added(_ clause: AmendedClause, _ words: String, measure: String?, _ tree: JSON) -> Amended {
    var members: JSON.Members = ["id": .string(clause.element?.last ?? ""), "text": .string(words)]
    members["measure"] = measure.map { .string($0) }
    return Amended(
      from: "nothing so far", to: words, changes: [.insert(.object(members), into: clause.root, at: nil)])
  }
}

/// A clause as people name it when they change it.
struct AmendedClause {
  /// The clause, as an amendment names it.
  let clause: Path
  /// The field whose words are changed.
  let path: Path
  /// The element that may be added or left out.
  var element: Path?
  /// What is put back whole when the amendment is taken back.
  let root: Path
  var isRule = false
  private var isDay = false

  /// Fields that stand once, by the words that name them.
  private static let fields: [(name: String, path: Path)] = [
    ("review", "reviewOn"), ("ends", "ends"), ("model", "format.modelStatement"), ("notice", "attendance.notice"),
    ("telehealth", "attendance.telehealthAllowed"), ("practice", "betweenSession.homework"),
    ("card", "betweenSession.diaryCard"), ("looked at", "betweenSession.reviewedWhen"), ("hours", "contact.hours"),
    ("channel", "contact.channel"), ("reply", "contact.responseWithin"), ("not for", "contact.notFor"),
    ("coverage", "contact.coverage"), ("fee", "fees.amount"), ("missed fee", "fees.missedFee"),
    ("arrears", "fees.nonPayment"), ("records", "confidentiality.recordsNote"),
    ("definition", "tib.definition"), ("notice asked", "ending.noticeAsked"), ("ending", "ending.therapistEnding"),
  ]

  /// What can be named, for a hint.
  static func names(in tree: JSON) -> [String] {
    ["therapistAgreements", "clientAgreements", "attendance.rules", "goals"].flatMap { tree.ids(in: Path($0)) }
      + tree.ids(in: "format.modes").map { "C\($0)" } + tree.ids(in: "tib.response").map { "L\($0)" }
      + fields.map(\.name)
  }

  /// How many pieces a change of it has besides why: its words, and how both can tell, or the way back.
  var pieces: Int { isRule || element != nil ? 2 : 1 }

  /// The highest number of ids that begin with `letters`, among those that stand in a list and those that were used.
  private static func highest(_ letters: String, in list: Path, _ tree: JSON, _ used: [Path]) -> Int {
    let ids = tree.ids(in: list) + used.filter { $0.parent == list }.map(\.last)
    return ids.compactMap { id in
      id.lowercased().hasPrefix(letters) ? Int(id.dropFirst(letters.count)) : nil
    }.filter { $0 < 1_000_000 }.max() ?? 0
  }

  /// The clause of that name. A new one takes the number after the highest that was ever used, so that no name of
  /// something left out comes to mean something else.
  init?(named name: String, in tree: JSON, used: [Path]) {
    let word = name.lowercased()
    if let field = AmendedClause.fields.first(where: { $0.name == word }) {
      self.init(clause: field.path, path: field.path, root: field.path)
      isDay = ["reviewOn", "ends"].contains(field.path.description)
      return
    }
    let letters = String(word.prefix(while: \.isLetter))
    guard let number = Int(word.dropFirst(letters.count)), number > 0 else { return nil }
    let lists: [String: Path] = ["ca": "clientAgreements", "ta": "therapistAgreements", "g": "goals"]
    if let list = lists[letters] {
      let element = list.appending(word)
      guard tree[element] != nil || number == AmendedClause.highest(letters, in: list, tree, used) + 1 else {
        return nil
      }
      self.init(clause: element, path: element.appending("text"), root: list)
      self.element = element
      return
    }
    let places: [String: (list: Path, field: String)] = [
      "r": ("attendance.rules", ""), "c": ("format.modes", "place"), "l": ("tib.response", "do"),
    ]
    guard let place = places[letters] else { return nil }
    let own = place.list.appending(letters == "r" ? word : String(number))
    guard tree[own] != nil else { return nil }
    self.init(clause: own, path: letters == "r" ? own : own.appending(place.field), root: own)
    isRule = letters == "r"
  }

  private init(clause: Path, path: Path, root: Path) {
    self.clause = clause
    self.path = path
    self.root = root
  }

  func words(in tree: JSON) -> String {
    let text = tree[path]?.string ?? ""
    return text.isEmpty ? "nothing so far" : text
  }

  /// The new value as it is kept.
  func value(_ text: String, _ context: ReadingContext) -> JSON? {
    guard isDay else { return .string(text) }
    let words = Words(text)
    guard let (date, used) = HeadReader(context: context).readDue(words.words), used == words.count else { return nil }
    return .string(date.description)
  }
}
