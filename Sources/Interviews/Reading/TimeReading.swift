import Documents

/// A time of day as it was typed.
struct TypedTime: Hashable {
  let time: TimeOfDay
  /// Whether it leaves no doubt: `19:40`, `7:40 pm`; not `7:40`.
  let isCertain: Bool
  let hasMeridiem: Bool
  /// An hour alone, `7`, which is a time only beside one that is said in full.
  let isBareHour: Bool
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
func readTime(_ words: [Substring], allowsBareHour: Bool = false) -> TypedTime? {
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
    return TypedTime(time: time, isCertain: true, hasMeridiem: true, isBareHour: false, words: used)
  }
  guard parts.count == 2 || allowsBareHour, let time = TimeOfDay(hour: hour, minute: minute) else { return nil }
  let isCertain = hour > 12 || hour == 0 || parts[0].count == 2 && hour < 10
  return TypedTime(time: time, isCertain: isCertain, hasMeridiem: false, isBareHour: parts.count == 1, words: 1)
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
  /// How many words it took.
  let words: Int
}

/// Reads `19:40-22:15`, `7:40-10:15 pm`, `7 pm to 10 pm`, or a time alone.
func readSpan(_ words: [Substring]) -> TypedSpan? {
  // A dash parts two times wherever it stands: `7 pm-10 pm` has it inside a word.
  var parts: [(text: Substring, word: Int)] = []
  for (index, word) in words.prefix(7).enumerated() {
    var rest = word
    while let dash = rest.firstIndex(where: { "-–—".contains($0) }) {
      if dash > rest.startIndex { parts.append((rest[..<dash], index)) }
      parts.append(("-", index))
      rest = rest[rest.index(after: dash)...]
    }
    if !rest.isEmpty { parts.append((rest, index)) }
  }
  let texts = parts.map(\.text)
  guard let start = readTime(texts, allowsBareHour: true) else { return nil }
  let after = Array(texts.dropFirst(start.words))
  if let dash = after.first, ["-", "to", "until", "till"].contains(dash.lowercased()),
    let end = readTime(Array(after.dropFirst()), allowsBareHour: true), !start.isBareHour || end.hasMeridiem
  {
    let used = start.words + 1 + end.words
    guard endsWord(used, parts, words) else { return nil }
    return TypedSpan(start: sameHalf(start, as: end), end: end.time, words: parts[used - 1].word + 1)
  }
  guard !start.isBareHour, endsWord(start.words, parts, words) else { return nil }
  return TypedSpan(start: start.time, end: nil, words: parts[start.words - 1].word + 1)
}

/// Whether so many parts end where a word of the line ends.
private func endsWord(_ count: Int, _ parts: [(text: Substring, word: Int)], _ words: [Substring]) -> Bool {
  parts.count == count || parts[count].word != parts[count - 1].word
}

/// `7:40-10:15 pm`: the half of the day said once holds for both, unless that would end before it begins.
private func sameHalf(_ start: TypedTime, as end: TypedTime) -> TimeOfDay {
  guard end.hasMeridiem, !start.hasMeridiem, start.time.hour <= 12 else { return start.time }
  func half(_ isAfternoon: Bool) -> TimeOfDay? {
    TimeOfDay(hour: start.time.hour % 12 + (isAfternoon ? 12 : 0), minute: start.time.minute)
  }
  let isAfternoon = end.time.hour >= 12
  guard let same = half(isAfternoon), let other = half(!isAfternoon) else { return start.time }
  return same <= end.time ? same : other
}
