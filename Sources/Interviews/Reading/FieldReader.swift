import Documents
import Forms

/// Reads the answer to one field asked for alone: the whole line is its value.
struct FieldReader {
  let context: ReadingContext

  func read(_ line: String, _ field: Field) throws(AnswerProblem) -> Reading {
    let text = line.trimmed
    let words = Words(text)
    let path = context.path(field)
    var reading = Reading()
    switch field.content {
    case .text, .person:
      reading.changes = [.set(path, .string(text))]
      if field.content == .person {
        let known = context.persons.first { $0.lowercased() == text.lowercased() }
        reading.changes = [.set(path, .string(known ?? text))]
      }
      return reading
    case .number, .scale:
      guard let range = field.range(context) else { return reading }
      guard let number = spokenNumber(text, upTo: range.upperBound), range.contains(number) else {
        throw .isNotANumber(within: range)
      }
      reading.add([.set(path, JSON(number))], [field.saying(number, context)])
      return reading
    case .amount:
      return try LineReader(context: context).read(line, Ask(field: field))
    case .emotion:
      return try emotion(text, path)
    case .ref(let lists, let events): return try element(text, path, lists: lists, events: events)
    case .refs: return try elements(field, text)
    case .skill:
      guard case .one(let index) = context.catalog.match(text) else {
        throw .isNotAChoice(said: text, of: [], didYouMean: nil)
      }
      let skill = context.catalog.skills[index]
      reading.add([.set(path, .string(skill.id))], [skill.name])
      return reading
    case .tried:
      reading.add([.set(path, tried(text))], [text])
      return reading
    case .linkTime:
      var rest = words
      let head = LinkHeadReader(context: context).take(time: field, type: nil, from: &rest)
      guard rest.isEmpty, !head.changes.isEmpty else { throw .isNoDay(said: text, isAhead: false) }
      reading.add(head.changes, head.sayings)
      reading.doubts = head.doubts
      return reading
    case .plan(let options):
      let plan = PlanReader(context: context).read(text, path, options: options)
      reading.add(plan.changes, plan.sayings)
      return reading
    case .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes, .signature:
      return try agreementField(field, text) ?? reading
    case .step:
      reading.changes = [.set(path, .string(text))]
      return reading
    case .amendment: return try AmendmentReader(context: context).read(text, shape: nil)
    case .measured: return MeasuredReader(context: context).read(text, path)
    case .yesNo, .choice, .choices, .card, .outOf, .span, .time, .hours, .notice, .momentOfDay, .due, .dayGone,
      .dayOrNo, .lines:
      return try whole(field, words, text)
    }
  }

  private func whole(_ field: Field, _ words: Words, _ text: String) throws(AnswerProblem) -> Reading {
    var reading = Reading()
    guard let taken = try HeadReader(context: context).take(field, from: words, isWholeLine: true) else {
      throw refusal(field, text)
    }
    // A whole word that would stay in a sentence has no sentence here; a judgment is never read out of one.
    guard taken.words == words.count else { throw refusal(field, text) }
    reading.add(taken.changes, [taken.saying])
    return reading
  }

  private func refusal(_ field: Field, _ text: String) -> AnswerProblem {
    switch field.content {
    case .yesNo: .isNotAChoice(said: text, of: ["y", "n"], didYouMean: nil)
    case .choice(let name), .choices(let name):
      .isNotAChoice(
        said: text, of: context.options(name).all.map(\.says),
        didYouMean: nearest(text, among: context.options(name).all.map(\.says)))
    case .card: .isNotUnderstood(said: text, shape: "4 of 7, filled, partly, blank or not")
    case .outOf: .isNotUnderstood(said: text, shape: "4 of 7")
    case .time, .hours: .isNotUnderstood(said: text, shape: "17:18")
    case .notice: .isNotUnderstood(said: text, shape: "17:05, 26h or none")
    case .span, .momentOfDay, .dayGone, .dayOrNo: .isNoDay(said: text, isAhead: false)
    case .due: .isNoDay(said: text, isAhead: true)
    case .text, .plan, .number, .scale, .linkTime, .amount, .emotion, .ref, .refs, .skill, .tried, .person, .things,
      .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      .isNotUnderstood(said: text, shape: nil)
    case .step: .isNotUnderstood(said: text, shape: nil)
    }
  }

  private func emotion(_ text: String, _ path: Path) throws(AnswerProblem) -> Reading {
    var reading = Reading()
    let families = context.catalog.emotions.map(\.family) + ["other"]
    let match = bestMatch(text.lowercased(), among: families.map { [$0] }, minimum: 2)
    let number = Int(text).flatMap { families.indices.contains($0 - 1) ? families[$0 - 1] : nil }
    var family = number
    if case .one(let index) = match { family = family ?? families[index] }
    family = family ?? context.catalog.family(of: text)
    guard let family else { throw .isNotAChoice(said: text, of: families, didYouMean: nil) }
    reading.add([.set(path, .string(family))], [family])
    return reading
  }

  /// One element, by its id.
  private func element(_ text: String, _ path: Path, lists: [Path], events: Bool) throws(AnswerProblem) -> Reading {
    let head = HeadReader(context: context)
    guard let id = head.id(text, lists: lists, events: events) ?? bareLink(text) else {
      throw .hasNoID(said: text, of: lists.flatMap { context.tree.ids(in: $0) })
    }
    var reading = Reading()
    reading.add([.set(path, .string(id))], ["at \(id)"])
    return reading
  }

  /// Several elements, by their ids.
  private func elements(_ field: Field, _ text: String) throws(AnswerProblem) -> Reading {
    let words = Words(text)
    let taken = try HeadReader(context: context).take(field, from: words, isWholeLine: true)
    guard let taken, taken.words == words.count else { throw .hasNoID(said: text, of: []) }
    var reading = Reading()
    reading.add(taken.changes, [taken.saying])
    return reading
  }

  /// A number alone means the link.
  private func bareLink(_ text: String) -> String? {
    Int(text).flatMap { number in context.tree.ids(in: "links").first { $0 == "l\(number)" } }
  }

  /// A skill or words, and how much it helped: `paced 3`.
  private func tried(_ text: String) -> JSON {
    var words = Words(text)
    var members: JSON.Members = [:]
    var helped: JSON?
    if words.count > 1, let last = words.last, let number = Int(last), (0...10).contains(number) {
      helped = JSON(number)
      words.dropLast()
    }
    if words.count == 1, case .one(let index) = context.catalog.match(words.text) {
      members["skill"] = .string(context.catalog.skills[index].id)
    } else {
      members["text"] = .string(words.text)
    }
    members["helped"] = helped
    return .object(members)
  }
}

/// The one number in a short answer: `60`, `about 60`, `60ish`, `60%`, `8/10`, `8 out of 10`.
private func spokenNumber(_ text: String, upTo end: Int) -> Int? {
  var plain = text.lowercased()
  for ending in ["/\(end)", " out of \(end)", " of \(end)", "%"] where plain.hasSuffix(ending) {
    plain = String(plain.dropLast(ending.count))
  }
  let fillers: Set<String> = ["about", "around", "like", "maybe", "a", "an", "roughly", "probably", "i'd", "say"]
  let words = plain.split { $0.isWhitespace || $0 == "," }.filter { !fillers.contains(String($0)) }
  guard words.count == 1, var word = words.first else { return nil }
  if word.hasSuffix("ish") { word = word.dropLast(word.hasSuffix("-ish") ? 4 : 3) }
  return Int(word)
}
