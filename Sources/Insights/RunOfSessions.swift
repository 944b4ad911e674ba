import Documents

/// The count of a rule that looks at how many in a row: sessions, or weeks in which some were scheduled.
struct RunOfSessions {
  private let rule: AttendanceRule
  private let all: [ScheduledSession]

  init(of rule: AttendanceRule, in all: [ScheduledSession]) {
    self.rule = rule
    self.all = all
  }

  var count: AttendanceCount {
    let kept = all.filter { !$0.isCalledOff }
    // What the therapist called off is no session of the client's; it can be one of the therapist's own row.
    let own = all.filter { !$0.isCalledOff || $0.isTherapists(of: rule) }
    let (client, gap) = run(in: kept) { isAbsent($0) }
    let (therapist, _) = run(in: own) { $0.isTherapists(of: rule) }
    return AttendanceCount(
      rule: rule, client: client.count, therapist: therapist.count, clientDays: client, therapistDays: therapist,
      scheduled: kept.count, cleared: nil, unrecorded: client.isEmpty ? nil : gap)
  }

  /// In a row of weeks a session that was not attended counts whatever the reason, unless it was looked at and does not.
  private func isAbsent(_ session: ScheduledSession) -> Bool {
    if session.counts(under: rule) { return true }
    guard rule.basis == .consecutiveWeeks, rule.what == .missed, !session.isAttended else { return false }
    return !session.events.contains { $0.isClients && $0.countsUnder != nil }
  }

  /// The days, or the first days of the weeks, of the row at the end, and the stretch before it where nothing is recorded.
  private func run(
    in sessions: [ScheduledSession], _ counts: (ScheduledSession) -> Bool
  ) -> (days: [CivilDate], gap: (from: CivilDate, to: CivilDate)?) {
    let steps = rule.basis == .consecutiveWeeks ? weeks(sessions) : sessions.map { [$0] }
    var days: [CivilDate] = []
    var next: ScheduledSession?
    for step in steps.reversed() {
      guard let first = step.first, let last = step.last else { continue }
      if let next, let gap = gap(from: last, to: next) { return (days, gap) }
      // A make-up session saves its week.
      guard step.allSatisfy(counts) else { return (days, nil) }
      days.insert(first.date, at: 0)
      next = first
    }
    return (days, nil)
  }

  private func weeks(_ sessions: [ScheduledSession]) -> [[ScheduledSession]] {
    var weeks: [[ScheduledSession]] = []
    for session in sessions {
      if weeks.last?.last?.week == session.week {
        weeks[weeks.count - 1].append(session)
      } else {
        weeks.append([session])
      }
    }
    return weeks
  }

  /// The first stretch between two neighbors of a row that is too long to join them, with nothing recorded in it: more
  /// than ten days, or a whole week. What was called off is recorded, too.
  private func gap(from: ScheduledSession, to: ScheduledSession) -> (from: CivilDate, to: CivilDate)? {
    let between = all.filter { from.date < $0.date && $0.date < to.date }
    let row = [from] + between + [to]
    for (a, b) in zip(row, row.dropFirst()) {
      let isOpen = rule.basis == .consecutiveWeeks ? b.week - a.week > 1 : b.date - a.date > 10
      if isOpen { return (a.date, b.date) }
    }
    return nil
  }
}
