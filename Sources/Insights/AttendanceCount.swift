import Documents

/// What a rule of attendance has come to on a day, on both sides (spec 5.F). Numbers and a word; what follows from them
/// is for two people to talk about.
package struct AttendanceCount: Hashable, Sendable {
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case clear, some, near, reached

    init(_ number: Int, of threshold: Int?) {
      if let threshold, number >= threshold {
        self = .reached
      } else if number == 0 {
        self = .clear
      } else {
        self = threshold == number + 1 ? .near : .some
      }
    }
  }

  /// A count that started again.
  package struct Cleared: Hashable, Sendable {
    /// The session that cleared it.
    package let on: CivilDate
    /// The days that had counted until then.
    package let days: [CivilDate]
    /// How many sessions have passed as agreed since the last of them, up to the day that is looked from.
    package let since: Int
  }

  package let rule: AttendanceRule
  /// The client's and the therapist's number: sessions, weeks, or percent, as the rule counts.
  package let client: Int
  package let therapist: Int
  /// The days behind them.
  package let clientDays: [CivilDate]
  package let therapistDays: [CivilDate]
  /// How many sessions were scheduled in what the rule looks at.
  package let scheduled: Int
  /// The last time that the count started again, where nothing has counted since.
  package let cleared: Cleared?
  /// The days between which nothing is recorded, where that broke a run.
  package let unrecorded: (from: CivilDate, to: CivilDate)?

  package var status: Status { Status(client, of: rule.threshold) }
  package var therapistStatus: Status { Status(therapist, of: rule.threshold) }

  package var json: JSON {
    [
      "rule": .string(rule.id ?? ""), "client": JSON(client), "therapist": JSON(therapist),
      "threshold": rule.threshold.map { JSON($0) } ?? .null, "basis": rule.basis.map { .string($0.rawValue) } ?? .null,
      "status": .string(status.rawValue), "therapistStatus": .string(therapistStatus.rawValue),
    ]
  }

  /// The client's count, and the therapist's of another row.
  fileprivate func beside(_ other: AttendanceCount) -> AttendanceCount {
    AttendanceCount(
      rule: rule, client: client, therapist: other.therapist, clientDays: clientDays,
      therapistDays: other.therapistDays, scheduled: scheduled, cleared: cleared, unrecorded: unrecorded)
  }

  package static func == (a: AttendanceCount, b: AttendanceCount) -> Bool {
    a.json == b.json && a.clientDays == b.clientDays && a.therapistDays == b.therapistDays && a.scheduled == b.scheduled
      && a.cleared == b.cleared && a.unrecorded?.from == b.unrecorded?.from && a.unrecorded?.to == b.unrecorded?.to
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(json) }
}

extension AttendanceLog {
  /// The rules of the version in force on a day, each with its count; none without an agreement.
  package func counts(under terms: AttendanceTerms, on day: CivilDate) -> [AttendanceCount] {
    terms.rules.map { count(of: $0, since: terms.start(of: $0) ?? day, on: day) }
  }

  /// The count of one rule that is in force since a day.
  package func count(of rule: AttendanceRule, since effective: CivilDate, on day: CivilDate) -> AttendanceCount {
    let all = sessions(rule.modes, naming: rule.id).filter { effective <= $0.date && $0.date <= day }
    switch rule.basis {
    case .consecutive, .consecutiveWeeks:
      // Missing so many in a row of either kind of session is what such a rule is about.
      let rows = [all.filter { !$0.isGroup }, all.filter(\.isGroup)].filter { !$0.isEmpty }
      let counts = rows.map { RunOfSessions(of: rule, in: $0).count }
      guard let client = counts.max(by: { $0.client < $1.client }),
        let therapist = counts.max(by: { $0.therapist < $1.therapist })
      else { return RunOfSessions(of: rule, in: []).count }
      return client.beside(therapist)
    case .rolling, .cumulative, .percent, .fixedPeriod, nil:
      return WindowOfSessions(of: rule, in: all, since: effective, on: day).count
    }
  }

  /// The days on which the client's number came to be reached.
  package func daysReached(_ rule: AttendanceRule, since effective: CivilDate, until day: CivilDate) -> [CivilDate] {
    var reached: [CivilDate] = []
    var wasReached = false
    let days = sessions(rule.modes, naming: rule.id).map(\.date).filter { effective <= $0 && $0 <= day }
    for date in days where date != reached.last {
      let isReached = count(of: rule, since: effective, on: date).status == .reached
      if isReached, !wasReached { reached.append(date) }
      wasReached = isReached
    }
    return reached
  }
}
