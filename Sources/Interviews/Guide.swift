import Documents
import Forms

/// What a form asks of a document as it stands, in order. The guide proposes; people go anywhere.
package struct Guide {
  package let template: Template
  package let tree: JSON
  package let passed: Set<Place>
  /// Whether anything at all was answered by a state, as "unknown".
  private let hasStates: Bool

  package init(template: Template, tree: JSON, passed: Set<Place>) {
    self.template = template
    self.tree = tree
    self.passed = passed
    hasStates = tree["fieldStates"]?.object?.isEmpty == false
  }

  /// Every place there is now, answered or not.
  package func places() -> [Place] { standing().places }

  package func places(in section: Section) -> [Place] {
    section.questions.filter { applies($0) }.flatMap { places(of: $0) }
  }

  package func applies(_ question: Question) -> Bool {
    guard question.when.isAlways || question.when.holds(in: tree) else { return false }
    if case .over = question.manner { return !items(of: question).isEmpty }
    return true
  }

  /// The ids of the elements that a question is about.
  package func elements(of question: Question) -> [String] { items(of: question).map(\.id) }

  private func items(of question: Question) -> [Standing.Item] {
    guard let list = question.list, let elements = tree[list]?.array else { return [] }
    var items: [Standing.Item] = []
    for (index, value) in elements.enumerated() where isMeant(value, by: question) {
      items.append(Standing.Item(id: value["id"]?.string ?? String(index + 1), value: value))
      if case .over(_, once: true) = question.manner { return items }
    }
    return items
  }

  private func isMeant(_ element: JSON, by question: Question) -> Bool {
    if case .list(_, let with, _) = question.manner { return with.allSatisfy { element[$0.key] == $0.value } }
    return question.among.isAlways || question.among.holds(in: tree, of: element)
  }

  private func places(of question: Question) -> [Place] {
    places(ofItemsOf: question, earlier: []).flatMap(\.places) + ownPlaces(of: question)
  }

  /// The places of a question that belong to no element.
  func ownPlaces(of question: Question) -> [Place] {
    switch question.manner {
    case .line: [Place(question.id)] + missing(question.first, at: Place(question.id), of: tree, base: .root)
    case .list, .choose, .sort, .each, .tell, .offer: [Place(question.id)]
    case .over: []
    }
  }

  /// The elements that a question goes through one by one, with the places of each.
  func places(ofItemsOf question: Question, earlier: [Standing.Item]) -> [Standing.Item] {
    switch question.manner {
    case .list(let list, _, _), .over(let list, _):
      var items = items(of: question)
      for index in items.indices {
        let isSame = earlier.indices.contains(index) && earlier[index].isSame(as: items[index])
        items[index].places = isSame ? earlier[index].places : places(of: items[index], question, list: list)
      }
      return items
    case .line, .choose, .sort, .each, .tell, .offer: return []
    }
  }

  private func places(of item: Standing.Item, _ question: Question, list: Path) -> [Place] {
    let base = list.appending(item.id)
    var places = [Place(question.id, element: item.id)]
    places += missing(question.first, at: places[0], of: item.value, base: base)
    for (index, ask) in question.then.enumerated() where ask.when.isAlways || ask.when.holds(in: tree, of: item.value) {
      let place = Place(question.id, element: item.id, line: index + 1)
      if let inner = ask.innerList {
        for position in tree.ids(in: base.appending(inner)) {
          let base = base.appending(inner).appending(position)
          for field in ask.fields where field.isRequired && !tree.isAnswered(base.appending(field.path)) {
            let path = Path("\(inner).\(position).\(field.path)")
            places.append(Place(question.id, element: item.id, line: index + 1, field: path))
          }
        }
        places.append(place)
      } else {
        places.append(place)
        places += missing(ask, at: place, of: item.value, base: base)
      }
    }
    return places
  }

  /// The required fields that a line which was answered left out.
  private func missing(_ ask: Ask, at place: Place, of element: JSON, base: Path) -> [Place] {
    guard ask.fields.count > 1, isAnswered(ask, of: element, base: base) else { return [] }
    return ask.fields.filter { field in
      field.isRequired && (field.when.isAlways || field.when.holds(in: tree, of: element))
        && !isAnswered(field, of: element, base: base)
    }.map { Place(place.question, element: place.element, line: place.line, field: $0.path) }
  }

  private func isAnswered(_ ask: Ask, of element: JSON, base: Path) -> Bool {
    // A value is looked up faster than a state, and most answers are values.
    ask.fields.contains { hasValue($0, element) }
      || hasStates && ask.fields.contains { tree.state(at: base.appending($0.path)) != nil }
  }

  /// Whether a field of the element at `base` holds a value or a state.
  private func isAnswered(_ field: Field, of element: JSON, base: Path) -> Bool {
    hasValue(field, element) || hasStates && tree.state(at: base.appending(field.path)) != nil
  }

  private func hasValue(_ field: Field, _ element: JSON) -> Bool { element[field.path].map { !$0.isEmpty } ?? false }

  /// Whether those fields of an element are all answered that its first line asks for.
  func isWhole(_ id: String, of question: Question) -> Bool {
    guard let list = question.list, let item = items(of: question).first(where: { $0.id == id }) else { return true }
    return !places(of: item, question, list: list).contains { $0.field != nil }
  }

  /// Whether a place waits for an answer.
  package func isOpen(_ place: Place) -> Bool {
    guard let question = template.question(place.question) else { return false }
    return isOpen(place, question)
  }

  func isOpen(_ place: Place, _ question: Question) -> Bool {
    // An element that stands there is never asked for again; there may be many.
    if case .list = question.manner, place.element != nil, place.line == 0, place.field == nil { return false }
    guard !passed.contains(place.plain) else { return false }
    if place.field != nil { return true }
    if place.line != 0 {
      guard let ask = ask(at: place) else { return false }
      return ask.innerList != nil || !isAnswered(ask, at: place)
    }
    switch question.manner {
    case .line: return question.validates || !isAnswered(question.first, at: place) || isChanging(question)
    case .list(let list, _, _):
      return tree.state(at: list) == nil && (tree[list]?.array?.count ?? 0) < (template.list(list)?.cap ?? .max)
    case .over: return !isAnswered(question.first, at: place)
    case .offer(let list, _): return isChanging(question) || !tree.isAnswered(list)
    case .choose(let list, let key, _):
      return tree.state(at: list.appending(key)) == nil && !(tree[list]?.array ?? []).contains { $0[key] == true }
    case .sort(let list, let key, _, _, _), .each(let list, let key, _, _), .tell(let list, let key, _):
      return items(of: question).contains { !isSaid(key, of: $0, in: list) }
    }
  }

  package func isAnswered(_ ask: Ask, at place: Place) -> Bool {
    let base = base(of: place)
    guard let element = tree[base] else { return ask.fields.contains { tree.isAnswered(base.appending($0.path)) } }
    return isAnswered(ask, of: element, base: base)
  }

  /// Whether an element holds a value of `key`; an empty list that was set on purpose is one, when the place was passed.
  private func isSaid(_ key: String, of item: Standing.Item, in list: Path) -> Bool {
    if let value = item.value[Path(key)], !value.isEmpty { return true }
    return hasStates && tree.state(at: list.appending(item.id).appending(key)) != nil
  }

  /// Where the fields of a place lie.
  package func base(of place: Place) -> Path {
    guard let question = template.question(place.question), let list = question.list, let element = place.element else {
      return .root
    }
    return list.appending(element)
  }

  /// The line asked for at a place.
  package func ask(at place: Place) -> Ask? {
    guard let question = template.question(place.question) else { return nil }
    if place.line == 0 { return question.first }
    // A journal may name a line that the question has not got.
    return question.then.indices.contains(place.line - 1) ? question.then[place.line - 1] : nil
  }

  /// The field asked for at a place that asks for one field alone.
  package func field(at place: Place) -> Field? {
    guard let ask = ask(at: place) else { return nil }
    if let path = place.field {
      if let found = ask.fields.first(where: { $0.path == path }) { return found }
      return ask.innerList == nil ? nil : ask.fields.first { $0.path.description == path.last }
    }
    return ask.fields.count == 1 ? ask.fields[0] : nil
  }
}

extension Path {
  package static let root = Path([])
}
