import Documents
import Forms

/// Takes fields from the end of a line: how much, yes or no.
struct TailReader {
  let context: ReadingContext

  /// What the tail came to.
  struct Tail {
    var changes: [Change] = []
    var sayings: [String] = []
    /// Numbers that may be part of the sentence.
    var doubtful: [(field: Field, number: Int, text: String)] = []
  }

  /// Takes the trailing fields off `words`, last first. `hasText` says whether what is left must remain a sentence.
  func take(_ fields: [Field], from words: inout Words, hasText: Bool, textIsAmount: Bool = false) -> Tail {
    var tail = Tail()
    // A number alone could be how much or how strong.
    if textIsAmount, words.count == 1, let only = words.first.flatMap({ Int($0) }),
      let field = fields.first(where: { $0.range(context)?.contains(only) ?? false })
    {
      tail.doubtful.append((field, only, ""))
      return tail
    }
    let numbers = fields.filter(\.isNumber)
    var pending = fields
    while let field = pending.last {
      if field.isNumber {
        takeNumbers(numbers, from: &words, into: &tail, hasText: hasText)
        pending.removeAll(where: \.isNumber)
        continue
      }
      pending.removeLast()
      guard let last = words.last, !(hasText && words.count == 1) else { continue }
      if let (changes, saying, used) = take(field, last: last, of: words) {
        tail.changes += changes
        tail.sayings.insert(saying, at: 0)
        words.dropLast(used)
      }
    }
    return tail
  }

  private func take(_ field: Field, last: Substring, of words: Words) -> ([Change], String, Int)? {
    let path = context.path(field)
    let letter = last.lowercased()
    switch field.content {
    case .yesNo:
      guard letter == "y" || letter == "n" else { return nil }
      return ([.set(path, .bool(letter == "y"))], field.says(letter == "y" ? "yes" : "no"), 1)
    case .choice(let name):
      // Letters alone: a whole word at the end belongs to the sentence.
      guard letter.count == 1, let option = context.options(name).all.first(where: { $0.letter == letter }) else {
        return nil
      }
      return ([.set(path, .string(option.value))], field.says(option.value), 1)
    case .outOf:
      let taken = OutOfReader(context: context).take(field, from: words.words.suffix(3))
      return taken.map { ($0.changes, $0.saying, 3) }
    case .due:
      for length in stride(from: min(4, words.count), through: 1, by: -1) {
        let ending = Array(words.words.suffix(length))
        if let (date, used) = HeadReader(context: context).readDue(ending), used == length {
          let taken = HeadReader(context: context).dueTaken(field, date, words: length)
          return (taken.changes, taken.saying, length)
        }
      }
      return nil
    case .dayGone:
      for length in stride(from: min(4, words.count), through: 1, by: -1) {
        let ending = Array(words.words.suffix(length))
        if let day = readDay(ending, today: context.today, .past), day.words == length {
          return (
            [.set(path, .string(day.date.description))], "\(field.says ?? "") \(day.date.spoken)".trimmed, length
          )
        }
      }
      return nil
    case .text, .choices, .number, .scale, .card, .plan, .span, .time, .hours, .notice, .momentOfDay, .linkTime,
      .dayOrNo, .amount,
      .emotion, .ref,
      .refs, .skill, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      return nil
    case .step: return nil
    }
  }

  /// A number counts only as the last word, bare and in range. Where two stand at the end and one is there, it counts
  /// only after the end of a sentence.
  private func takeNumbers(_ fields: [Field], from words: inout Words, into tail: inout Tail, hasText: Bool) {
    var found: [Int] = []
    var rest = words
    while found.count < fields.count, let last = rest.last, last.allSatisfy(\.isNumber), let number = Int(last),
      !(hasText && rest.count == 1)
    {
      found.insert(number, at: 0)
      rest.dropLast()
      // `helps 7 sure 6`: the word that the number is said back with may stand before it.
      if let word = rest.last?.lowercased(), rest.count > 1, fields.contains(where: { $0.says == word }) {
        rest.dropLast()
      }
    }
    guard !found.isEmpty else { return }
    if fields.count > 1, found.count < fields.count, !(rest.last.map(endsSentence) ?? true) { return }
    let taken = Array(fields.prefix(found.count))
    for (field, number) in zip(taken, found) where field.range(context)?.contains(number) != true { return }
    if found.count == 1, let field = taken.first, isDoubtful(found[0], field, before: rest.last) {
      tail.doubtful.append((field, found[0], rest.text))
      return
    }
    for (field, number) in zip(taken, found) { tail.changes.append(.set(context.path(field), JSON(number))) }
    tail.sayings.insert(contentsOf: zip(taken, found).map { $0.saying($1, context) }, at: 0)
    words = rest
  }

  /// After a word that needs a number, or on 0–100 where it is no multiple of five, it may belong to the sentence.
  private func isDoubtful(_ number: Int, _ field: Field, before word: Substring?) -> Bool {
    guard let word else { return false }
    if wordsThatNeedANumber.contains(word.lowercased()) { return true }
    return field.range(context)?.upperBound == 100 && number % 5 != 0
  }

  private func endsSentence(_ word: Substring) -> Bool {
    guard let last = word.last else { return false }
    return ".!?'\"’”)…".contains(last)
  }
}

/// After these, a number at the end of a line is likely part of what was said.
let wordsThatNeedANumber: Set<String> = [
  "by", "at", "to", "of", "about", "was", "were", "is", "the", "a", "an", "and", "or", "than", "over", "under",
  "around",
  "only", "until", "till", "from", "for", "in", "on", "with", "after", "before", "since", "past", "for", "had", "have",
  "took", "drank", "ate", "page", "number", "channel", "room", "bus", "route", "chapter", "age", "turned", "nearly",
  "almost", "exactly", "between", "up", "down", "them", "these", "those", "all", "just", "maybe", "like", "every",
]
