/// A rule of attendance as an agreement says it (spec 5.F). Never throws: what is absent or of another type reads as
/// absent.
package struct AttendanceRule: Hashable, Sendable {
  package enum What: String, CaseIterable, Hashable, Sendable {
    case late, missed, leftEarly, workNotDone

    /// What the therapist's side of the same is called.
    package var therapists: String {
      switch self {
      case .late: "startedLate"
      case .missed: "cancelledShortNotice"
      case .leftEarly: "endedEarly"
      case .workNotDone: "forgotAgreed"
      }
    }
  }

  package enum Basis: String, CaseIterable, Hashable, Sendable {
    case consecutive, consecutiveWeeks, rolling, cumulative, percent, fixedPeriod
  }

  package let tree: JSON

  package init(_ tree: JSON) { self.tree = tree }

  package var id: String? { tree["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } }
  package var what: What? { tree["what"]?.string.flatMap(What.init) }
  package var basis: Basis? { tree["basis"]?.string.flatMap(Basis.init) }
  package var minMinutes: Int { tree["minMinutes"]?.int ?? 0 }
  /// The agreed number; under 1 it is none.
  package var threshold: Int? { positive("threshold") }
  package var windowSessions: Int? { positive("windowSessions") }
  package var windowDays: Int? { positive("windowDays") }
  package var periodWeeks: Int? { positive("periodWeeks") }
  package var modes: [String] { (tree["modes"]?.array ?? []).compactMap(\.string) }

  /// So many sessions in so many, after which the count starts again.
  package var clearsWhen: (attended: Int, of: Int)? {
    guard let attended = tree["clearsWhen"]?["attended"]?.int, attended > 0 else { return nil }
    return (attended, max(attended, tree["clearsWhen"]?["of"]?.int ?? attended))
  }

  private func positive(_ key: String) -> Int? { tree[key]?.int.flatMap { $0 > 0 ? $0 : nil } }
}

/// What an agreement says of attendance, and which one is in force.
package struct AttendanceTerms: Hashable, Sendable {
  package let tree: JSON
  /// From when on a rule has stood as it stands now, by its id, where that was before this version.
  private let standing: [String: CivilDate]

  package init(_ tree: JSON) { self.init(tree, standing: [:]) }

  private init(_ tree: JSON, standing: [String: CivilDate]) {
    self.tree = tree
    self.standing = standing
  }

  package var id: String? { tree["id"]?.string }
  package var version: Int? { tree["version"]?.int }
  package var effective: CivilDate? { tree["effective"]?.string.flatMap { CivilDate($0) } }
  package var reviewOn: CivilDate? { tree["reviewOn"]?.string.flatMap { CivilDate($0) } }
  package var rules: [AttendanceRule] { (tree["attendance"]?["rules"]?.array ?? []).map { AttendanceRule($0) } }

  /// The first way of meeting that was agreed.
  package var mode: String? { firstMode?["mode"]?.string }
  package var minutes: Int? { firstMode?["minutes"]?.int }
  /// The hour in `Wednesday 17:00`.
  package var hour: TimeOfDay? {
    let words = (firstMode?["when"]?.string ?? "").split { $0.isWhitespace || $0 == "," }
    return words.lazy.compactMap { TimeOfDay($0) }.first
  }

  /// How long before it a session is to be cancelled, in minutes, where the notice begins with a number of hours, days
  /// or minutes.
  package var noticeMinutes: Int? {
    let words = (tree["attendance"]?["notice"]?.string ?? "").lowercased().split { $0.isWhitespace || $0 == "-" }
    for (word, unit) in zip(words, words.dropFirst()) {
      guard let number = Int(word), (1...1000).contains(number) else { continue }
      if unit.hasPrefix("h") { return number * 60 }
      if unit.hasPrefix("day") { return number * 1440 }
      if unit.hasPrefix("min") { return number }
    }
    return nil
  }

  private var firstMode: JSON? { tree["format"]?["modes"]?.array?.first }

  /// From when on what a rule counts is counted: since it was agreed as it stands. A new version that leaves it as it was
  /// starts no count anew.
  package func start(of rule: AttendanceRule) -> CivilDate? { rule.id.flatMap { standing[$0] } ?? effective }

  /// Those of the version in force on a day.
  package static func inForce(on day: CivilDate, among documents: [JSON]) -> AttendanceTerms? {
    guard let agreement = Agreement.inForce(on: day, among: documents) else { return nil }
    var standing: [String: CivilDate] = [:]
    for rule in AttendanceTerms(agreement.tree).rules {
      guard let id = rule.id else { continue }
      standing[id] = start(of: rule, in: agreement.tree, among: documents)
    }
    return AttendanceTerms(agreement.tree, standing: standing)
  }

  /// Those of every version that was ever in force, oldest first.
  package static func everyVersion(among documents: [JSON]) -> [AttendanceTerms] {
    let days = documents.filter { $0["kind"] == "agreement" }.compactMap { Agreement($0).effective }
    return Set(days).sorted().compactMap { inForce(on: $0, among: documents) }
  }

  /// Goes back over the versions as long as the rule is the same in them.
  private static func start(of rule: AttendanceRule, in agreement: JSON, among documents: [JSON]) -> CivilDate? {
    var here = AttendanceTerms(agreement)
    var seen: Set<String> = []
    while let id = here.id, seen.insert(id).inserted, let name = here.tree["supersedes"]?.string,
      let before = documents.first(where: { $0["id"]?.string == name && $0["clientRef"] == agreement["clientRef"] }),
      AttendanceTerms(before).rules.contains(where: { $0.id == rule.id && $0.tree == rule.tree }),
      AttendanceTerms(before).effective != nil
    {
      here = AttendanceTerms(before)
    }
    return here.effective
  }
}
