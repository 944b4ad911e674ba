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

/// Words that people put before a time that is not exact.
private let roughly: Set<String> = ["around", "about", "at", "approximately", "roughly", "circa", "ca", "~"]

/// Reads a time at the head of `words`: `19:40`, `7:40 pm`, `7pm`, `about 7 in the evening`, `9ish`.
func readTime(_ words: [Substring], allowsBareHour: Bool = false) -> TypedTime? {
  let skipped = words.prefix { roughly.contains($0.lowercased()) }.count
  let rest = Array(words.dropFirst(skipped))
  guard var first = rest.first?.withoutComma.lowercased() else { return nil }
  if let named = ["noon": 12, "midnight": 0][first], let time = TimeOfDay(hour: named, minute: 0) {
    return TypedTime(time: time, isCertain: true, hasMeridiem: true, isBareHour: false, words: skipped + 1)
  }
  let isRough = first.hasSuffix("ish")
  if isRough { first = String(first.dropLast(first.hasSuffix("-ish") ? 4 : 3)) }
  let (digits, meridiem) = splitMeridiem(first)
  let following = rest.dropFirst().prefix(3).map { $0.withoutComma.lowercased() }
  let (after, more) = half(following)
  let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) && $0.count <= 2 }),
    let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0
  else { return nil }
  if parts.count == 2, parts[1].count != 2 { return nil }
  let used = skipped + 1 + (meridiem == nil ? more : 0)
  if let isAfternoon = meridiem.map({ $0 == "pm" }) ?? after {
    guard (1...12).contains(hour), let time = TimeOfDay(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute) else {
      return nil
    }
    return TypedTime(time: time, isCertain: true, hasMeridiem: true, isBareHour: false, words: used)
  }
  let isBare = parts.count == 1 && !isRough
  guard !isBare || allowsBareHour, let time = TimeOfDay(hour: hour, minute: minute) else { return nil }
  let isCertain = hour > 12 || hour == 0 || parts[0].count == 2 && hour < 10
  return TypedTime(time: time, isCertain: isCertain, hasMeridiem: false, isBareHour: isBare, words: skipped + 1)
}

/// `pm`, `in the evening`, `at night`: which half of the day it says, and in how many words.
private func half(_ words: [String]) -> (isAfternoon: Bool?, words: Int) {
  switch words.first {
  case "am", "a.m.": return (false, 1)
  case "pm", "p.m.": return (true, 1)
  default: break
  }
  if words.count >= 3, words[0] == "in", words[1] == "the" {
    switch words[2] {
    case "morning": return (false, 3)
    case "afternoon", "evening": return (true, 3)
    default: return (nil, 0)
    }
  }
  return words.count >= 2 && words[0] == "at" && words[1] == "night" ? (true, 2) : (nil, 0)
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

extension TypedSpan {
  /// `last night at 9`, `yesterday evening 7-10`: the part of the day says which half the hours are of.
  func inPart(_ part: DayPart?) -> TypedSpan {
    guard part == .afternoon || part == .evening || part == .night && start.hour >= 6, start.hour < 12,
      let later = TimeOfDay(hour: start.hour + 12, minute: start.minute)
    else { return self }
    let laterEnd = end.flatMap { $0 < later && $0.hour < 12 ? TimeOfDay(hour: $0.hour + 12, minute: $0.minute) : nil }
    return TypedSpan(start: later, end: laterEnd.map { $0 > later ? $0 : end ?? $0 } ?? end, words: words)
  }
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
  // After a day an hour that is led in, "at 9", is one.
  guard !start.isBareHour || roughly.contains(words[0].lowercased()), endsWord(start.words, parts, words) else {
    return nil
  }
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
