import Documents
import Forms

/// Reads one line into many fields: what leads says which, then the text, then what trails says how much.
struct LineReader {
  let context: ReadingContext

  /// Reads a line of several fields. Where it could be read in two ways, the text wins or a doubt is raised.
  func read(_ line: String, _ ask: Ask) throws(AnswerProblem) -> Reading {
    let fields = ask.fields
    var reading = Reading()
    let texts = fields.filter { $0.position == .text && $0.isSentence }
    var words = Words(line)
    if fields.contains(where: { $0.content == .rule }) { return RuleReader(context: context).read(line) }
    if fields.contains(where: { $0.content == .amendment }) {
      return try AmendmentReader(context: context).read(line, shape: ask.shape)
    }

    if fields.contains(where: { $0.content == .step }) { return try StepReader(context: context).read(line, ask) }

    if let label = try LabelReader(context: context).take(fields.filter { $0.position == .label }, from: line) {
      reading.add(label.changes, label.sayings)
      words = label.rest
    }
    try takeHead(fields, from: &words, into: &reading, texts: texts, ask)
    let tail = takeTail(fields, from: &words, reading, hasText: !texts.isEmpty && !stands(texts, besides: line))
    try takeTexts(texts, from: words, into: &reading, ask)
    takeEmotion(fields, line: words.text, into: &reading)
    reading.add(tail.changes, tail.sayings)
    takeStandards(fields, into: &reading)
    if let doubt = dayInSentence(words, fields, reading) { reading.doubts.append(doubt) }
    for doubtful in tail.doubtful { reading.doubts.append(doubt(doubtful, texts: texts)) }
    if reading.changes.isEmpty {
      throw .isNotUnderstood(said: line.trimmed, shape: ask.shape)
    }
    return reading
  }

  private func takeHead(
    _ fields: [Field], from words: inout Words, into reading: inout Reading, texts: [Field], _ ask: Ask
  ) throws(AnswerProblem) {
    let links = LinkHeadReader(context: context)
    let head = HeadReader(context: context, hasText: !texts.isEmpty)
    let leads = fields.filter { $0.position == .lead }
    if let time = leads.first(where: { $0.content == .linkTime }) {
      let found = links.take(time: time, type: leads.first { $0 != time }, from: &words)
      reading.add(found.changes, found.sayings)
      reading.doubts += found.doubts
      return
    }
    for field in leads
    where field.when.isAlways || field.when.holds(in: reading.applied(to: context.tree), element: context.base) {
      if let taken = try head.take(field, from: words, isWholeLine: false) {
        reading.add(taken.changes, [taken.saying])
        words.dropFirst(taken.words)
        // A word that stays in the sentence has answered once, and answers nothing else; where the next field takes what
        // stands behind it, as `none` in `missed none overslept`, there is no sentence that it belongs to.
        guard taken.words == 0 else { continue }
        var behind = words
        behind.dropFirst(1)
        guard try isTaken(behind, by: leads.drop { $0 != field }.dropFirst(), reading, head) else { return }
        words.dropFirst(1)
      }
    }
  }

  /// Whether one of the fields that are asked for with what was read so far takes the head of `words`.
  private func isTaken(
    _ words: Words, by fields: ArraySlice<Field>, _ reading: Reading, _ head: HeadReader
  ) throws(AnswerProblem) -> Bool {
    let known = reading.applied(to: context.tree)
    for field in fields where field.content == .notice && field.when.holds(in: known, element: context.base) {
      if try head.take(field, from: words, isWholeLine: false) != nil { return true }
    }
    return false
  }

  /// A day that stands in a sentence, where the line could have begun with one and did not: `late on 4 March`.
  private func dayInSentence(_ words: Words, _ fields: [Field], _ reading: Reading) -> Doubt? {
    guard let field = fields.first(where: { $0.path == "$day" && $0.position == .lead }),
      reading.applied(to: context.tree)[context.path(field)] == context.tree[context.path(field)]
    else { return nil }
    for start in words.words.indices.dropFirst() {
      let rest = Array(words.words[start...])
      guard let day = readDay(rest, today: context.today, .past), day.date < context.today, !day.isShort else {
        continue
      }
      // A weekday alone may be said of anything; `on Monday` and `last Monday` say when.
      let before = words.words[start - 1].lowercased()
      guard !day.isWeekday || day.words > 1 || ["on", "last"].contains(before) else { continue }
      return Doubt(
        fact: .dayInSentence(day.date.spoken),
        choices: [
          Doubt.Choice(
            keys: ["y", "yes"], says: day.date.spoken,
            changes: [.set(context.path(field), .string(day.date.description))]),
          Doubt.Choice(keys: ["n", "no", "today"], says: "today", changes: []),
        ], standard: 0)
    }
    return nil
  }

  /// Whether other words were said before: then a number alone is added to them and does not take their place.
  private func stands(_ texts: [Field], besides line: String) -> Bool {
    texts.contains { field in
      let path = context.path(field)
      return context.tree.isAnswered(path) && context.tree[path]?.string != line.trimmed
    }
  }

  private func takeTail(
    _ fields: [Field], from words: inout Words, _ reading: Reading, hasText: Bool
  ) -> TailReader.Tail {
    let trailing = asked(fields.filter { $0.position == .trail }, after: reading)
    // While it is in doubt what kind of step it is, its number is in doubt too: the text keeps it.
    guard !reading.doubts.contains(where: { $0.fact == .actionOrEvent }) else { return TailReader.Tail() }
    // `7 4`, where no sentence is wanted, is the numbers and no sentence.
    let numbers = trailing.filter(\.isNumber)
    let isNumbersAlone =
      numbers.count > 1 && words.count == numbers.count && words.words.allSatisfy { Int($0) != nil }
      && !fields.contains { $0.isSentence && $0.isRequired }
    return TailReader(context: context).take(
      trailing, from: &words, hasText: hasText && !isNumbersAlone,
      textIsAmount: fields.contains { $0.content == .amount && context.value($0) == nil })
  }

  /// Those of the fields that are asked for with what was read so far.
  private func asked(_ fields: [Field], after reading: Reading) -> [Field] {
    if fields.allSatisfy(\.when.isAlways) { return fields }
    let known = reading.applied(to: context.tree)
    let element = known[context.base]
    return fields.filter { $0.when.holds(in: known, of: element) }
  }

  /// Parts the sentence at its marks; the last part keeps what is left.
  private func takeTexts(
    _ texts: [Field], from words: Words, into reading: inout Reading, _ ask: Ask
  ) throws(AnswerProblem) {
    guard !words.isEmpty else { return }
    // A sentence has no place in a field that is not asked for.
    let texts = asked(texts, after: reading)
    guard !texts.isEmpty else {
      let names = ask.fields.flatMap { context.options(of: $0)?.all.map(\.says) ?? [] }
      if let word = words.first, let near = nearest(String(word), among: names) {
        throw .isNotAChoice(said: String(word), of: [], didYouMean: near)
      }
      throw .isNotUnderstood(said: words.text, shape: ask.shape)
    }
    var rest = Substring(words.text)
    for (index, field) in texts.enumerated() {
      var part = rest
      let following = index + 1 < texts.count ? texts[index + 1].after : nil
      if let following, let range = mark(following, in: rest) {
        part = rest[..<range.lowerBound]
        rest = rest[range.upperBound...]
      } else {
        rest = ""
      }
      let text = part.trimmed
      guard !text.isEmpty else { continue }
      if index > 0 { reading.tookMoreThanText = true }
      let path = context.path(field)
      if case .plan(let options) = field.content {
        let plan = PlanReader(context: context).read(text, path, options: options)
        reading.add(plan.changes, plan.sayings)
      } else if field.content != .text, field.content != .amount {
        let part = try FieldReader(context: context).read(text, field)
        reading.add(part.changes, part.sayings)
      } else if field.content == .amount {
        let (value, saying) = amount(text)
        reading.add([.set(path, value)], [saying])
      } else {
        reading.changes.append(.set(path, .string(text)))
        if let says = field.says, !says.isEmpty { reading.sayings.append(says == "…" ? text : "\(says) \(text)") }
      }
    }
  }

  /// Where a mark parts a sentence. `|` and `->` count only with a blank on both sides.
  private func mark(_ mark: String, in text: Substring) -> Range<Substring.Index>? {
    if mark == ";" { return text.firstIndex(of: ";").map { $0..<text.index(after: $0) } }
    var start = text.startIndex
    while let found = text[start...].firstRange(of: mark) {
      let before = found.lowerBound == text.startIndex || text[text.index(before: found.lowerBound)].isWhitespace
      let after = found.upperBound == text.endIndex || text[found.upperBound].isWhitespace
      if before, after { return found }
      start = found.upperBound
    }
    return nil
  }

  /// A number with its unit, or words.
  private func amount(_ text: String) -> (JSON, String) {
    let words = Words(text)
    guard words.count > 1, let first = words.first, first.first != "-", let number = JSON(number: first) else {
      return (["text": .string(text)], text)
    }
    var unit = words
    unit.dropFirst()
    return (["value": number, "unit": .string(unit.text)], text)
  }

  private func takeEmotion(_ fields: [Field], line: String, into reading: inout Reading) {
    guard let field = asked(fields.filter { $0.content == .emotion }, after: reading).first,
      let family = context.catalog.family(of: line)
    else { return }
    reading.add([.set(context.path(field), .string(family))], [family])
  }

  /// Facts that are taken where nothing is said.
  private func takeStandards(_ fields: [Field], into reading: inout Reading) {
    let fields = fields.filter { $0.standard != nil || $0.content == .person }
    guard !fields.isEmpty else { return }
    let known = reading.applied(to: context.tree)
    for field in fields where !known.isAnswered(context.path(field)) {
      if field.standard == .nextSession {
        let taken = HeadReader(context: context).dueTaken(field, context.nextSession, words: 0)
        reading.add(taken.changes, [taken.saying])
      } else if field.standard == .today {
        reading.add(
          [.set(context.path(field), .string(context.today.description))],
          ["\(field.says ?? "") \(context.today.spoken)".trimmed])
      } else if field.content == .person {
        let others = context.harmed.filter { $0 != "self" }
        if others.count == 1 {
          reading.add([.set(context.path(field), .string(others[0]))], ["\(field.says ?? "") \(others[0])".trimmed])
        }
      }
    }
  }

  private func doubt(_ doubtful: (field: Field, number: Int, text: String), texts: [Field]) -> Doubt {
    var changes: [Change] = [.set(context.path(doubtful.field), JSON(doubtful.number))]
    if let text = texts.last, doubtful.text.isEmpty {
      changes.append(.remove(context.path(text)))
    } else if let text = texts.last {
      changes.append(
        .set(context.path(text), text.content == .amount ? amount(doubtful.text).0 : .string(doubtful.text)))
    }
    let means = doubtful.field.says.flatMap { $0.isEmpty ? nil : $0 } ?? "how strong"
    return Doubt(
      fact: .number(doubtful.number, means: means),
      choices: [
        Doubt.Choice(keys: ["y", "yes"], says: means, changes: changes),
        Doubt.Choice(keys: ["n", "no"], says: "part of the sentence", changes: []),
      ], standard: 1)
  }
}

extension Reading {
  mutating func add(_ changes: [Change], _ sayings: [String]) {
    if !changes.isEmpty { tookMoreThanText = true }
    self.changes += changes
    self.sayings += sayings.filter { !$0.isEmpty }
  }

  func applied(to tree: JSON) -> JSON { tree.applying(changes) }
}
