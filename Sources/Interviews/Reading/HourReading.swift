import Documents
import Forms

/// Reads the hours of a session: when it was due, when somebody came, when a message did.
struct HourReader {
  let context: ReadingContext

  /// The hour that was agreed for this session, where it is known.
  private var due: TimeOfDay? {
    (context.tree["scheduledStart"] ?? context.tree["$due"])?.string.flatMap { TimeOfDay($0) }
  }

  func time(_ field: Field, from words: [Substring]) -> Taken? {
    guard let typed = readTime(words) else { return nil }
    return Taken(
      changes: [.set(context.path(field), .string(typed.time.description))],
      saying: "\(field.says ?? "") \(typed.time)".trimmed, words: typed.words)
  }

  /// `17:18`, or `17:00-17:18` with the hour that was due before it.
  func hours(_ field: Field, from words: [Substring]) -> Taken? {
    let path = context.path(field)
    if let span = readSpan(words), let end = span.end {
      return Taken(
        changes: [
          .set(path.parent.appending("scheduledStart"), .string(span.start.description)),
          .set(path, .string(end.description)),
        ], saying: "due \(span.start), \(field.says ?? "") \(end)", words: span.words)
    }
    guard let typed = readTime(words) else { return nil }
    let time = nearDue(typed)
    return Taken(
      changes: [.set(path, .string(time.description))], saying: "\(field.says ?? "") \(time)".trimmed,
      words: typed.words)
  }

  /// When a message came, how long before the hour, or that none did.
  func notice(_ field: Field, from words: [Substring]) -> Taken? {
    let lower = words.prefix(3).map { $0.withoutComma.lowercased() }
    guard let first = lower.first else { return nil }
    func taken(_ value: String, _ saying: String, _ used: Int) -> Taken {
      Taken(changes: [.set(context.path(field), .string(value))], saying: saying, words: used)
    }
    if first == "none" || field.isRequired && words.count == 1 && ["no", "n"].contains(first) {
      return taken("none", "no message", 1)
    }
    if lower.starts(with: ["no", "message"]) { return taken("none", "no message", 2) }
    if let (minutes, used) = length(lower) { return taken("\(minutes)m", "\(spoken(minutes)) before", used) }
    guard let typed = readTime(words) else { return nil }
    let time = nearDue(typed)
    return taken(time.description, "\(field.says ?? "") \(time)".trimmed, typed.words)
  }

  /// `5:18` is the hour that lies nearer to the one that was due, unless that is long after it: `9:30` is a message of
  /// the morning.
  private func nearDue(_ typed: TypedTime) -> TimeOfDay {
    guard !typed.isCertain, let due, let later = TimeOfDay(hour: typed.time.hour + 12, minute: typed.time.minute),
      abs(later.minutes - due.minutes) < abs(typed.time.minutes - due.minutes), later.minutes <= due.minutes + 90
    else { return typed.time }
    return later
  }

  /// `26h`, `45min`, `2d`, or `26 hours before`.
  private func length(_ words: [String]) -> (minutes: Int, words: Int)? {
    let digits = words[0].prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), digits.count <= 4 else { return nil }
    var unit = String(words[0].dropFirst(digits.count))
    var used = 1
    if unit.isEmpty {
      guard words.count == 3, words[2] == "before" else { return nil }
      unit = words[1]
      used = 3
    }
    switch unit {
    case "h", "hr", "hrs", "hour", "hours": return (number * 60, used)
    case "m", "min", "mins", "minute", "minutes": return (number, used)
    case "d", "day", "days": return (min(number, 365) * 1440, used)
    default: return nil
    }
  }

  private func spoken(_ minutes: Int) -> String {
    if minutes > 0, minutes % 60 == 0 { return minutes == 60 ? "1 hour" : "\(minutes / 60) hours" }
    return "\(minutes) minutes"
  }
}
