import Documents
import Forms

/// A value taken from one end of a line.
struct Taken {
  let changes: [Change]
  let saying: String
  /// How many words it took; none when a whole word is the answer and stays in the sentence too.
  let words: Int
}

/// Takes fields from the head of a line.
struct HeadReader {
  let context: ReadingContext
  /// Whether the line has a sentence that a whole word may belong to as well.
  var hasText = false

  /// The value of `field` at the head of `words`, or nothing. A word that two could mean is a problem only where the
  /// line has no sentence that it could belong to.
  func take(_ field: Field, from words: Words, isWholeLine: Bool) throws(AnswerProblem) -> Taken? {
    guard let first = words.first else { return nil }
    let path = context.path(field)
    switch field.content {
    case .yesNo:
      guard let (answer, stays) = yesOrNo(words, isWholeLine: isWholeLine) else { return nil }
      return Taken(
        changes: [.set(path, .bool(answer))], saying: field.says(answer ? "yes" : "no"), words: stays ? 0 : 1)
    case .choice(let name):
      return try choice(field, context.options(name), from: words, isWholeLine: isWholeLine, hasText: hasText)
    case .choices(let name):
      return try choices(field, context.options(name), from: words, isWholeLine: isWholeLine)
    case .number, .scale:
      guard let range = field.range(context), let number = Int(first.withoutComma), range.contains(number),
        words.count < 2 || words.words[1].lowercased() != "of"
      else { return nil }
      return Taken(changes: [.set(path, JSON(number))], saying: field.saying(number, context), words: 1)
    case .card: return card(field, from: words)
    case .span: return try SpanReader(context: context).span(field, from: words.words, isWholeLine: isWholeLine)
    case .time: return HourReader(context: context).time(field, from: words.words)
    case .hours: return HourReader(context: context).hours(field, from: words.words)
    case .notice: return HourReader(context: context).notice(field, from: words.words)
    case .momentOfDay: return try SpanReader(context: context).momentOfDay(field, from: words.words)
    case .due: return try due(field, from: words.words, isWholeLine: isWholeLine)
    case .dayGone: return dayGone(field, from: words.words)
    case .dayOrNo: return dayOrNo(field, from: words.words)
    case .outOf:
      return OutOfReader(context: context).take(field, from: words.words.prefix(3))
    case .ref(let lists, let events):
      guard let id = id(first, lists: lists, events: events) else { return nil }
      return Taken(changes: [.set(path, .string(id))], saying: "at \(id)", words: 1)
    case .refs(let lists): return refs(field, lists, from: words)
    case .lines(let list): return lines(field, of: list, from: words)
    case .tried: return nil
    case .text, .plan, .linkTime, .amount, .emotion, .skill, .person, .things, .meeting, .rule, .ruleCount, .ends,
      .dayIfYes, .signature, .amendment, .measured:
      return nil
    case .step: return nil
    }
  }

  /// A letter, or a whole word. A whole word before a small letter is the answer and stays in the sentence.
  private func yesOrNo(_ words: Words, isWholeLine: Bool) -> (Bool, stays: Bool)? {
    guard let first = words.first else { return nil }
    let word = first.withoutComma.lowercased()
    let answer: Bool
    switch word {
    case "y", "yes", "yeah", "yep", "ok", "okay", "sure": answer = true
    case "n", "no", "nope": answer = false
    default: return nil
    }
    let isLetter = word.count == 1
    let next = words.count > 1 ? words.words[1] : nil
    return (answer, stays: !isLetter && (next?.beginsSmall ?? false))
  }

  private func choice(
    _ field: Field, _ options: Options, from words: Words, isWholeLine: Bool, hasText: Bool
  ) throws(AnswerProblem) -> Taken? {
    let path = context.path(field)
    // Only its own words answer a question of safety or judgment; elsewhere a number does where it stands alone.
    let takesNumbers = words.count == 1 && !field.isStrict && !field.isJudgment
    // The longest run of words that is one option: `not kept`, `urge resisted`.
    for length in stride(from: min(4, words.count), through: 1, by: -1) {
      let typed = words.words.prefix(length).map { $0.withoutComma }.joined(separator: " ")
      let match = options.match(typed, minimum: length > 1 || !isWholeLine ? 3 : 1, numbers: takesNumbers)
      switch match {
      case .one(let index):
        let option = options.all[index]
        // A whole word before a small letter is the answer and stays in the sentence.
        let stays =
          hasText && !field.isStrict && length == 1 && typed.count > 1 && words.count > 1 && words.words[1].beginsSmall
        return Taken(
          changes: [.set(path, .string(option.value))], saying: saying(field, option), words: stays ? 0 : length)
      case .several(let could):
        if isWholeLine, length == 1 { throw .isAmbiguous(said: typed, could: could.map { options.all[$0].says }) }
      case .none:
        if length == 1, options.isOpen, typed.hasPrefix("x-"), typed.count > 2 {
          return Taken(changes: [.set(path, .string(typed))], saying: typed, words: 1)
        }
      }
    }
    return nil
  }

  private func saying(_ field: Field, _ option: Option) -> String {
    if ["yes", "no", "partly", "unsure"].contains(option.value), field.says?.isEmpty == false {
      return field.says(option.value)
    }
    guard let says = field.says, !says.isEmpty, !says.contains("|") else { return option.says }
    return "\(says): \(option.says)"
  }

  private func choices(
    _ field: Field, _ options: Options, from words: Words, isWholeLine: Bool
  ) throws(AnswerProblem) -> Taken? {
    var values: [JSON] = []
    var says: [String] = []
    var used = 0
    while used < words.count {
      var length = 0
      for candidate in stride(from: min(3, words.count - used), through: 1, by: -1) {
        let typed = words.words[used..<(used + candidate)].map { $0.withoutComma }.joined(separator: " ")
        if case .one(let index) = options.match(typed, minimum: 3, numbers: isWholeLine) {
          values.append(.string(options.all[index].value))
          says.append(options.all[index].says)
          length = candidate
          break
        }
        if options.isOpen, candidate == 1, typed.hasPrefix("x-") {
          values.append(.string(typed))
          says.append(typed)
          length = 1
        }
      }
      if length == 0 { break }
      used += length
    }
    guard !values.isEmpty else { return nil }
    if isWholeLine, used < words.count {
      let typed = String(words.words[used])
      if case .several(let could) = options.match(typed, minimum: 1) {
        throw .isAmbiguous(said: typed, could: could.map { options.all[$0].says })
      }
      throw .isNotAChoice(said: typed, of: options.all.map(\.says), didYouMean: nil)
    }
    return Taken(
      changes: [.set(context.path(field), .array(values))], saying: says.joined(separator: ", "), words: used)
  }

  /// `4 of 7`, or how it is: filled, partly, blank, not (none is used).
  private func card(_ field: Field, from words: Words) -> Taken? {
    let path = context.path(field)
    let list = words.words
    if list.count >= 3, list[1].lowercased() == "of", let done = Int(list[0]), let of = Int(list[2].withoutComma),
      done <= of, of <= 366
    {
      let status = done == of ? "filled" : done == 0 ? "blank" : "partly"
      let card: JSON = ["status": .string(status), "done": JSON(done), "of": JSON(of)]
      return Taken(changes: [.set(path, card)], saying: "diary card \(done) of \(of)", words: 3)
    }
    switch list.first?.withoutComma.lowercased() {
    case "filled", "full":
      return Taken(changes: [.set(path, ["status": "filled"])], saying: "diary card filled", words: 1)
    case "partly":
      return Taken(changes: [.set(path, ["status": "partly"])], saying: "diary card partly filled", words: 1)
    case "blank", "empty":
      return Taken(changes: [.set(path, ["status": "blank"])], saying: "diary card blank", words: 1)
    case "not", "none", "no":
      let more = list.count > 1 && list[1].lowercased().hasPrefix("used") ? 2 : 1
      return Taken(changes: [.set(path, ["status": "notUsed"])], saying: "no diary card in use", words: more)
    default: return nil
    }
  }

  private func due(_ field: Field, from words: [Substring], isWholeLine: Bool) throws(AnswerProblem) -> Taken? {
    guard let (date, used) = readDue(words) else { return nil }
    if !isWholeLine, used < words.count { return nil }
    if let days = field.within, date - context.today > days { throw .isTooFar(days: days) }
    return dueTaken(field, date, words: used)
  }

  func dueTaken(_ field: Field, _ date: CivilDate, words: Int) -> Taken {
    Taken(
      changes: [.set(context.path(field), .string(date.description))],
      saying: "\(field.says ?? "by") \(date.spoken(from: context.today))", words: words)
  }

  /// A day to come, at the head of `words`.
  func readDue(_ words: [Substring]) -> (CivilDate, words: Int)? {
    if words.count >= 2, words[0].lowercased() == "next", words[1].lowercased().hasPrefix("session") {
      return (context.nextSession, 2)
    }
    guard let day = readDay(words, today: context.today, .future) else { return nil }
    return (day.date, day.words)
  }

  private func dayOrNo(_ field: Field, from words: [Substring]) -> Taken? {
    let path = context.path(field)
    switch words.first?.withoutComma.lowercased() {
    case "n", "no": return Taken(changes: [.set(path, "no")], saying: "\(field.says ?? ""): no", words: 1)
    case "y", "yes":
      return Taken(
        changes: [.set(path, .string(context.today.description))],
        saying: "\(field.says ?? "") \(context.today.spoken)".trimmed, words: 1)
    default: return dayGone(field, from: words)
    }
  }

  private func dayGone(_ field: Field, from words: [Substring]) -> Taken? {
    // The word that it is said back with may stand before it: `due today`.
    let named = field.says != nil && words.first?.lowercased() == field.says ? 1 : 0
    guard let day = readDay(Array(words.dropFirst(named)), today: context.today, .past) else { return nil }
    return Taken(
      changes: [.set(context.path(field), .string(day.date.description))],
      saying: "\(field.says ?? "") \(day.date.spoken)".trimmed, words: day.words + named)
  }

  private func refs(_ field: Field, _ lists: [Path], from words: Words) -> Taken? {
    guard let list = lists.first else { return nil }
    let reader = IDReader(template: context.template, tree: context.tree, list: list)
    var ids: [String] = []
    var used = 0
    while used < words.count {
      let word = words.words[used].withoutComma
      if used > 0, ["and", "&"].contains(word.lowercased()), used + 1 < words.count {
        used += 1
        continue
      }
      guard let found = reader.ids(in: word) else { break }
      ids += found
      used += 1
    }
    guard used > 0 else { return nil }
    return Taken(
      changes: [.set(context.path(field), .array(ids.map { .string($0) }))],
      saying: "\(field.says ?? "with") \(ids.joined(separator: ", "))", words: used)
  }

  /// An element's id that exists.
  func id(_ typed: some StringProtocol, lists: [Path], events: Bool) -> String? {
    let word = typed.withoutComma.lowercased()
    if events, word == context.tree["promptingEvent"]?["id"]?.string { return word }
    guard let list = context.template.list(ofID: word), lists.contains(list.path),
      context.tree.ids(in: list.path).contains(word)
    else { return nil }
    return word
  }
}

extension Field {
  func saying(_ number: Int, _ context: ReadingContext) -> String {
    if case .scale = content { return [says ?? "", "\(number) of \(context.scaleEnd)"].joined(separator: " ").trimmed }
    return [says ?? "", String(number)].joined(separator: " ").trimmed
  }
}

extension ReadingContext {
  /// The next session: a week on unless said.
  var nextSession: CivilDate { (tree["sessionDate"]?.string.flatMap { CivilDate($0) } ?? today).adding(days: 7) }
}
