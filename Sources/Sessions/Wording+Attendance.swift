import Documents
import Insights
import Interviews

extension Wording {
  /// The therapist's own late starts, said where the client was late.
  static func lateStarts(_ starts: [LateStart]) -> String {
    let each = starts.map { start in
      [start.date.plain, start.minutes.map { minutes($0) }].compactMap { $0 }.joined(separator: ", ")
    }
    return "I started late too: \(list(each))."
  }

  /// What a count comes to, in sentences, the therapist's side first.
  static func sentences(_ count: AttendanceCount, talkedOn conversation: CivilDate?) -> [String] {
    var said: [String] = []
    let isReached = count.status == .reached
    if count.therapistStatus == .reached {
      let too = isReached ? " too" : ""
      said.append("My number is reached\(too): I owe you this conversation, and I take it to consultation.")
    }
    if count.therapistStatus == .near { said.append("One more on my side, and my number is reached.") }
    if isReached {
      said.append("The agreed number has been reached; talk together.")
      if let last = count.clientDays.last, let conversation, conversation >= last {
        said.append("We talked on \(conversation.plain).")
      }
    } else if count.status == .near {
      said.append("One more, and the agreed number is reached.")
    }
    if let cleared = count.cleared { said.append(sentence(cleared, of: count.rule, talkedOn: conversation)) }
    if count.rule.basis == .percent, count.scheduled < 4 {
      said.append("A share is taken from four sessions on; \(count.scheduled) so far.")
    }
    if let gap = count.unrecorded { said.append("Sessions between \(gap.from) and \(gap.to) are not recorded.") }
    return said
  }

  /// "Late three times by 4 February; we talked on the 11th; five sessions on time since, so the count starts fresh."
  private static func sentence(
    _ cleared: AttendanceCount.Cleared, of rule: AttendanceRule, talkedOn conversation: CivilDate?
  ) -> String {
    let last = cleared.days.last ?? cleared.on
    var parts = ["\(done(rule)) \(times(cleared.days.count)) by \(last.plain)"]
    if let conversation {
      let day = conversation.month == last.month && conversation.year == last.year
      parts.append("we talked on \(day ? "the \(ordinal(conversation.day))" : conversation.plain)")
    }
    let kept = rule.what == .late ? "on time" : rule.what == .missed ? "attended" : "kept"
    let sessions = cleared.since == 1 ? "session" : "sessions"
    parts.append("\(small(cleared.since)) \(sessions) \(kept) since, so the count starts fresh")
    return parts.joined(separator: "; ") + "."
  }

  private static func done(_ rule: AttendanceRule) -> String {
    switch rule.what {
    case .late: "Late"
    case .missed: "Missed"
    case .leftEarly: "Left early"
    case .workNotDone: "Work not done"
    case nil: "Counted"
    }
  }

  static func minutes(_ minutes: Int) -> String { minutes == 1 ? "1 minute" : "\(minutes) minutes" }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(small(count)) times"
  }

  private static func small(_ count: Int) -> String {
    (0...7).contains(count) ? number(count).lowercased() : String(count)
  }

  private static func ordinal(_ day: Int) -> String {
    switch day {
    case 1, 21, 31: "\(day)st"
    case 2, 22: "\(day)nd"
    case 3, 23: "\(day)rd"
    default: "\(day)th"
    }
  }
}

extension CivilDate {
  /// As it is said in a sentence: `4 February`.
  var plain: String { "\(day) \(monthNames[month - 1])" }
}
