import Documents

/// What set it off came before the behavior, and not days before without a word about it.
enum Q05: Check {
  static let id = "Q05"

  static func findings(in document: Checked) -> [Finding] {
    guard let event = document.day("promptingEvent.at"), let start = document.day("target.startedAt") else { return [] }
    let isAfter: Bool
    let isLongBefore: Bool
    if let eventAt = document.moment("promptingEvent.at"), let startedAt = document.moment("target.startedAt") {
      isAfter = eventAt.instant > startedAt.instant
      isLongBefore = startedAt.instant - eventAt.instant > 24 * 3600
    } else {
      isAfter = event > start
      isLongBefore = start - event > 1
    }
    if isAfter { return [fix("promptingEvent", "This is after the behavior. What came before it?")] }
    let isExplained =
      document.text("promptingEvent.delayNote") != nil || document.isAnsweredWithState("promptingEvent.delayNote")
    guard isLongBefore, !isExplained else { return [] }
    return [fix("promptingEvent", "The event is more than a day earlier. What happened closer to it?")]
  }
}
