import Documents
import Insights

extension Wording {
  /// One sentence a side of days and minutes, the client's first, as in "On January 14 you arrived 12 minutes after 5:00."
  static func observation(of open: OpenEvents) -> String? {
    let sentences =
      observed(open.clients, "you arrived", "you did not come", "late", "missed")
      + observed(open.therapists, "I started", "I cancelled at short notice", "startedLate", "cancelledShortNotice")
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private static func observed(
    _ events: [InterferingEvent], _ late: String, _ missed: String, _ lateCategory: String, _ missedCategory: String
  ) -> [String] {
    var sentences: [String] = []
    let lates = events.filter { $0.category == lateCategory && $0.minutesLate != nil }
    if !lates.isEmpty {
      let minutes = lates.compactMap(\.minutesLate)
      let unit = minutes.last == 1 ? "minute" : "minutes"
      let starts = Set(lates.compactMap(\.scheduledStart))
      let hour = starts.count == 1 ? starts.first.map { "after \(bare($0))" } : nil
      let how = lateCategory == "late" ? hour ?? "after the start" : "late"
      sentences.append("On \(days(lates)) \(late) \(list(minutes.map(String.init))) \(unit) \(how).")
    }
    let absences = events.filter { $0.category == missedCategory }
    if !absences.isEmpty { sentences.append("On \(days(absences)) \(missed).") }
    let others = events.filter { event in
      event.category != missedCategory && !(event.category == lateCategory && event.minutesLate != nil)
    }
    sentences += others.compactMap { event in
      guard let date = event.date, let text = event.tree["description"]?.string else { return nil }
      return "On \(monthDay(date)): \(text)"
    }
    return sentences
  }

  private static func days(_ events: [InterferingEvent]) -> String { list(events.compactMap(\.date).map(monthDay)) }

  private static func monthDay(_ date: CivilDate) -> String { "\(monthNames[date.month - 1]) \(date.day)" }

  /// The hour without its half of the day: `5:00`.
  private static func bare(_ time: TimeOfDay) -> String { String(time.spoken.prefix { $0 != " " }) }

  /// An event of a conversation with its day, in a few words.
  static func shortly(_ event: InterferingEvent) -> String {
    let what = event.minutesLate.map { minutes($0) } ?? label(event.category)
    return [event.date?.plain, what].compactMap { $0 }.joined(separator: ", ")
  }

  /// Where the rule stands that the events brought furthest, the therapist's number first.
  static func counted(_ count: AttendanceCount) -> [String] {
    let agreed = count.rule.threshold.map { ", \($0) agreed" } ?? ""
    func side(_ number: Int, _ days: [CivilDate]) -> String {
      days.isEmpty ? "\(number)" : "\(number) (\(list(days.map(monthDay))))"
    }
    var lines = [
      "\(count.rule.words): me \(side(count.therapist, count.therapistDays)), "
        + "you \(side(count.client, count.clientDays))\(agreed)"
    ]
    if count.therapistStatus == .reached { lines.append("My number is reached: I take it to consultation.") }
    if count.status == .reached { lines.append("The agreed number has been reached; talk together.") }
    return lines
  }
}
