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

  /// What `TZ` says, else what the machine is set to.
  var name: String {
    // In these names, hours west of Greenwich are the positive ones.
    if let fixed { return "<+00>\(fixed > 0 ? "-" : "+")\(abs(fixed) / 3600):\(abs(fixed) / 60 % 60)" }
    if let text = getenv("TZ").map({ String(cString: $0) }), !text.isEmpty { return text }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { readlink("/etc/localtime", $0, 1024) } ?? 0 }
    }
    let link = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let steps = link.split(separator: "/")
    return steps.firstIndex(of: "zoneinfo").map { steps[($0 + 1)...].joined(separator: "/") } ?? "UTC"
  }

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

/// A zone by its name, whatever `TZ` says: for replays of what was said elsewhere.
struct NamedZone: Zone {
  let name: String

  /// Nothing where the machine does not know it.
  init?(_ name: String) {
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !name.contains("..") && !name.hasPrefix("/")
    let isKnown = name.hasPrefix("<") || name == "UTC" || access("/usr/share/zoneinfo/\(name)", R_OK) == 0
    guard isPlain, !name.isEmpty, isKnown else { return nil }
    self.name = name
  }

  func offset(at time: TimeOfDay, on date: CivilDate) -> Int {
    let own = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", name, 1)
    tzset()
    defer {
      if let own { setenv("TZ", own, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return SystemZone(fixed: nil).offset(at: time, on: date)
  }
}
