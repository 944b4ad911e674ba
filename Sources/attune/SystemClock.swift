import Documents
import Glibc

/// The clock of the machine, or one that was set for a demonstration and runs on from there.
struct SystemClock: Clock {
  /// Seconds by which the clock shown differs from the machine's.
  private let shift: Int
  private let zone: SystemZone
  let isSet: Bool

  init(startingAt start: Moment?, zone: SystemZone) {
    shift = start.map { $0.instant - time(nil) } ?? 0
    isSet = start != nil
    self.zone = zone
  }

  func now() -> Moment {
    let instant = time(nil) + shift
    let offset = zone.offset(atInstant: instant)
    let local = instant + offset
    let day = Int((Double(local) / 86_400).rounded(.down))
    let second = local - day * 86_400
    let midnight = TimeOfDay.midnight
    let clock = TimeOfDay(hour: second / 3600, minute: second / 60 % 60, second: second % 60) ?? midnight
    return Moment(date: CivilDate(dayNumber: day), time: clock, offset: offset)
  }
}

/// The zone that `TZ` names; a fixed offset where it is unset and the clock was set with one.
struct SystemZone: Zone {
  /// Seconds east of UTC.
  let fixed: Int?

  func offset(at time: TimeOfDay, on date: CivilDate) -> Int {
    if let fixed { return fixed }
    let local = date.dayNumber * 86_400 + time.minutes * 60 + time.second
    // Where a clock change skips or repeats the hour, the offset that held before it.
    let before = offset(atInstant: local - 86_400)
    if offset(atInstant: local - before) == before { return before }
    let after = offset(atInstant: local - before)
    return offset(atInstant: local - after) == after ? after : before
  }

  func offset(atInstant instant: Int) -> Int {
    if let fixed { return fixed }
    var seconds = time_t(instant)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return parts.tm_gmtoff
  }
}
