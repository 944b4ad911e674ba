import Documents
import Forms

/// Every place that a form has as it stands, and which of them wait for an answer: found once, asked often.
package struct Standing: Hashable, Sendable {
  /// The places of one question.
  struct Part: Hashable, Sendable {
    var places: [Place] = []
    var isOpen: [Bool] = []
    /// The elements that it goes through, each with its own places.
    var items: [Item] = []
  }

  /// An element of a list, looked up once for all that is asked of it.
  struct Item: Hashable, Sendable {
    let id: String
    let value: JSON
    var places: [Place] = []

    /// Whether it is the same element, and nothing of it changed.
    func isSame(as other: Item) -> Bool { id == other.id && value == other.value }
  }

  /// A part for every question of the template, in order.
  let parts: [Part]
  package let places: [Place]
  /// Where among the places those stand that are open.
  let open: [Int]

  init(_ parts: [Part]) {
    self.parts = parts
    var places: [Place] = []
    var open: [Int] = []
    for part in parts where !part.places.isEmpty {
      for (position, isOpen) in part.isOpen.enumerated() where isOpen { open.append(places.count + position) }
      places += part.places
    }
    self.places = places
    self.open = open
  }

  package var openPlaces: [Place] { open.map { places[$0] } }
}

extension Guide {
  package func standing() -> Standing { Standing(template.index.questions.map { part(of: $0, earlier: []) }) }

  /// The same, where `old` is how it stood before `event`: only what the event can have changed is looked at anew.
  func standing(from old: Standing, after event: Event) -> Standing {
    guard let roots = event.changedRoots else { return standing() }
    let index = template.index
    let changesStates = event.changesStates
    // Whether nothing changed for a question but elements of its own list.
    var isItemsAlone: [Int: Bool] = [:]
    for root in roots {
      for position in index.positions(lookingAt: root) {
        let isOwn = !changesStates && index.ownList(at: position) == root
        isItemsAlone[position] = isOwn && isItemsAlone[position] ?? true
      }
    }
    for place in event.passes + event.reopens {
      if let position = index.position(of: place.question) { isItemsAlone[position] = isItemsAlone[position] ?? true }
    }
    var parts = old.parts
    for (position, isItemsAlone) in isItemsAlone {
      parts[position] = part(of: index.questions[position], earlier: isItemsAlone ? parts[position].items : [])
    }
    return Standing(parts)
  }

  /// What `earlier` elements are asked is what they are asked now, where they are the same.
  private func part(of question: Question, earlier: [Standing.Item]) -> Standing.Part {
    guard applies(question) else { return Standing.Part() }
    let items = places(ofItemsOf: question, earlier: earlier)
    let places = items.flatMap(\.places) + ownPlaces(of: question)
    return Standing.Part(places: places, isOpen: places.map { isOpen($0, question) }, items: items)
  }
}
