import Documents

/// The count of a rule that looks at a number of sessions, at days, or at everything since a day.
struct WindowOfSessions {
  private let rule: AttendanceRule
  private let day: CivilDate
  private let all: [ScheduledSession]
  /// Since when the agreement, or its period, runs.
  private let begin: CivilDate

  init(of rule: AttendanceRule, in all: [ScheduledSession], since effective: CivilDate, on day: CivilDate) {
    self.rule = rule
    self.day = day
    begin = WindowOfSessions.start(of: rule, since: effective, on: day)
    self.all = all
  }

  /// A period of so many weeks begins with the day that the agreement came into force, and again after each.
  private static func start(of rule: AttendanceRule, since effective: CivilDate, on day: CivilDate) -> CivilDate {
    guard rule.basis == .fixedPeriod, let weeks = rule.periodWeeks, day >= effective, weeks < 10_000 else {
      return effective
    }
    return effective.adding(days: (day - effective) / (weeks * 7) * weeks * 7)
  }

  // MARK: Starting again

  /// A way back that was gone: its last session, and the days that had counted until then.
  private typealias Clearing = (on: CivilDate, days: [CivilDate])

  /// Once so many of so many sessions in a row have passed without anything that counts, the count starts again with the
  /// next. They are looked for from the first on that counted: what went well before it says nothing of the way back.
  private func lastClearing(_ counts: (ScheduledSession) -> Bool) -> Clearing? {
    guard let (attended, of) = rule.clearsWhen else { return nil }
    func isGood(_ session: ScheduledSession) -> Bool { session.isAttended && !counts(session) }
    var since: [ScheduledSession] = []
    var last: Clearing?
    for session in all where session.date >= begin && (!session.isCalledOff || counts(session)) {
      since.append(session)
      guard isGood(session), let first = since.firstIndex(where: counts),
        since[first...].suffix(of).count(where: isGood) >= attended
      else { continue }
      last = (session.date, since.filter(counts).map(\.date))
      since = []
    }
    return last
  }

  private func isClients(_ session: ScheduledSession) -> Bool { !session.isCalledOff && session.counts(under: rule) }
  private func isTherapists(_ session: ScheduledSession) -> Bool { session.isTherapists(of: rule) }

  // MARK: Counting

  var count: AttendanceCount {
    let clearing = lastClearing(isClients)
    // Both start again together, but what is one's own is not cleared by what the other does well.
    let both = clearing.flatMap { clearing in lastClearing(isTherapists).map { min($0.on, clearing.on) } }
    let (window, _) = window(since: clearing.map { $0.on.adding(days: 1) } ?? begin)
    let (own, since) = self.window(since: both.map { $0.adding(days: 1) } ?? begin)
    let clients = window.filter(isClients).map(\.date)
    let therapists = all.filter { $0.date >= since && isTherapists($0) }.map(\.date)
    return AttendanceCount(
      rule: rule, client: number(clients.count, of: window.count),
      therapist: number(therapists.count, of: own.count), clientDays: clients, therapistDays: therapists,
      scheduled: window.count, cleared: clients.isEmpty ? clearing.map(cleared) : nil, unrecorded: nil)
  }

  /// What the rule looks at of the sessions since a day, and from when on.
  private func window(since start: CivilDate) -> ([ScheduledSession], CivilDate) {
    var window = all.filter { !$0.isCalledOff && $0.date >= start }[...]
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
    return (Array(window), from)
  }

  /// A share is taken from four sessions on.
  private func number(_ count: Int, of scheduled: Int) -> Int {
    guard rule.basis == .percent else { return count }
    return scheduled < 4 ? 0 : min(100, count * 100 / scheduled)
  }

  private func cleared(_ clearing: Clearing) -> AttendanceCount.Cleared {
    let last = clearing.days.last ?? clearing.on
    let good = all.count { !$0.isCalledOff && $0.date > last && $0.isAttended && !isClients($0) }
    return AttendanceCount.Cleared(on: clearing.on, days: clearing.days, since: good)
  }
}
