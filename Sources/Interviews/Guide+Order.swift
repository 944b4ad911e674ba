import Documents
import Forms

extension Guide {
  /// Where it goes on from `place`, which was just answered or passed. What became open before it comes first, so that
  /// a question that an answer calls for is asked at once; then what follows; then what was left open.
  package func next(after place: Place?, openBefore: [Place]) -> Place? {
    next(after: place, openBefore: openBefore, in: standing())
  }

  func next(after place: Place?, openBefore: [Place], in standing: Standing) -> Place? {
    let places = standing.places
    guard let place, let here = index(of: place, in: places) else { return standing.open.first.map { places[$0] } }
    if let called = standing.open.first(where: { $0 < here && !openBefore.contains(places[$0]) }) {
      return places[called]
    }
    // A list's own line comes again until it is ended, also after a field that its last answer left out; an element's
    // questions stand before it.
    let again = standing.open.first {
      let other = places[$0]
      return other.question == place.question && other.element == place.element && other.line == place.line
    }
    if let again { return places[again] }
    let next = standing.open.first { $0 > here }.map { places[$0] }
    let isAlone = next.flatMap { template.section(of: $0.question) }?.isForTherapistAlone ?? false
    if isAlone || next == nil, let left = standing.open.first(where: { isAsked(places[$0]) }) { return places[left] }
    return next
  }

  /// Whether a place that was left behind is asked again at the end: only what a document requires.
  private func isAsked(_ place: Place) -> Bool { isRequired(place) }

  /// The place itself or, where it is no more, the one that follows where it was.
  private func index(of place: Place, in places: [Place]) -> Int? {
    if let found = places.firstIndex(of: place.plain) { return found }
    // A field that was asked for alone is gone once it is answered: what its line still wants follows the line itself.
    return places.firstIndex { $0.question == place.question && $0.element == place.element && $0.line == place.line }
      ?? places.lastIndex { $0.question == place.question }
      ?? lastBefore(question: place.question, in: places)
  }

  private func lastBefore(question id: String, in places: [Place]) -> Int? {
    let order = template.sections.flatMap(\.questions).map(\.id)
    guard let position = order.firstIndex(of: id) else { return nil }
    let earlier = Set(order[..<position])
    return places.lastIndex { earlier.contains($0.question) }
  }

  /// Whether an empty Enter may not pass a place.
  package func isRequired(_ place: Place) -> Bool {
    guard let question = template.question(place.question), let ask = ask(at: place) else { return false }
    let base = base(of: place)
    if place.field != nil { return true }
    if place.line > 0 {
      if let inner = ask.innerList {
        return ask.isRequired.holds(in: tree, element: base) && tree.ids(in: base.appending(inner)).isEmpty
      }
      return hasRequired(ask, base: base)
    }
    switch question.manner {
    case .line: return hasRequired(ask, base: base)
    case .list(let list, _, _):
      return question.first.isRequired.holds(in: tree) && tree.ids(in: list).isEmpty && tree.state(at: list) == nil
    case .over: return hasRequired(ask, base: base)
    case .offer(let list, let lines):
      return lines.isEmpty && question.first.isRequired.holds(in: tree) && !tree.isAnswered(list)
    case .choose, .sort, .each, .tell: return false
    }
  }

  private func hasRequired(_ ask: Ask, base: Path) -> Bool {
    ask.fields.contains {
      $0.isRequired && !hasStandard($0, base) && $0.when.holds(in: tree, element: base)
        && !tree.isAnswered(base.appending($0.path))
    }
  }

  /// Whether an empty Enter says something: words are offered only where there are some.
  private func hasStandard(_ field: Field, _ base: Path) -> Bool {
    switch field.standard {
    case .nextSession: true
    case .offered: tree.offered(at: base.appending(field.path.description)) != nil
    // It goes with what else is said, and an empty line says nothing.
    case .today, nil: false
    }
  }

  /// The places before and after `place` in the order of the form, for `/back` and `/next`.
  package func neighbor(of place: Place?, by step: Int) -> Place? {
    let places = places()
    guard let place, let here = index(of: place, in: places) else { return step < 0 ? places.last : nil }
    let target = here + step
    return places.indices.contains(target) ? places[target] : nil
  }

  /// What a person may call a place: a section by its beginning or number, a question, a field, an element's id.
  package func place(named name: String) -> Place? {
    let word = name.lowercased()
    let places = places()
    if let number = Int(word), template.sections.indices.contains(number - 1) {
      return first(in: template.sections[number - 1])
    }
    // Something that has an id and is no element of a list: what set it off.
    if let root = (tree.object ?? [:]).first(where: { $0.value["id"]?.string == word })?.key {
      return places.first { ask(at: $0)?.fields.first?.path.steps.first == root }
    }
    if let list = template.list(ofID: word), tree.ids(in: list.path).contains(list.key(of: word)) {
      return places.first {
        $0.element == list.key(of: word) && $0.line == 0 && self.template.question($0.question)?.list == list.path
      }
    }
    if let (list, id) = element(referringTo: word) {
      return places.first {
        $0.element == id && $0.line == 0 && self.template.question($0.question)?.list == list.path
      }
    }
    let sections = template.sections.filter {
      $0.id.lowercased().hasPrefix(word) || $0.title.lowercased().hasPrefix(word)
    }
    if let exact = sections.first(where: { $0.id.lowercased() == word }) ?? (sections.count == 1 ? sections[0] : nil) {
      return first(in: exact)
    }
    let named = places.filter { $0.field == nil && $0.line == 0 && $0.element == nil }
    if let question = named.first(where: { $0.question.lowercased() == word })
      ?? named.first(where: { $0.question.lowercased().hasPrefix(word) })
    {
      return question
    }
    return places.first { place in
      ask(at: place)?.fields.contains {
        let path = base(of: place).appending($0.path.description).description.lowercased()
        return path == word || $0.path.last.lowercased() == word
      } ?? false
    } ?? sections.first.flatMap { first(in: $0) }
  }

  /// What a person calls an answer: a question before its section, and there what is answered first.
  package func answeredPlace(named name: String) -> Place? {
    let word = name.lowercased()
    let places = places()
    if let question = places.first(where: { $0.question.lowercased() == word && $0.line == 0 && $0.field == nil }) {
      return question
    }
    guard let place = place(named: name) else { return nil }
    guard isOpen(place), let section = template.section(of: place.question), place.element == nil else { return place }
    return self.places(in: section).first { !isOpen($0) && !passed.contains($0) } ?? place
  }

  /// The first open place of a section, else a name that was left out for now, else its first.
  private func first(in section: Section) -> Place? {
    let places = places(in: section)
    return places.first { isOpen($0) } ?? places.first { asksToSign(at: $0) && passed.contains($0) } ?? places.first
  }

  /// Sections as a map shows them.
  package struct SectionStanding: Hashable, Sendable {
    package let section: Section
    package let answered: Int
    package let open: Int
    package let states: [AnswerState: Int]
    package let checkAgain: Int
  }

  package func standing(of section: Section) -> SectionStanding {
    let places = places(in: section)
    var answered = 0
    var open = 0
    for place in places where place.field == nil {
      if isOpen(place) { open += isRequired(place) ? 1 : 0 } else if !passed.contains(place) { answered += 1 }
    }
    let bases = Set(section.questions.flatMap { roots(of: $0) })
    var states: [AnswerState: Int] = [:]
    for (path, word) in tree["fieldStates"]?.object ?? [:] {
      guard bases.contains(where: { $0.covers(Path(path)) }), let state = word.string.flatMap(AnswerState.init) else {
        continue
      }
      states[state, default: 0] += 1
    }
    let again = (tree["checkAgain"]?.array ?? []).compactMap(\.string).filter { path in
      bases.contains { $0.covers(Path(path)) }
    }
    return SectionStanding(section: section, answered: answered, open: open, states: states, checkAgain: again.count)
  }

  private func roots(of question: Question) -> [Path] {
    if let list = question.list { return [list] }
    return question.first.fields.map(\.path)
  }
}
