import Documents
import Forms

extension Interview {
  /// Carries out a command that concerns the interview itself; those that only show something are done where it is shown.
  package mutating func carryOut(_ command: Command, _ rest: String, in surroundings: Surroundings) -> Outcome {
    var outcome = Outcome()
    switch command {
    case .back: step(by: -1, surroundings, &outcome)
    case .next: step(by: 1, surroundings, &outcome)
    case .jump: jump(rest, surroundings, &outcome)
    case .edit: edit(rest, surroundings, &outcome)
    case .undo: retrace(.undone, surroundings, &outcome)
    case .redo: retrace(.redone, surroundings, &outcome)
    case .skip: skip(rest, surroundings, &outcome)
    case .client: speak(.client, surroundings, &outcome)
    case .therapist: speak(.therapist, surroundings, &outcome)
    case .both: speak(.both, surroundings, &outcome)
    case .insert: insert(rest, surroundings, &outcome)
    case .move: move(rest, surroundings, &outcome)
    case .split: split(rest, surroundings, &outcome)
    case .merge: merge(rest, surroundings, &outcome)
    case .drop: drop(rest, surroundings, &outcome)
    case .rate: rate(rest, surroundings, &outcome)
    case .key: key(rest, surroundings, &outcome)
    case .validate:
      let (level, words) = Interview.splitLevel(rest)
      if words.isEmpty {
        outcome.remarks.append(.did(.noWordsToValidate))
      } else {
        validate(level: level, words: words, at: state.cursor, staysAt: .some(state.cursor), surroundings, &outcome)
      }
    case .skill: skill(rest, surroundings, &outcome)
    case .risk: risk(surroundings, &outcome)
    case .form: form(rest, surroundings, &outcome)
    case .note: mark(rest, isPrivate: false, surroundings, &outcome)
    case .private: mark("", isPrivate: true, surroundings, &outcome)
    case .check, .dismiss, .off, .on, .map, .show, .why, .aside, .example, .help, .repeat, .pause, .hide, .crisis,
      .more, .editor, .save, .quit:
      break
    }
    return outcome
  }

  // MARK: Moving

  /// Takes what was in doubt as an empty Enter would, before something else is done.
  mutating func settleDoubts(_ surroundings: Surroundings, _ outcome: inout Outcome) {
    while let doubt = state.doubts.first {
      var event = Event(.settled, at: surroundings.now, place: state.cursor)
      event.changes = doubt.standard.map { doubt.choices[$0].changes } ?? []
      event.doubts = Array(state.doubts.dropFirst())
      outcome.events.append(take(event))
    }
  }

  private mutating func go(
    to place: Place?, returnsTo: Place? = nil, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) {
    settleDoubts(surroundings, &outcome)
    var event = Event(.moved, at: surroundings.now, place: state.cursor)
    event.next = place
    event.returnsTo = returnsTo
    fold(event)
    outcome.events.append(event)
  }

  private mutating func step(by step: Int, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    guard let place = guide.neighbor(of: state.cursor, by: step) else {
      if step > 0, state.cursor != nil { return go(to: nil, surroundings, &outcome) }
      outcome.remarks.append(.did(step < 0 ? .nothingBefore : .nothingAfter))
      return
    }
    go(to: place, surroundings, &outcome)
  }

  private mutating func jump(_ name: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    guard !name.isEmpty else {
      outcome.remarks.append(.did(.needs(usage: Command.jump.usage.call)))
      return
    }
    if name.lowercased() == "end" { return go(to: nil, surroundings, &outcome) }
    guard let place = guide.place(named: name) else {
      let word = name.lowercased()
      if let section = template.sections.first(where: { $0.id.lowercased() == word || $0.title.lowercased() == word })
        ?? Int(word).flatMap({ template.sections.indices.contains($0 - 1) ? template.sections[$0 - 1] : nil })
      {
        outcome.remarks.append(.did(.nothingAskedIn(section.title)))
        return
      }
      let names = template.sections.map(\.id)
      outcome.remarks.append(.did(.noSuchPlace(name, didYouMean: nearest(name, among: names))))
      return
    }
    go(to: place, surroundings, &outcome)
  }

  /// The old answer comes back into the line; after it, it goes on where we were.
  private mutating func edit(_ name: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let target: Place?
    if name.isEmpty {
      target = lastAnswered ?? guide.neighbor(of: state.cursor, by: -1)
    } else {
      target = guide.answeredPlace(named: name)
      if target == nil {
        outcome.remarks.append(.did(.noSuchPlace(name, didYouMean: nil)))
        return
      }
    }
    guard let target else {
      outcome.remarks.append(.did(.nothingToEdit))
      return
    }
    let back = state.returnsTo ?? state.cursor
    go(to: target, returnsTo: target == back ? nil : back, surroundings, &outcome)
  }

  /// The place of the last line that was answered before where we are.
  private var lastAnswered: Place? { state.lastSaid.flatMap { guide.places().contains($0) ? $0 : nil } }

  // MARK: Steps back and forth

  private mutating func retrace(_ what: Event.What, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let isUndo = what == .undone
    guard isUndo ? canUndo : canRedo else {
      outcome.remarks.append(.did(isUndo ? .nothingToUndo : .nothingToRedo))
      return
    }
    let before = state
    let event = Event(what, at: surroundings.now)
    fold(event)
    outcome.events.append(event)
    let words = state.lastSaid == before.lastSaid ? nil : before.lastSaid.flatMap { before.said[$0] }
    outcome.remarks.append(.did(isUndo ? .undid(words) : .redid))
  }

  // MARK: Answers without a value

  private mutating func skip(_ word: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let states = AnswerState.allCases
    let state =
      word.isEmpty
      ? AnswerState.unknown
      : meant(word.lowercased())
    guard let state else {
      outcome.remarks.append(
        .problem(
          .isNotAChoice(said: word, of: states.map(\.word), didYouMean: nearest(word, among: states.map(\.word))),
          line: "/skip \(word)"))
      return
    }
    guard let place = self.state.cursor else {
      outcome.remarks.append(.did(.cannotSkipHere))
      return
    }
    guard self.state.doubts.isEmpty else {
      settleDoubts(surroundings, &outcome)
      outcome.remarks.append(.did(.leftInDoubt))
      return
    }
    var event = Event(.skipped, at: surroundings.now, place: place)
    event.passes = [place.plain]
    event.changes = skippedPaths(at: place).map { .set(statePath($0), .string(state.rawValue)) }
    outcome.events.append(take(event))
    outcome.remarks.append(.did(event.changes.isEmpty ? .passedOver : .skipped(state)))
  }

  /// The state that a word says whole, or begins alone.
  private func meant(_ word: String) -> AnswerState? {
    let states = AnswerState.allCases
    if let exact = states.first(where: { $0.word == word || $0.rawValue.lowercased() == word }) { return exact }
    let begun = states.filter { $0.word.hasPrefix(word) || $0.rawValue.lowercased().hasPrefix(word) }
    return begun.count == 1 ? begun[0] : nil
  }

  /// What a state stands for here: the fields that have no answer yet; a list that is empty.
  private func skippedPaths(at place: Place) -> [Path] {
    guard let question = template.question(place.question), let ask = guide.ask(at: place) else { return [] }
    let base = guide.base(of: place)
    if let field = place.field { return [base.appending(field.description)] }
    if let inner = ask.innerList { return [base.appending(inner)] }
    if place.line == 0 {
      switch question.manner {
      case .list(let list, _, _) where place.element == nil:
        return state.tree.ids(in: list).isEmpty ? [list] : []
      case .choose(let list, let key, _): return [list.appending(key)]
      case .sort(let list, let key, _, _, _), .each(let list, let key, _, _), .tell(let list, let key, _):
        return unsaid(key, question, list).map { list.appending($0).appending(key) }
      case .offer(let list, _): return [list]
      case .line, .list, .over: break
      }
    }
    let open = ask.fields.filter {
      $0.when.holds(in: state.tree, element: base) && !state.tree.isAnswered(base.appending($0.path.description))
    }
    let required = open.filter(\.isRequired)
    return (required.isEmpty ? open : required).map { base.appending($0.path.description) }
  }

  // MARK: Whose answers these are

  private mutating func speak(_ voice: Voice, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    var event = Event(.voiced, at: surroundings.now, place: state.cursor)
    event.voice = voice
    event.next = state.cursor
    event.returnsTo = state.returnsTo
    event.doubts = state.doubts
    fold(event)
    outcome.events.append(event)
    outcome.remarks.append(.did(.voice(voice)))
  }
}
