import Documents

/// The count of a rule that looks at a number of sessions, at days, or at everything since a day.
struct WindowOfSessions {
  private let rule: AttendanceRule
  private let day: CivilDate
  /// From when on therapists' events are counted, too.
  private var start: CivilDate
  /// The sessions since then that count for somebody.
  private var since: [ScheduledSession] = []
  private var cleared: (on: CivilDate, days: [CivilDate])?
  private let all: [ScheduledSession]

  init(of rule: AttendanceRule, in all: [ScheduledSession], since effective: CivilDate, on day: CivilDate) {
    self.rule = rule
    self.day = day
    start = WindowOfSessions.start(of: rule, since: effective, on: day)
    self.all = all
    for session in all where !session.isCalledOff && session.date >= start { pass(session) }
  }

  /// A period of so many weeks begins with the day that the agreement came into force, and again after each.
  private static func start(of rule: AttendanceRule, since effective: CivilDate, on day: CivilDate) -> CivilDate {
    guard rule.basis == .fixedPeriod, let weeks = rule.periodWeeks, day >= effective, weeks < 10_000 else {
      return effective
    }
    return effective.adding(days: (day - effective) / (weeks * 7) * weeks * 7)
  }

  /// Once so many of so many in a row have passed without anything that counts, the count starts again with the next.
  /// They are looked for from the first on that counted: what went well before it says nothing of the way back.
  private mutating func pass(_ session: ScheduledSession) {
    since.append(session)
    guard let (attended, of) = rule.clearsWhen, isGood(session),
      let first = since.firstIndex(where: { $0.counts(under: rule) }),
      since[first...].suffix(of).count(where: isGood) >= attended
    else { return }
    cleared = (session.date, since.filter { $0.counts(under: rule) }.map(\.date))
    since = []
    start = session.date.adding(days: 1)
  }

  private func isGood(_ session: ScheduledSession) -> Bool { session.isAttended && !session.counts(under: rule) }

  var count: AttendanceCount {
    var window = since[...]
    var from = start
    if rule.basis == .rolling || rule.basis == .percent {
      if let sessions = rule.windowSessions, window.count > sessions {
        window = window.suffix(sessions)
        from = window.first?.date ?? from
      }
      if let days = rule.windowDays {
        from = max(from, day.adding(days: -min(days, 100_000)))
        window = window.drop { $0.date < from }
      }
    }
    let clients = window.filter { $0.counts(under: rule) }.map(\.date)
    let therapists = all.filter { $0.date >= from && $0.isTherapists(of: rule) }.map(\.date)
    return AttendanceCount(
      rule: rule, client: number(clients.count, of: window.count),
      therapist: number(therapists.count, of: window.count),
      clientDays: clients, therapistDays: therapists, scheduled: window.count,
      cleared: clients.isEmpty ? clearing : nil, unrecorded: nil)
  }

  /// A share is taken from four sessions on.
  private func number(_ count: Int, of scheduled: Int) -> Int {
    guard rule.basis == .percent else { return count }
    return scheduled < 4 ? 0 : min(100, count * 100 / scheduled)
  }

  private var clearing: AttendanceCount.Cleared? {
    cleared.map { cleared in
      let last = cleared.days.last ?? cleared.on
      let good = all.count { !$0.isCalledOff && $0.date > last && isGood($0) }
      return AttendanceCount.Cleared(on: cleared.on, days: cleared.days, since: good)
    }
  }
}
