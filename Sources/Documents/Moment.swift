/// An hour and minute of a day, `19:40`; seconds where an instant needs them.
package struct TimeOfDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let hour: Int
  package let minute: Int
  package let second: Int

  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Reads `hh:mm` and nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = Substring(text).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isTwoDigits), let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  package static let midnight = TimeOfDay(whole: 0)

  private init(whole hour: Int) {
    self.hour = hour
    minute = 0
    second = 0
  }

  /// Minutes since midnight.
  package var minutes: Int { hour * 60 + minute }

  package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { (a.minutes, a.second) < (b.minutes, b.second) }

  package var description: String { "\(padded(hour)):\(padded(minute))" }
}

/// An instant as a person and a machine both read it: civil date, time of day and offset from UTC.
package struct Moment: Hashable, Sendable, CustomStringConvertible {
  package var date: CivilDate
  package var time: TimeOfDay
  /// Seconds east of UTC.
  package var offset: Int

  package init(date: CivilDate, time: TimeOfDay, offset: Int) {
    self.date = date
    self.time = time
    self.offset = offset
  }

  /// Reads ISO 8601 with an offset, `2026-02-06T19:40:00-05:00`; `Z` is an offset of zero.
  package init?(_ text: some StringProtocol) {
    let halves = Substring(text).split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CivilDate(halves[0]) else { return nil }
    let clock = halves[1]
    guard let zone = clock.lastIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" }),
      let offset = Moment.offset(clock[zone...])
    else { return nil }
    var parts = clock[..<zone].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, let point = parts[2].firstIndex(of: ".") { parts[2] = String(parts[2][..<point]) }
    guard (2...3).contains(parts.count), parts.allSatisfy(isTwoDigits),
      let hour = Int(parts[0]), let minute = Int(parts[1]), let second = parts.count == 3 ? Int(parts[2]) : 0,
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    self.init(date: date, time: time, offset: offset)
  }

  private static func offset(_ text: some StringProtocol) -> Int? {
    if text == "Z" { return 0 }
    guard text.utf8.count == 6, let time = TimeOfDay(text.dropFirst()) else { return nil }
    return (text.first == "-" ? -60 : 60) * time.minutes
  }

  /// Seconds since 1970-01-01T00:00:00Z, for telling which of two instants came first.
  package var instant: Int { date.dayNumber * 86_400 + time.minutes * 60 + time.second - offset }

  /// Minutes of the clock since `earlier`, seconds aside: from 16:05:50 to 16:06:10 is one.
  package func minutes(since earlier: Moment) -> Int { instant / 60 - earlier.instant / 60 }

  package var description: String {
    var zone = "Z"
    if offset != 0 {
      let minutes = abs(offset) / 60
      zone = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
    return "\(date)T\(time):\(padded(time.second))\(zone)"
  }
}

/// Whether it is two digits and no more; `Int` by itself would also take a sign.
private func isTwoDigits(_ text: some StringProtocol) -> Bool {
  text.utf8.count == 2 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}
