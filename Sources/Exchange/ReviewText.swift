import Documents
import Forms

/// A line of a review of a client: what is said, what draws it on a screen, and somebody's own words beside it.
package struct ReviewLine: Hashable, Sendable {
  package let text: String
  /// Numbers in their order, to be drawn small.
  package var course: [Int] = []
  /// A part of a whole, to be drawn as a bar.
  package var share: Share?
  package var words: Words?

  package struct Share: Hashable, Sendable {
    package let part: Int
    package let whole: Int
  }

  /// What was written, when, and where it stands.
  package struct Words: Hashable, Sendable {
    package let on: String
    package let ref: String
    package let text: String
  }

  init(_ text: String) { self.text = text }
}

/// A review of a client as people read it (spec 8.1), from the document that holds its numbers.
package struct ReviewText {
  let document: JSON
  let catalog: Catalog

  package init(_ document: JSON, catalog: Catalog) {
    self.document = document
    self.catalog = catalog
  }

  package struct Section: Hashable, Sendable {
    package let title: String
    package let lines: [ReviewLine]
  }

  package static let describes = "Describes what was written down, not what happened."
  package static let therapistsPrompt = "Look for what is missing before what is there."
  package static let clientsPrompt = "What do you notice? What should we work on more, or drop?"

  /// The sections in the order of the spec; one with nothing in it is left out, but for what is open.
  package var sections: [Section] {
    let all = [
      Section(title: "Open", lines: open), Section(title: "What it is about", lines: target),
      Section(title: chainCount < 3 ? "In the chains" : "What keeps recurring", lines: recurring),
      Section(title: "Planned, practiced, tried, helped", lines: plans),
      Section(title: "What got in the way, both sides", lines: interference),
      Section(title: "The agreement", lines: agreement), Section(title: "Measures", lines: measures),
      Section(title: "Balance", lines: balance), Section(title: "For the therapist alone", lines: flags),
      Section(title: "To ask next", lines: questions),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  package var window: String {
    let from = document["window"]?["from"]?.string ?? ""
    let to = document["window"]?["to"]?.string ?? ""
    return "\(from) to \(to), \(number(document["documents"]?.int ?? 0, "document"))"
  }

  /// What is open and when the agreement is to be looked at, a line each.
  package var whatIsDue: [String] { (open + agreement.prefix(1)).map(\.text) }

  // MARK: Reading

  private var isPrivate: Bool { document["recordClass"] == "private" }

  private var chainCount: Int { document["chains"]?.int ?? 0 }

  func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  func part(_ name: String) -> JSON? { document[name] }

  func rows(_ name: String) -> [JSON] { part(name)?.array ?? [] }

  func line(_ text: String, _ part: String? = nil, _ name: String? = nil) -> ReviewLine {
    var line = ReviewLine(text)
    if let part, let name, let words = document["words"]?[part]?[name] {
      line.words = ReviewLine.Words(
        on: words["on"]?.string ?? "", ref: words["ref"]?.string ?? "", text: words["text"]?.string ?? "")
    }
    return line
  }

  /// `emotion:shame` is shame, `dt.stop` the skill's name, any other name its parts.
  func said(_ name: String) -> String {
    if let skill = catalog.skill(name) { return skill.name }
    return PlainWords.parts(name.replacing("emotion:", with: ""))
  }

  // MARK: Open

  private var open: [ReviewLine] {
    var lines = rows("R1").map { row -> ReviewLine in
      let ref = row["ref"]?.string ?? ""
      let whose = document["sides"]?[ref] == "therapist" ? "me" : "you"
      return line(
        "Due \(row["by"]?.string ?? ""), \(whose), nothing recorded: “\(row["text"]?.string ?? "")”  (\(ref))")
    }
    lines += rows("R18").map {
      line(
        "To make right by \($0["by"]?.string ?? ""), not done  (\($0["ref"]?.string ?? ""))", "R18", $0["ref"]?.string)
    }
    lines += rows("R19").map { line("\(followUp($0["what"]?.string ?? ""))  (\($0["ref"]?.string ?? ""))") }
    return lines.isEmpty && !isPrivate ? [line("Nothing is due that has not been told.")] : lines
  }

  private func followUp(_ what: String) -> String {
    switch what {
    case "draft": "Begun more than two weeks ago and not finished"
    case "riskNotDocumented": "Risk was being looked at, and nothing says where that is documented"
    case "followUp": "A conversation whose day for looking again has passed"
    case "reviewPassed": "The day for looking at the agreement again has passed"
    case "referral": "A step toward a referral is past its day"
    default: PlainWords.parts(what)
    }
  }

  // MARK: The target

  private var target: [ReviewLine] {
    var lines: [ReviewLine] = []
    let weeks = part("R4")?["byWeek"]?.array ?? []
    if !weeks.isEmpty {
      let counts = weeks.map { "\($0["count"]?.int ?? 0) in the week of \($0["week"]?.string ?? "")" }
      var first = line("Chains: \(counts.joined(separator: ", "))", "R4", "target")
      first.course = filled(weeks)
      lines.append(first)
    }
    if let times = part("R4")?["last4Weeks"]?.int {
      lines.append(line("In the four weeks before the last chain it happened \(number(times, "time"))"))
    }
    if let row = part("R5"), let resisted = row["resisted"]?.int, let of = row["of"]?.int {
      lines.append(line("Urge resisted in \(resisted) of \(of)", "R5", "resisted"))
    }
    let peaks = part("R6")?["peaks"]?.array ?? []
    if let last = peaks.last {
      let values = peaks.compactMap { $0["value"]?.int }
      var strongest = line(
        "Strongest feeling, 0–100: \(values.map(String.init).joined(separator: ", "))", "R6", last["ref"]?.string)
      strongest.course = values.count > 1 ? values : []
      lines.append(strongest)
    }
    if let slope = part("R6")?["slope"]?.number {
      let amount = PlainWords.value(JSON.number(digits(abs(slope))))
      lines.append(
        line(slope == 0 ? "It stays about the same" : "It \(slope > 0 ? "rises" : "falls") by about \(amount) a week"))
    }
    return lines
  }

  func digits(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "?" }
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  /// The counts of all weeks from the first to the last, those without a chain too.
  private func filled(_ weeks: [JSON]) -> [Int] {
    let counted = weeks.compactMap { week in
      week["week"]?.string.flatMap { CivilDate($0) }.map { (monday: $0, count: week["count"]?.int ?? 0) }
    }
    // A year is as much as a line holds; a day that was mistyped may lie further off.
    guard let first = counted.first?.monday, let last = counted.last?.monday, last > first, last - first <= 60 * 7
    else { return [] }
    return stride(from: first.dayNumber, through: last.dayNumber, by: 7).map { day in
      counted.first { $0.monday.dayNumber == day }?.count ?? 0
    }
  }

  // MARK: What recurs

  private var recurring: [ReviewLine] {
    guard chainCount > 0 else { return [] }
    var lines: [ReviewLine] = []
    if chainCount < 3 {
      lines.append(line("Only \(number(chainCount, "chain")): counts alone, and nothing is said of what recurs."))
    }
    for (part, title) in [
      ("R7", "Set the stage"), ("R8", "Set it off"), ("R9", "Key link"), ("R10", "What it does"),
    ] {
      for row in rows(part).prefix(4) {
        let what = row["what"]?.string ?? ""
        let (count, of) = (row["n"]?.int ?? 0, row["of"]?.int ?? 0)
        var counted = line("\(title): \(said(what)), \(count) of \(of)", part, what)
        counted.share = ReviewLine.Share(part: count, whole: of)
        lines.append(counted)
      }
    }
    return lines
  }

  // MARK: Plans

  private var plans: [ReviewLine] {
    var lines: [ReviewLine] = []
    for (side, whose) in [("therapist", "Me"), ("client", "You")] {
      guard let row = part("R2")?[side], row.object != nil else { continue }
      lines.append(line("\(whose): \(keptWords(row))", "R2", "\(side) kept"))
    }
    if let row = part("R3"), let kept = row["kept"], let notKept = row["notKept"] {
      lines.append(
        line(
          "How sure, of 10: \(PlainWords.value(kept)) of what was kept, \(PlainWords.value(notKept)) of what was not"))
    }
    for row in rows("R12") {
      let skill = row["skill"]?.string ?? ""
      let helped = row["helped"].flatMap { $0.number == nil ? nil : ", helped \(PlainWords.value($0)) of 10" } ?? ""
      let counts = ["planned", "rehearsed", "tried"].map {
        "\($0 == "rehearsed" ? "practiced" : $0) \(row[$0]?.int ?? 0)"
      }
      lines.append(line("\(said(skill)): \(counts.joined(separator: ", "))\(helped)", "R12", skill))
    }
    func names(_ key: String) -> String? {
      let all = (part("R11")?[key]?.array ?? []).compactMap(\.string).map(said)
      return all.isEmpty ? nil : all.joined(separator: ", ")
    }
    if let types = names("uncoveredTypes") { lines.append(line("Key links that no plan is tied to: \(types)")) }
    if let modules = names("unusedModules"), chainCount >= 3 { lines.append(line("No plan came from: \(modules)")) }
    if chainCount >= 3, let skill = part("R11")?["dominantSkill"]?.string {
      lines.append(line("Most plans are one skill: \(said(skill))"))
    }
    if chainCount >= 3 {
      lines += rows("R13").map { row in
        line("Looked for most often in the chains: \(row["check"]?.string ?? ""), \(row["n"]?.int ?? 0) times")
      }
    }
    return lines
  }

  /// “3 kept, 4 partly, 1 not kept” first, then “5 of 8”.
  private func keptWords(_ row: JSON) -> String {
    let (kept, partly, not) = (row["kept"]?.int ?? 0, row["partly"]?.int ?? 0, row["notKept"]?.int ?? 0)
    let half = partly % 2 == 1 ? ".5" : ""
    return "\(kept) kept, \(partly) partly, \(not) not kept (\(kept + partly / 2)\(half) of \(kept + partly + not))"
  }

  private var measures: [ReviewLine] {
    rows("R20").map { row in
      let change = row["change"]?.int ?? 0
      let reliable =
        row["reliable"]?.bool.map { $0 ? ", as much as counts as change" : ", less than counts as change" } ?? ""
      let name = row["name"]?.string ?? ""
      let totals = (document["courses"]?[name]?.array ?? []).compactMap(\.int).map(String.init)
      return line(
        "\(name) \(totals.joined(separator: " → ")) by \(row["on"]?.string ?? "") "
          + "(\(change > 0 ? "+" : change < 0 ? "−" : "")\(abs(change))\(reliable))")
    }
  }

  private var balance: [ReviewLine] {
    guard let row = part("R21"), chainCount > 0 || (row["validation"]?.int ?? 0) > 0 else { return [] }
    return [
      line(
        "Made sense of \(row["validation"]?.int ?? 0) · planned \(row["solutions"]?.int ?? 0) · asked of somebody "
          + "\(row["accountability"]?.int ?? 0)")
    ]
  }

  private var flags: [ReviewLine] { (document["flags"]?.array ?? []).compactMap { $0["why"]?.string.map { line($0) } } }

  private var questions: [ReviewLine] {
    (document["questions"]?.array ?? []).compactMap { $0.string.map { line($0) } }
  }
}
