import Documents

/// The days that a review looks back on (spec 8.2).
package enum ReviewWindow: Hashable, Sendable {
  /// So many weeks back from the day, both ends included.
  case weeks(Int)
  /// Back to the first of the last so many sessions that were scheduled.
  case sessions(Int)
  case since(CivilDate)

  package static let standard = ReviewWindow.weeks(8)

  /// `8w` or `8s`.
  package init?(_ text: some StringProtocol) {
    guard (2...4).contains(text.count), let count = Int(text.dropLast()), count > 0, text.first?.isNumber ?? false
    else {
      return nil
    }
    switch text.last {
    case "w": self = .weeks(count)
    case "s": self = .sessions(count)
    default: return nil
    }
  }

  func start(on day: CivilDate, _ log: AttendanceLog) -> CivilDate {
    switch self {
    case .weeks(let weeks): day.adding(days: -7 * weeks)
    case .since(let start): start
    case .sessions(let count): log.sessions([]).filter { $0.date <= day }.suffix(count).first?.date ?? day
    }
  }
}
