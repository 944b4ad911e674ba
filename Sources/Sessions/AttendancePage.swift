import Console
import Documents
import Insights
import Interviews

/// Where the rules of attendance stand with a client on a day, both sides beside each other, the therapist's first.
package struct AttendancePage {
  private let page: Page
  private let terms: AttendanceTerms
  private let log: AttendanceLog
  private let day: CivilDate

  package init(_ page: Page, _ terms: AttendanceTerms, _ log: AttendanceLog, on day: CivilDate) {
    self.page = page
    self.terms = terms
    self.log = log
    self.day = day
  }

  package func say(of client: ClientCode) {
    var head = ["\(client)"]
    if let version = terms.version { head.append("version \(version)") }
    if let effective = terms.effective { head.append("agreed \(effective.plain)") }
    if let review = terms.reviewOn {
      head.append("review \(review.plain)\(review == day ? " (today)" : review < day ? " (past)" : "")")
    }
    page.say(.accent(head.joined(separator: " · ")))
    let counts = log.counts(under: terms, on: day)
    if counts.isEmpty { page.say("It has no rule of attendance: each event is talked about.") }
    for count in counts { say(count) }
  }

  /// The rules that an event brought near or over their number, on its own side, after it was logged.
  func sayIfNear(_ event: InterferingEvent) {
    let isNear: Set<AttendanceCount.Status> = [.near, .reached]
    for count in log.counts(under: terms, on: day) {
      let isYours = event.isClients && event.counts(under: count.rule) && isNear.contains(count.status)
      let isMine =
        event.isTherapists && event.category == count.rule.what?.therapists && isNear.contains(count.therapistStatus)
      if isYours || isMine { say(count) }
    }
  }

  private func say(_ count: AttendanceCount) {
    page.blank()
    page.say(.strong(count.rule.words) + .dim("   \(count.rule.id ?? "")"), hang: 4)
    let mine =
      [number("Me", count.therapist, count)] + days(count.therapistDays, count.rule.what?.therapists, ofClient: false)
    let yours = [number("You", count.client, count)] + days(count.clientDays, count.rule.what?.rawValue, ofClient: true)
    if page.width < 72 || page.isPlain {
      for line in mine + yours { page.say(line, indent: 4, hang: 2) }
    } else {
      for row in 0..<max(mine.count, yours.count) {
        let left = row < mine.count ? mine[row] : ""
        let right = row < yours.count ? yours[row] : ""
        page.say(left + String(repeating: " ", count: max(1, 34 - left.count)) + right, indent: 4)
      }
    }
    let last = count.clientDays.last ?? count.cleared?.days.last
    let talked = log.conversations.last { day in last.map { $0 <= day && day <= self.day } ?? false }
    for sentence in Wording.sentences(count, talkedOn: talked) { page.say(sentence) }
  }

  private func number(_ who: String, _ number: Int, _ count: AttendanceCount) -> String {
    let unit = count.rule.basis == .percent ? "%" : ""
    let agreed = count.rule.threshold.map { number > $0 ? " (\($0)\(unit) agreed)" : " of \($0)\(unit)" }
    return "\(who)  \(number)\(unit)\(agreed ?? "")"
  }

  private func days(_ days: [CivilDate], _ category: String?, ofClient: Bool) -> [String] {
    days.map { day in
      let minutes = log.minutesLate(on: day, category: category ?? "")
      return "  " + [day.plain, minutes.map { Wording.minutes($0) }].compactMap { $0 }.joined(separator: ", ")
    }
  }
}
