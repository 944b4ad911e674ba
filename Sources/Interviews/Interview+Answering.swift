import Documents
import Forms

extension Interview {
  /// Takes a line in as the answer at the place where we are. Never discards what was answered before; a line that does
  /// not fit changes nothing and comes back.
  package mutating func answer(_ line: String, voice: Voice? = nil, in surroundings: Surroundings) -> Outcome {
    var outcome = Outcome()
    let place = state.cursor
    do throws(AnswerProblem) {
      if !state.doubts.isEmpty {
        try settle(line, in: surroundings, &outcome)
      } else if let place {
        try answer(line, at: place, voice: voice, in: surroundings, &outcome)
      } else if !line.trimmed.isEmpty {
        throw .isNotUnderstood(said: line.trimmed, shape: nil)
      }
    } catch {
      outcome.remarks.append(.problem(error, line: line))
    }
    askAboutWords(line, at: place, surroundings, &outcome)
    nudgeOnce(surroundings, &outcome)
    return outcome
  }

  private mutating func answer(
    _ line: String, at place: Place, voice: Voice?, in surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard let question = template.question(place.question), let ask = guide.ask(at: place) else { return }
    let text = line.trimmed
    if text == "?" {
      outcome.remarks.append(.options)
      return
    }
    if text.isEmpty { return try pass(place, question, in: surroundings, &outcome) }
    if let word = stateWord(text), guide.field(at: place)?.content != .text, !isList(question, place) {
      let skipped = carryOut(.skip, word, in: surroundings)
      outcome.events += skipped.events
      outcome.remarks += skipped.remarks
      return
    }
    if try takePreset(text, place, question, voice, in: surroundings, &outcome) { return }
    if try takeSeldom(text, place, question, in: surroundings, &outcome) { return }
    if case .list(_, _, let ends) = question.manner, place.element == nil,
      (ends + Interview.endings).contains(text.lowercased().trimmingStop)
    {
      return try pass(place, question, in: surroundings, &outcome)
    }
    if place.field == nil, place.line == 0 {
      switch question.manner {
      case .list(let list, let with, _) where place.element == nil && !question.validates:
        try addElement(line, place, question, list, with, voice, surroundings, &outcome)
        return remark(on: ask, at: place, &outcome)
      case .choose, .sort, .each, .tell:
        try mark(text, place, question, voice, surroundings, &outcome)
        return remark(on: ask, at: place, &outcome)
      case .line where question.validates:
        return try answerValidation(text, place, surroundings, &outcome)
      case .offer: return try changeOffer(line, place, question, surroundings, &outcome)
      case .line where ask.isOffered:
        try answerOffered(line, place, question, voice, surroundings, &outcome)
        return remark(on: ask, at: place, &outcome)
      case .over where question.marksSeveral:
        if takeSeveral(text, place, question, voice, surroundings, &outcome) { return }
      case .line, .list, .over: break
      }
    }
    if ask.innerList != nil, place.field == nil {
      try addInner(line, place, ask, voice, surroundings, &outcome)
    } else if let field = guide.field(at: place) {
      try answerField(line, field, place, voice, surroundings, &outcome)
    } else {
      try answerLine(line, ask, place, voice, surroundings, &outcome)
    }
    remark(on: ask, at: place, &outcome)
  }

  /// Words that end a list as an empty Enter does.
  private static let endings = [
    "no", "nope", "none", "nothing", "nothing else", "no more", "that's all", "that’s all", "that is all",
    "no one else",
  ]

  /// Not knowing and later are answers (spec 2.3), where no sentence is asked for: the word that `/skip` would take.
  private func stateWord(_ text: String) -> String? {
    switch text.lowercased().trimmingStop {
    case "i don't know", "i don’t know", "i do not know", "don't know", "don’t know", "dunno", "no idea", "idk":
      "unknown"
    case "later": "later"
    default: nil
    }
  }

  private func isList(_ question: Question, _ place: Place) -> Bool {
    if case .list = question.manner { place.element == nil } else { false }
  }

  // MARK: The ways of answering

  func context(_ base: Path, tree: JSON, _ surroundings: Surroundings, before: String? = nil) -> ReadingContext {
    ReadingContext(
      template: template, catalog: catalog, tree: tree, base: base, now: surroundings.now, zone: surroundings.zone,
      before: before, seal: seal)
  }

  /// One field alone.
  private mutating func answerField(
    _ line: String, _ field: Field, _ place: Place, _ voice: Voice?, _ surroundings: Surroundings,
    _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    var base = guide.base(of: place)
    if let inner = place.field, let ask = guide.ask(at: place), ask.innerList != nil {
      base = base.appending(inner.parent.description)
    }
    let context = context(base, tree: state.tree, surroundings)
    var reading = try FieldReader(context: context).read(line, field)
    if case .over(let list, once: true) = template.question(place.question)?.manner {
      reading.changes = spread(reading.changes, over: list, place)
    }
    var event = Event(.answered, at: surroundings.now, place: place, said: line)
    event.changes = reading.changes + clearedStates(reading.changes) + voiced(reading.changes, at: place, voice)
    event.doubts = reading.doubts
    let nudges = nudges(onCompleting: place, with: event.changes)
    event.nudges = nudges.map(\.key)
    outcome.events.append(take(event))
    say(reading, id: place.element, &outcome)
    outcome.remarks += nudges.map(Remark.nudge)
  }

  /// What is asked once for several holds for all of them.
  private func spread(_ changes: [Change], over list: Path, _ place: Place) -> [Change] {
    guard let question = template.question(place.question), let own = place.element else { return changes }
    let ids = state.tree.ids(in: list).filter { question.among.holds(in: state.tree, element: list.appending($0)) }
    return ids.flatMap { id in
      changes.map { change in
        if case .set(let path, let value) = change {
          return .set(Path(path.steps.map { $0 == own ? id : $0 }), value)
        }
        return change
      }
    }
  }

  /// A line of several fields, of the document or of an element that is there.
  private mutating func answerLine(
    _ line: String, _ ask: Ask, _ place: Place, _ voice: Voice?, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    let base = guide.base(of: place)
    let context = context(base, tree: state.tree, surroundings, before: place.element)
    var reading = try LineReader(context: context).read(line, ask)
    reading.changes += superseded(by: reading, ask, base)
    let open = openPlaces
    let textField = ask.fields.first { $0.position == .text && $0.content == .text }
    let keepsText = textField.flatMap { field in
      reading.changes.contains(.set(base.appending(field.path.description), .string(line.trimmed))) ? nil : field
    }
    if let textField = keepsText, reading.tookMoreThanText, hasText(reading, textField, base) {
      // Two steps: what was typed, then what was read out of it, so that `/undo` first gives the line back as text.
      var typed = Event(.answered, at: surroundings.now, place: place, said: line)
      typed.changes = [.set(base.appending(textField.path.description), .string(line.trimmed))]
      outcome.events.append(take(typed, openBefore: open))
      var read = Event(.read, at: surroundings.now, place: place)
      read.changes = reading.changes + clearedStates(reading.changes) + voiced(reading.changes, at: place, voice)
      read.doubts = reading.doubts
      outcome.events.append(take(read, openBefore: open))
    } else {
      var event = Event(.answered, at: surroundings.now, place: place, said: line)
      event.changes = reading.changes + clearedStates(reading.changes) + voiced(reading.changes, at: place, voice)
      event.doubts = reading.doubts
      outcome.events.append(take(event, openBefore: open))
    }
    say(reading, id: place.element, &outcome)
  }

  /// What an earlier line filled here and this one takes back: a kind of answer that no longer applies, and the number or
  /// the second part that a line said anew leaves out. What is required stays until it is answered otherwise.
  private func superseded(by reading: Reading, _ ask: Ask, _ base: Path) -> [Change] {
    let after = state.tree.applying(reading.changes)
    let saysText = ask.fields.contains { $0.position == .text && $0.after == nil && sets(reading, $0, base) }
    return ask.fields.compactMap { field in
      let path = base.appending(field.path.description)
      guard !sets(reading, field, base), let value = state.tree[path], !value.isEmpty else { return nil }
      let applies = field.when.holds(in: after, element: base)
      let isLeftOut = saysText && !field.isRequired && (field.position == .trail || field.after != nil)
      return !applies || isLeftOut ? .remove(path) : nil
    }
  }

  private func sets(_ reading: Reading, _ field: Field, _ base: Path) -> Bool { hasText(reading, field, base) }

  private func hasText(_ reading: Reading, _ field: Field, _ base: Path) -> Bool {
    let path = base.appending(field.path.description)
    return reading.changes.contains { if case .set(path, _) = $0 { true } else { false } }
  }

  /// A line that is a new element of a list.
  mutating func addElement(
    _ line: String, _ place: Place, _ question: Question, _ list: Path, _ with: JSON.Members, _ voice: Voice?,
    _ surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard let kind = template.list(list) else { return }
    guard state.tree.ids(in: list).count < kind.cap else { throw .listIsFull(cap: kind.cap) }
    let position = position(for: place, question, list)
    let next = (position ?? state.tree.ids(in: list).count) + 1
    let id = kind.isPositional ? String(next) : state.newID(kind.prefix, in: list)
    var members: JSON.Members = kind.isPositional ? [:] : ["id": .string(id)]
    members[kind.text] = .string(line.trimmed)
    for (key, value) in kind.new { members[key] = value }
    for (key, value) in with { members[key] = value }
    if list == "links", ["(blank)", "blank"].contains(line.trimmed.lowercased()) {
      // A stretch that nobody remembers is a step too, and nobody is pressed about it (spec 3.5).
      members["text"] = "(blank)"
      members["type"] = "event"
    }
    let insert = Change.insert(.object(members), into: list, at: position)

    let base = list.appending(id)
    let textPath = base.appending(kind.text)
    let context = context(base, tree: state.tree.applying([insert]), surroundings, before: place.before ?? id)
    var reading = members["text"] == "(blank)" ? Reading() : try LineReader(context: context).read(line, question.first)
    let open = openPlaces
    var typed = Event(.answered, at: surroundings.now, place: Place(question.id, element: id), said: line)
    typed.changes = [insert] + clearedStates([insert])
    if members["text"] == "(blank)" { typed.changes.append(.set(statePath(textPath), "unknown")) }
    if reading.tookMoreThanText {
      outcome.events.append(take(typed, openBefore: open))
      if !reading.changes.contains(where: { if case .set(textPath, _) = $0 { true } else { false } }) {
        reading.changes.append(.remove(textPath))
      }
      var read = Event(.read, at: surroundings.now, place: Place(question.id, element: id))
      read.changes = reading.changes + voiced([insert], at: place, voice, paths: [base])
      read.doubts = reading.doubts
      let nudges = NudgeFinder(
        template: template, tree: state.tree.applying(read.changes), said: state.nudged, lists: lists
      )
      .afterElement(id, of: list)
      read.nudges = nudges.map(\.key)
      outcome.events.append(take(read, openBefore: open))
      say(reading, id: id, &outcome)
      outcome.remarks += nudges.map(Remark.nudge)
    } else {
      typed.doubts = reading.doubts
      typed.changes += voiced([insert], at: place, voice, paths: [base])
      outcome.events.append(take(typed, openBefore: open))
      say(reading, id: id, &outcome)
    }
  }

  /// Where a new element goes: before the one that was named, else after those that were asked for no later.
  private func position(for place: Place, _ question: Question, _ list: Path) -> Int? {
    let ids = state.tree.ids(in: list)
    if let before = place.before { return ids.firstIndex(of: before) }
    guard case .list(_, let with, _) = question.manner, !with.isEmpty,
      let section = template.section(of: question.id)
    else { return nil }
    var earlier: [JSON.Members] = []
    for other in section.questions {
      if case .list(list, let values, _) = other.manner { earlier.append(values) }
      if other.id == question.id { break }
    }
    let elements = state.tree[list]?.array ?? []
    let last = elements.lastIndex { element in
      earlier.contains { $0.allSatisfy { element[$0.key] == $0.value } }
    }
    return last.map { $0 + 1 } ?? 0
  }

  /// A line that is a new element of a list inside an element.
  private mutating func addInner(
    _ line: String, _ place: Place, _ ask: Ask, _ voice: Voice?, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard let inner = ask.innerList else { return }
    let list = guide.base(of: place).appending(inner)
    let base = list.appending(String(state.tree.ids(in: list).count + 1))
    let reading = try LineReader(context: context(base, tree: state.tree, surroundings)).read(line, ask)
    var members: JSON.Members = [:]
    for case .set(let path, let value) in reading.changes { members[path.last] = value }
    var event = Event(.answered, at: surroundings.now, place: place, said: line)
    event.changes = [.insert(.object(members), into: list, at: nil)]
    outcome.events.append(take(event))
    say(reading, id: nil, &outcome)
  }
}
