import Documents

/// A time of day as it was typed.
struct TypedTime: Hashable {
  let time: TimeOfDay
  /// Whether it leaves no doubt: `19:40`, `7:40 pm`; not `7:40`.
  let isCertain: Bool
  let hasMeridiem: Bool
  /// How many words it took.
  let words: Int
}

/// A part of a day, where no hour is known.
enum DayPart: String, CaseIterable {
  case earlyMorning, morning, midday, afternoon, evening, night

  init?(word: String) {
    switch word {
    case "morning": self = .morning
    case "midday", "noon", "lunchtime": self = .midday
    case "afternoon": self = .afternoon
    case "evening": self = .evening
    case "night": self = .night
    default: return nil
    }
  }
}

/// Reads a time at the head of `words`: `19:40`, `7:40 pm`, `7pm`, `7 pm`.
func readTime(_ words: [Substring]) -> TypedTime? {
  guard let first = words.first?.withoutComma.lowercased() else { return nil }
  let (digits, meridiem) = splitMeridiem(first)
  let next = words.count > 1 ? words[1].withoutComma.lowercased() : ""
  let after = ["am", "pm", "a.m.", "p.m."].contains(next) ? next : nil
  let half = meridiem ?? after
  let used = meridiem == nil && after != nil ? 2 : 1
  let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) && $0.count <= 2 }),
    let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0
  else { return nil }
  if parts.count == 2, parts[1].count != 2 { return nil }
  if let half {
    guard (1...12).contains(hour) else { return nil }
    let isAfternoon = half.hasPrefix("p")
    guard let time = TimeOfDay(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute) else { return nil }
    return TypedTime(time: time, isCertain: true, hasMeridiem: true, words: used)
  }
  guard parts.count == 2, let time = TimeOfDay(hour: hour, minute: minute) else { return nil }
  return TypedTime(
    time: time, isCertain: hour > 12 || hour == 0 || parts[0].count == 2 && hour < 10, hasMeridiem: false, words: 1)
}

/// `7pm` in two; `7:40` alone.
private func splitMeridiem(_ word: String) -> (String, String?) {
  for ending in ["am", "pm"] where word.hasSuffix(ending) && word.first?.isNumber == true {
    return (String(word.dropLast(2)), ending)
  }
  return (word, nil)
}

/// From when to when, at the head of `words`.
struct TypedSpan: Hashable {
  let start: TimeOfDay
  let end: TimeOfDay?
  let isCertain: Bool
  let words: Int
}

/// Reads `19:40-22:15`, `7:40-10:15 pm`, `7 pm to 10 pm`, or a time alone.
func readSpan(_ words: [Substring]) -> TypedSpan? {
  // A dash inside one word parts two times; with blanks around it, it is a word of its own.
  guard let first = words.first else { return nil }
  let halves = first.split(whereSeparator: { "-–—".contains($0) })
  if halves.count == 2 {
    let rest = Array(words.dropFirst())
    guard let end = readTime([halves[1]] + rest) else { return nil }
    let start =
      readTime([halves[0]]) ?? (Int(halves[0]) != nil && end.hasMeridiem ? readTime([halves[0], "am"]) : nil)
    guard let start else { return nil }
    let adjusted = sameHalf(start, as: end)
    return TypedSpan(start: adjusted, end: end.time, isCertain: start.isCertain || end.hasMeridiem, words: end.words)
  }
  guard let start = readTime(words) else { return nil }
  let rest = Array(words.dropFirst(start.words))
  if let dash = rest.first, ["-", "–", "—", "to", "until", "till"].contains(String(dash)),
    let end = readTime(Array(rest.dropFirst()))
  {
    return TypedSpan(
      start: sameHalf(start, as: end), end: end.time, isCertain: start.isCertain || end.hasMeridiem,
      words: start.words + 1 + end.words)
  }
  return TypedSpan(start: start.time, end: nil, isCertain: start.isCertain, words: start.words)
}

/// `7:40-10:15 pm`: the half of the day said once holds for both.
private func sameHalf(_ start: TypedTime, as end: TypedTime) -> TimeOfDay {
  guard end.hasMeridiem, !start.hasMeridiem, !start.isCertain || start.time.hour < 12, start.time.hour <= 12,
    end.time.hour >= 12, let later = TimeOfDay(hour: start.time.hour % 12 + 12, minute: start.time.minute),
    later <= end.time
  else { return start.time }
  return later
}
