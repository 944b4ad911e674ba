import Documents
import Forms

/// Reads a measure, then and now, with the day of the later one: `PHQ-9 14 9 25 Feb`; or that none is used, and why.
struct MeasuredReader {
  let context: ReadingContext

  /// The name is what stands before the first bare number. What is left out is asked for; a day is.
  func read(_ text: String, _ path: Path) -> Reading {
    let group = path.parent
    var reading = Reading()
    if let reason = reasonForNone(text) {
      var changes: [Change] = [.set(group.appending("noneUsed"), true)]
      if !reason.isEmpty { changes.append(.set(group.appending("reason"), .string(reason))) }
      changes += ["name", "baseline", "now", "on"].map { group.appending($0) }.filter { context.tree[$0] != nil }
        .map { .remove($0) }
      reading.add(changes, ["no measure used"])
      return reading
    }
    let words = Words(text)
    let first = words.words.dropFirst().firstIndex { isNumber($0) } ?? words.words.endIndex
    let name = words.words[..<first].joined(separator: " ")
    let numbers = words.words[first...].prefix(while: isNumber).prefix(2)
    let rest = words.words[(first + numbers.count)...].joined(separator: " ")
    let totals = numbers.compactMap { Int($0) }
    guard rest.isEmpty || readWholeDay(rest, today: context.today) != nil else {
      // A number inside a name: the whole line is the name.
      reading.add([.set(path, .string(text.trimmed))], [text.trimmed])
      return reading
    }
    var changes: [Change] = [.set(path, .string(name))]
    changes += ["noneUsed", "reason"].map { group.appending($0) }.filter { context.tree[$0] != nil }.map { .remove($0) }
    var saying = name
    if totals.count == 2 {
      changes += [.set(group.appending("baseline"), JSON(totals[0])), .set(group.appending("now"), JSON(totals[1]))]
      saying += " \(totals[0]) → \(totals[1])"
    } else if let now = totals.first {
      changes.append(.set(group.appending("now"), JSON(now)))
      saying += " \(now)"
    }
    if let day = readWholeDay(rest, today: context.today) {
      changes.append(.set(group.appending("on"), .string(day.description)))
      saying += ", \(day.spoken)"
    }
    reading.add(changes, [saying])
    return reading
  }

  private func isNumber(_ word: Substring) -> Bool { word.count < 7 && word.allSatisfy { $0.isASCII && $0.isNumber } }

  /// What stands behind `none`, where that is what the line begins with.
  private func reasonForNone(_ text: String) -> String? {
    let lead = text.trimmed.prefix { $0 != ":" && $0 != "|" }
    let rest = text.trimmed.dropFirst(lead.count + 1).trimmed
    guard ["none", "no", "none used"].contains(lead.trimmed.lowercased().trimmingStop) else { return nil }
    return rest
  }
}

extension HeadReader {
  /// The numbers at the head of a line that name lines of a list of texts.
  func lines(_ field: Field, of list: Path, from words: Words) -> Taken? {
    let texts = (context.tree[list]?.array ?? []).compactMap(\.string)
    var numbers: [Int] = []
    for word in words.words {
      guard let number = Int(word.withoutComma), texts.indices.contains(number - 1) else { break }
      if !numbers.contains(number) { numbers.append(number) }
    }
    guard !numbers.isEmpty else { return nil }
    return Taken(
      changes: [.set(context.path(field), .array(numbers.map { .string(texts[$0 - 1]) }))],
      saying: "\(field.says ?? "") \(numbers.map(String.init).joined(separator: ", "))".trimmed, words: numbers.count)
  }
}
