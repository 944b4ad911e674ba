extension AttendanceRule {
  /// The rule in one line, with its numbers: "3 late arrivals of 10+ minutes in 8 sessions".
  package var words: String {
    let number = threshold.map(String.init) ?? "?"
    let isOne = threshold == 1
    if basis == .percent {
      return "\(number)% of \(windowSessions.map { "\($0) sessions" } ?? "the sessions"): \(things(isOne: false))"
    }
    if basis == .consecutiveWeeks { return "\(number) \(isOne ? "week" : "weeks") in a row: \(things(isOne: false))" }
    return "\(number) \(things(isOne: isOne)) \(window)"
  }

  private func things(isOne: Bool) -> String {
    switch what {
    case .late: "late \(isOne ? "arrival" : "arrivals")" + (minMinutes > 0 ? " of \(minMinutes)+ minutes" : "")
    case .missed: "missed \(isOne ? "session" : "sessions")"
    case .leftEarly: isOne ? "session left early" : "sessions left early"
    case .workNotDone: isOne ? "time work not done" : "times work not done"
    case nil: isOne ? "event" : "events"
    }
  }

  private var window: String {
    switch basis {
    case .consecutive: return "in a row"
    case .cumulative: return "in all"
    case .fixedPeriod: return periodWeeks.map { "each \($0) weeks" } ?? "each period"
    case .rolling, .percent, .consecutiveWeeks, nil:
      let parts = [windowSessions.map { "in \($0) sessions" }, windowDays.map { "in \($0) days" }].compactMap { $0 }
      return parts.isEmpty ? "in all" : parts.joined(separator: " and ")
    }
  }
}
