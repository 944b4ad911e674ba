extension Agreement {
  /// A clause as people name it: `r1`, `C1` for the first mode, `L3` for the third step; a field by its own words.
  package static func name(ofClause clause: String) -> String {
    let steps = clause.split(separator: ".").map(String.init)
    guard steps.count > 1, let last = steps.last else { return clause }
    switch steps.dropLast().joined(separator: ".") {
    case "format.modes": return "C\(last)"
    case "tib.response": return "L\(last)"
    case "attendance.rules", "clientAgreements", "therapistAgreements", "goals": return last
    default: return clause
    }
  }

  /// A rule of attendance in one sentence: "3 late arrivals of 10+ minutes in 8 sessions"; as much of it as stands there.
  package static func sentence(ofRule rule: JSON) -> String {
    let threshold = rule["threshold"]?.int
    let windows = [rule["windowSessions"]?.int.map { "\($0) sessions" }, rule["windowDays"]?.int.map { "\($0) days" }]
      .compactMap { $0 }
    let window = windows.isEmpty ? nil : windows.joined(separator: " and ")
    let minutes = rule["minMinutes"]?.int.map { " of \($0)+ minutes" } ?? ""
    let things: String
    switch rule["what"]?.string {
    case "late": things = (threshold == 1 ? "late arrival" : "late arrivals") + minutes
    case "missed": things = threshold == 1 ? "missed session" : "missed sessions"
    case "leftEarly": things = (threshold == 1 ? "early leaving" : "early leavings") + minutes
    case "workNotDone": things = "times practice not done"
    case let other?: things = other
    case nil: things = rule["counts"]?.string ?? "times"
    }
    let number = threshold.map { "\($0) " } ?? ""
    switch rule["basis"]?.string {
    case "consecutive": return "\(number)\(things) in a row"
    case "consecutiveWeeks": return "\(number)weeks in a row of \(things)"
    case "rolling": return "\(number)\(things)" + (window.map { " in \($0)" } ?? "")
    case "cumulative": return "\(number)\(things) in all"
    case "percent": return "\(threshold.map { "\($0)% " } ?? "")\(things)" + (window.map { " of \($0)" } ?? "")
    case "fixedPeriod":
      return "\(number)\(things)" + (rule["periodWeeks"]?.int.map { " in each \($0) weeks" } ?? "")
    case let other?: return "\(number)\(things), \(other)"
    case nil: return "\(number)\(things)"
    }
  }

  /// What counts under a rule, in the words that are written unless others are; hours of notice as they were agreed.
  package static func counts(_ what: String, minutes: Int?, noticeHours: Int = 24) -> String {
    switch what {
    case "late": "Arrival \(minutes.map { "\($0) or more minutes " } ?? "")after the start"
    case "missed": "No arrival, or cancelled under \(noticeHours) hours"
    case "leftEarly": "Leaving \(minutes.map { "\($0) or more minutes " } ?? "")before the end"
    default: "Practice neither done nor brought up"
    }
  }
}
