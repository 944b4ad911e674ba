import Glibc

/// What the figures were taken on, and when.
struct Machine {
  let cores: Int
  let system: String
  let date: String

  static var here: Machine {
    var names = utsname()
    uname(&names)
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let month = "0\(local.tm_mon + 1)".suffix(2)
    let day = "0\(local.tm_mday)".suffix(2)
    return Machine(
      cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
      system: "\(text(of: &names.sysname)) \(text(of: &names.release)) \(text(of: &names.machine))",
      date: "\(local.tm_year + 1900)-\(month)-\(day)")
  }

  var words: String { "\(cores) cores, \(system), \(date). Taken in turns, a run of one and a run of the other." }

  private static func text<Field>(of field: inout Field) -> String {
    withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// Nanoseconds of a clock that is never set.
func nanosecondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
