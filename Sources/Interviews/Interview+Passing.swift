import Documents
import Forms

extension Interview {
  /// An empty Enter: keeps what is answered, passes what is optional, ends a list; stays where an answer is required.
  mutating func pass(
    _ place: Place, _ question: Question, in surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    var event = Event(.passed, at: surroundings.now, place: place)
    guard guide.isOpen(place) else {
      outcome.events.append(take(event))
      return
    }
    if let taken = taken(question, place) {
      event.changes = taken.changes
      // How it stands is looked at anew.
      event.reopens = [place.plain]
      outcome.events.append(take(event))
      if guide.isOpen(place) {
        // Everything was left out; the place is gone past all the same.
        event.changes = []
        event.passes = [place.plain]
        outcome.events.append(take(event))
      }
      if !taken.sayings.isEmpty { outcome.remarks.append(.took(id: nil, taken.sayings)) }
      if let ask = guide.ask(at: place) { remark(on: ask, at: place, &outcome) }
      return
    }
    if guide.isRequired(place) {
      let isNewElement: Bool
      if case .list = question.manner { isNewElement = place.element == nil } else { isNewElement = false }
      let isInner = place.field == nil && guide.ask(at: place)?.innerList != nil
      throw isNewElement || isInner ? .needsOne : .isRequired
    }
    event.passes = [place.plain]
    event.changes = question.passing.map { .set($0.0, $0.1) }
    var sayings: [String] = []
    if let (changes, saying) = rest(of: question, place) {
      event.changes += changes
      sayings = [saying]
    }
    let nudges = NudgeFinder(template: template, tree: state.tree, said: state.nudged, lists: lists)
      .afterList(question.list)
    event.nudges = nudges.map(\.key)
    if let ask = guide.ask(at: place) { event.changes += standards(ask, place, surroundings) }
    outcome.events.append(take(event))
    if !sayings.isEmpty { outcome.remarks.append(.took(id: nil, sayings)) }
    outcome.remarks += nudges.map(Remark.nudge)
  }

  /// Facts that hold when nothing is said.
  private func standards(_ ask: Ask, _ place: Place, _ surroundings: Surroundings) -> [Change] {
    let base = guide.base(of: place)
    let context = context(base, tree: state.tree, surroundings)
    return ask.fields.filter { !state.tree.isAnswered(context.path($0)) }.compactMap { field in
      switch field.standard {
      case .nextSession: .set(context.path(field), .string(context.nextSession.description))
      case .offered: state.tree.offered(at: context.path(field)).map { .set(context.path(field), $0) }
      case .today, nil: nil
      }
    }
  }

  /// What holds for the elements that nobody named.
  private func rest(of question: Question, _ place: Place) -> ([Change], String)? {
    switch question.manner {
    case .sort(let list, let key, let options, _, let rest):
      let ids = unsaid(key, question, list)
      let says = template.options[options]?.says(rest) ?? rest
      return ids.isEmpty ? nil : (ids.map { .set(list.appending($0).appending(key), .string(rest)) }, "all \(says)")
    case .each(let list, let key, let options?, let rest?):
      let ids = unsaid(key, question, list)
      let says = template.options[options]?.says(rest) ?? rest
      return ids.isEmpty ? nil : (ids.map { .set(list.appending($0).appending(key), .string(rest)) }, "all \(says)")
    case .line, .list, .over, .choose, .each, .tell, .offer: return nil
    }
  }

  func unsaid(_ key: String, _ question: Question, _ list: Path) -> [String] {
    guide.elements(of: question).filter { !state.tree.isAnswered(list.appending($0).appending(key)) }
  }

  // MARK: What follows from an answer

  /// States at places that hold a value now.
  func clearedStates(_ changes: [Change]) -> [Change] {
    let states = state.tree["fieldStates"]?.object ?? [:]
    guard !states.isEmpty else { return [] }
    return states.keys.filter { key in
      changes.contains { change in
        switch change {
        case .set(let path, _): path.description == key
        case .insert(_, let list, _): list.description == key
        case .remove, .move: false
        }
      }
    }.map { .remove(Path(["fieldStates", $0])) }
  }

  /// Who answered, where it is not the usual voice there.
  func voiced(_ changes: [Change], at place: Place, _ voice: Voice?, paths given: [Path]? = nil) -> [Change] {
    guard let ask = guide.ask(at: place) else { return [] }
    let spoken = voice ?? state.voice ?? ask.voice
    let paths = given ?? ask.fields.map { guide.base(of: place).appending($0.path.description) }
    return paths.compactMap { path in
      let noted = Path(["answeredBy", path.description])
      guard path.last.first != "$" else { return nil }
      if spoken != ask.voice {
        let isTouched = changes.contains { change in
          if case .set(let changed, _) = change { return path.covers(changed) }
          if case .insert = change { return true }
          return false
        }
        return isTouched ? .set(noted, .string(spoken.rawValue)) : nil
      }
      return state.tree[noted] == nil ? nil : .remove(noted)
    }
  }

  func say(_ reading: Reading, id: String?, _ outcome: inout Outcome) {
    guard !reading.sayings.isEmpty else { return }
    let isElement = id.map { Int($0) == nil } ?? false
    outcome.remarks.append(.took(id: isElement ? id : nil, reading.sayings))
  }

  /// What the template says once an answer fits, and what is marked "check again".
  func remark(on ask: Ask, at place: Place, _ outcome: inout Outcome) {
    let element = place.element.flatMap { id in template.question(place.question)?.list.map { $0.appending(id) } }
    for remark in ask.remarks where remark.when.holds(in: state.tree, element: element) {
      if let words = remark.aside { outcome.remarks.append(.aside(words)) }
      let say = remark.say.map { state.tree.filling($0) }
      if remark.stops {
        outcome.remarks.append(.stop(say ?? ""))
      } else {
        if let say { outcome.remarks.append(.say(say)) }
        if remark.showsCrisis { outcome.remarks.append(.crisis) }
      }
    }
    let marked = outcome.events.flatMap(\.changes).compactMap { change -> [String]? in
      if case .set("checkAgain", let list) = change { return (list.array ?? []).compactMap(\.string) }
      return nil
    }.last
    if let marked { outcome.remarks.append(.checkAgain(marked.map { Path($0) })) }
  }

  // MARK: Doubts

  /// Settles what was doubtful about the last line.
  mutating func settle(
    _ line: String, in surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard let doubt = state.doubts.first else { return }
    if line.trimmed == "?" || line.trimmed.isEmpty, doubt.choice(for: line) == nil {
      outcome.remarks.append(.options)
      return
    }
    guard let choice = doubt.choice(for: line) else {
      throw .isNotAChoice(said: line.trimmed, of: doubt.choices.flatMap { $0.keys.prefix(1) }, didYouMean: nil)
    }
    var event = Event(.settled, at: surroundings.now, place: state.cursor)
    event.changes = choice.changes
    event.doubts = Array(state.doubts.dropFirst())
    outcome.events.append(take(event))
    outcome.remarks.append(.took(id: nil, [choice.says]))
    if doubt.fact == .thenOrNow, !choice.changes.isEmpty {
      outcome.remarks.append(template.kind == .chain ? .nudge(.nameItToo) : .crisis)
    }
    if let place = event.place, let ask = guide.ask(at: place) { remark(on: ask, at: place, &outcome) }
  }
}
