import Documents

/// What the documents of a client say, as of a day, of whether the treatment is enough (spec 7.7): the log, the chains,
/// the measures and the agreement reviews. It describes what was written down, and counts nothing that came later.
package struct Undertreatment: Sendable {
  /// By how much a total has to change before it is taken as no chance: what NHS Talking Therapies use.
  package static let usualChange = ["PHQ-9": 6, "GAD-7": 4]

  let documents: [JSON]
  let day: CivilDate
  private let reliable: [String: Int]

  package init(_ documents: [JSON], reliable: [String: Int] = usualChange, on day: CivilDate) {
    self.documents = documents.filter {
      !["draft", "void"].contains(Envelope($0).status ?? "draft")
        && (Envelope($0).sessionDate.map { $0 <= day } ?? false)
    }
    self.day = day
    self.reliable = reliable
  }

  /// What is up in a reflection, in the order of the spec. `clinician` is what only the therapist can say: `riskUp`,
  /// `functionDown`.
  package func flags(of reflection: JSON, clinician: Set<String>) -> [UndertreatmentFlag] {
    let answers = reflection["undertreatment"]
    var flags: [UndertreatmentFlag?] = [noRecentMeasure(answers, sessions: sessions(of: reflection))]
    flags += change(answers, sessions: sessions(of: reflection))
    flags += [repeatedTib, unaddressedTib, brokenCommitment, targetUnchanged]
    let avoided = reflection["ownPart"]?["avoidedRaisingSessions"]?.int ?? 0
    flags.append(avoided >= 2 ? .avoidedRaising(sessions: avoided) : nil)
    let said: [UndertreatmentFlag] = [.outsideCompetence, .protocolNotOffered, .clientSaysNotHelping]
    flags += said.filter { answers?[$0.name] == "yes" }
    flags += [.riskUp, .functionDown].filter { clinician.contains($0.name) }
    return flags.compactMap { $0 }
  }

  /// The sessions so far: the number of the one that it is about, else what was said, else that of the last one.
  package func sessions(of reflection: JSON) -> Int? {
    Envelope(reflection).sessionNumber ?? reflection["undertreatment"]?["sessionsSinceStart"]?.int
      ?? documents.compactMap { Envelope($0).sessionNumber }.max()
  }

  // MARK: Measures

  /// Totals of one measure, oldest first.
  package struct Course: Hashable, Sendable {
    package let measure: String
    package let totals: [(on: CivilDate, total: Int)]

    package static func == (a: Course, b: Course) -> Bool {
      a.measure == b.measure && a.totals.map(\.on) == b.totals.map(\.on)
        && a.totals.map(\.total) == b.totals.map(\.total)
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(measure) }
  }

  /// The measure that was taken last, with its first total and its last.
  package var lastMeasured: Course? { courses.max { ($0.totals.last?.on ?? day) < ($1.totals.last?.on ?? day) } }

  private var courses: [Course] { courses(withReflections: false) }

  /// The course of each measure; what reflections say only where they are looked at.
  func courses(withReflections: Bool) -> [Course] {
    var totals: [String: [(on: CivilDate, total: Int)]] = [:]
    var first: [String: (on: CivilDate, total: Int)] = [:]
    func take(_ name: JSON?, _ total: JSON?, _ on: JSON?) {
      guard let name = name?.string, let total = total?.int, let on = on?.string.flatMap({ CivilDate($0) }), on <= day
      else { return }
      totals[name, default: []].append((on, total))
    }
    for document in documents {
      switch Envelope(document).kind {
      case .measure: take(document["name"], document["total"], document["on"])
      case .agreementReview:
        let quoted = document["measure"]
        take(quoted?["name"], quoted?["now"], quoted?["on"])
        if let name = quoted?["name"]?.string, first[name] == nil, let total = quoted?["baseline"]?.int,
          let on = quoted?["on"]?.string.flatMap({ CivilDate($0) })
        {
          first[name] = (on, total)
        }
      case .reflection where withReflections:
        let said = document["undertreatment"]
        take(said?["measure"], said?["lastScore"], said?["lastMeasuredOn"])
        if let name = said?["measure"]?.string, first[name] == nil, let total = said?["baselineScore"]?.int,
          let on = said?["lastMeasuredOn"]?.string.flatMap({ CivilDate($0) })
        {
          first[name] = (on, total)
        }
      default: break
      }
    }
    return totals.keys.sorted().map { name in
      // A total that a review quotes may be on file by itself too.
      let days = Dictionary(grouping: totals[name] ?? [], by: \.on)
      let sorted = days.keys.sorted().compactMap { days[$0]?.last }
      // A review names the first total without its day; it is before all that is on file, unless it is among them.
      guard let start = first[name], let earliest = sorted.first,
        !sorted.contains(where: { $0.on < start.on && $0.total == start.total })
      else { return Course(measure: name, totals: sorted) }
      return Course(measure: name, totals: [(earliest.on, start.total)] + sorted)
    }
  }

  private func noRecentMeasure(_ answers: JSON?, sessions: Int?) -> UndertreatmentFlag? {
    let said = answers?["lastMeasuredOn"]?.string.flatMap { CivilDate($0) }
    let last = (courses.compactMap { $0.totals.last?.on } + [said].compactMap { $0 }).filter { $0 <= day }.max()
    let held = AttendanceLog(documents).sessions([]).filter { $0.isAttended && $0.date <= day }.map(\.date)
    let days = Set(held).sorted()
    // Where the sessions themselves are not on file, four of them are four weeks.
    let since = days.count >= 4 ? days[days.count - 4] : (sessions ?? 0) >= 4 ? day.adding(days: -28) : nil
    guard let since else { return nil }
    return last.map { $0 >= since } ?? false ? nil : .noRecentMeasure(last: last)
  }

  private func change(_ answers: JSON?, sessions: Int?) -> [UndertreatmentFlag] {
    guard let name = answers?["measure"]?.string, let first = answers?["baselineScore"]?.int,
      let last = answers?["lastScore"]?.int,
      let reliable = reliable.first(where: { $0.key.lowercased() == name.lowercased() })?.value
    else { return [] }
    let change = UndertreatmentFlag.Change(measure: name, first: first, last: last, reliable: reliable)
    var found: [UndertreatmentFlag] = []
    if let sessions, sessions >= 8, abs(last - first) < reliable {
      found.append(.noReliableChange(change, sessions: sessions))
    }
    if last - first >= reliable { found.append(.worsening(change)) }
    return found
  }
}
