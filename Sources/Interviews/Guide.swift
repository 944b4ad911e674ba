import Documents
import Forms

/// What a form asks of a document as it stands, in order. The guide proposes; people go anywhere.
package struct Guide {
  package let template: Template
  package let tree: JSON
  package let passed: Set<Place>

  package init(template: Template, tree: JSON, passed: Set<Place>) {
    self.template = template
    self.tree = tree
    self.passed = passed
  }

  /// Every place there is now, answered or not.
  package func places() -> [Place] { template.sections.flatMap { places(in: $0) } }

  package func places(in section: Section) -> [Place] {
    section.questions.filter { applies($0) }.flatMap { places(of: $0) }
  }

  package func applies(_ question: Question) -> Bool {
    guard question.when.holds(in: tree) else { return false }
    if case .over = question.manner { return !elements(of: question).isEmpty }
    return true
  }

  /// The ids of the elements that a question is about.
  package func elements(of question: Question) -> [String] {
    guard let list = question.list else { return [] }
    let ids = tree.ids(in: list).filter { id in
      let element = list.appending(id)
      if case .list(_, let with, _) = question.manner {
        return with.allSatisfy { tree[element]?[$0.key] == $0.value }
      }
      return question.among.holds(in: tree, element: element)
    }
    if case .over(_, once: true) = question.manner { return Array(ids.prefix(1)) }
    return ids
  }

  private func places(of question: Question) -> [Place] {
    switch question.manner {
    case .line:
      return [Place(question.id)] + missing(question.first, at: Place(question.id), base: .root)
    case .list(let list, _, _):
      return elements(of: question).flatMap { elementPlaces(question, list: list, id: $0) } + [Place(question.id)]
    case .over(let list, _):
      return elements(of: question).flatMap { elementPlaces(question, list: list, id: $0) }
    case .choose, .sort, .each, .tell:
      return [Place(question.id)]
    }
  }

  private func elementPlaces(_ question: Question, list: Path, id: String) -> [Place] {
    let element = list.appending(id)
    var places = [Place(question.id, element: id)]
    places += missing(question.first, at: places[0], base: element)
    for (index, ask) in question.then.enumerated() where ask.when.holds(in: tree, element: element) {
      let place = Place(question.id, element: id, line: index + 1)
      if let inner = ask.innerList {
        for position in tree.ids(in: element.appending(inner)) {
          let base = element.appending(inner).appending(position)
          for field in ask.fields where field.isRequired && !tree.isAnswered(base.appending(field.path.description)) {
            let path = Path("\(inner).\(position).\(field.path)")
            places.append(Place(question.id, element: id, line: index + 1, field: path))
          }
        }
        places.append(place)
      } else {
        places.append(place)
        places += missing(ask, at: place, base: element)
      }
    }
    return places
  }

  /// The required fields that a line which was answered left out.
  private func missing(_ ask: Ask, at place: Place, base: Path) -> [Place] {
    guard ask.fields.count > 1, isAnswered(ask, base: base) else { return [] }
    return ask.fields.filter {
      $0.isRequired && $0.when.holds(in: tree, element: base) && !tree.isAnswered(base.appending($0.path.description))
    }.map { Place(place.question, element: place.element, line: place.line, field: $0.path) }
  }

  private func isAnswered(_ ask: Ask, base: Path) -> Bool {
    ask.fields.contains { tree.isAnswered(base.appending($0.path.description)) }
  }

  /// Whether a place waits for an answer.
  package func isOpen(_ place: Place) -> Bool {
    guard !passed.contains(place.plain), let question = template.question(place.question) else { return false }
    if place.field != nil { return true }
    let base = base(of: place)
    if place.line != 0 {
      guard let ask = ask(at: place) else { return false }
      return ask.innerList != nil || !isAnswered(ask, base: base)
    }
    switch question.manner {
    case .line:
      return question.validates || !isAnswered(question.first, base: .root)
    case .list(let list, _, _):
      if place.element != nil { return false }
      return tree.state(at: list) == nil && tree.ids(in: list).count < (template.list(list)?.cap ?? .max)
    case .over: return !isAnswered(question.first, base: base)
    case .choose(let list, let key, _):
      return tree.state(at: list.appending(key)) == nil
        && !tree.ids(in: list).contains { tree[list.appending($0)]?[key] == true }
    case .sort(let list, let key, _, _, _), .each(let list, let key, _, _), .tell(let list, let key, _):
      return elements(of: question).contains { !isSaid(key, of: list.appending($0)) }
    }
  }

  /// Whether an element holds a value of `key`; an empty list that was set on purpose is one, when the place was passed.
  private func isSaid(_ key: String, of element: Path) -> Bool { tree.isAnswered(element.appending(key)) }

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
