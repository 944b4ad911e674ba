import Documents

/// A day as it was typed.
struct TypedDay: Hashable {
  let date: CivilDate
  let part: DayPart?
  /// A short name, as `Sat` or `May`: it counts only beside a time or a number, or alone.
  let isShort: Bool
  /// A day of the week, which may be today or a week ago.
  var isWeekday = false
  let words: Int
}

/// Whether a day without a year or a weekday lies behind or ahead.
enum Direction { case past, future }

/// Reads a day at the head of `words`: `Fri`, `yesterday evening`, `6 Feb`, `Feb 6`, `2026-02-06`, `tomorrow`.
func readDay(_ words: [Substring], today: CivilDate, _ direction: Direction) -> TypedDay? {
  let lower = words.prefix(4).map { $0.withoutComma.lowercased() }
  guard let first = lower.first else { return nil }
  func day(_ date: CivilDate, _ used: Int, short: Bool = false, part: DayPart? = nil) -> TypedDay {
    if part == nil, lower.count > used + 1, lower[used] == "early", lower[used + 1] == "morning" {
      return TypedDay(date: date, part: .earlyMorning, isShort: false, words: used + 2)
    }
    if part == nil, lower.count > used, let found = DayPart(word: lower[used]) {
      return TypedDay(date: date, part: found, isShort: false, words: used + 1)
    }
    return TypedDay(date: date, part: part, isShort: short, words: used)
  }
  switch first {
  case "today": return day(today, 1)
  case "tonight": return day(today, 1, part: .evening)
  case "yesterday": return day(today.adding(days: -1), 1)
  case "tomorrow": return day(today.adding(days: 1), 1)
  default: break
  }
  if first == "last", lower.count > 1, lower[1] == "night" {
    return TypedDay(date: today.adding(days: -1), part: .night, isShort: false, words: 2)
  }
  if let date = CivilDate(first) { return day(date, 1) }
  let skip = ["last", "next", "this", "on"].contains(first) ? 1 : 0
  if lower.count > skip, let (weekday, isShort) = readWeekday(lower[skip]) {
    // Last Tuesday, said on a Tuesday, is a week ago.
    let start = first == "last" ? today.adding(days: -1) : today
    let found = day(latest(weekday, from: start, direction), skip + 1, short: isShort)
    return TypedDay(date: found.date, part: found.part, isShort: found.isShort, isWeekday: true, words: found.words)
  }
  return readMonthDay(lower, today: today, direction).map { day($0.date, $0.words) }
}

private func readWeekday(_ word: String) -> (Weekday, isShort: Bool)? {
  for weekday in Weekday.allCases {
    if word == weekday.rawValue { return (weekday, false) }
    if word.count >= 3, word.count <= 5, weekday.rawValue.hasPrefix(word) { return (weekday, true) }
  }
  return word == "weds" ? (.wednesday, true) : nil
}

/// The latest such day, today included; or the next one to come.
private func latest(_ weekday: Weekday, from today: CivilDate, _ direction: Direction) -> CivilDate {
  for distance in (direction == .past ? 0 : 1)...7 {
    let date = today.adding(days: direction == .past ? -distance : distance)
    if date.weekday == weekday { return date }
  }
  return today
}

/// `6 Feb`, `Feb 6`, `February 6th, 2026`.
private func readMonthDay(_ lower: [String], today: CivilDate, _ direction: Direction) -> (date: CivilDate, words: Int)?
{
  guard lower.count >= 2 else { return nil }
  func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.lowercased().hasPrefix(word) || word == "sept" && $0 == "September" }.map {
      $0 + 1
    }
  }
  func number(_ word: String) -> Int? {
    var digits = word
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = String(digits.dropLast(2)) }
    return digits.count <= 2 ? Int(digits) : nil
  }
  let pair: (day: Int, month: Int)
  if let day = number(lower[0]), let month = month(lower[1]) {
    pair = (day, month)
  } else if let month = month(lower[0]), let day = number(lower[1]) {
    pair = (day, month)
  } else {
    return nil
  }
  if lower.count > 2, lower[2].count == 4, let year = Int(lower[2]) {
    return CivilDate(year: year, month: pair.month, day: pair.day).map { ($0, 3) }
  }
  let years = direction == .past ? [today.year, today.year - 1] : [today.year, today.year + 1]
  for year in years {
    if let date = CivilDate(year: year, month: pair.month, day: pair.day),
      direction == .past ? date <= today : date >= today
    {
      return (date, 2)
    }
  }
  return nil
}

extension CivilDate {
  /// As it is said back: `Friday 6 February`.
  package var spoken: String { "\(weekday.name) \(day) \(monthNames[month - 1])" }

  /// The same with the year, where it is another one than that of the day from which it is said.
  package func spoken(from today: CivilDate) -> String { year == today.year ? spoken : "\(spoken) \(year)" }
  /// As it is said in passing: `6 Feb`.
  package var short: String { "\(day) \(monthNames[month - 1].prefix(3))" }
}
