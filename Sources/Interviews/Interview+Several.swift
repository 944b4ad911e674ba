import Documents
import Forms

extension Interview {
  /// Marks several elements with one word, where every other word of the line is a number or an id of one of them:
  /// `kept 3 4 5`. The numbers count what the question is about; an id is what the element refers to. Returns whether the
  /// line was one.
  mutating func takeSeveral(
    _ text: String, _ place: Place, _ question: Question, _ voice: Voice?, _ surroundings: Surroundings,
    _ outcome: inout Outcome
  ) -> Bool {
    guard case .over(let list, _) = question.manner,
      let field = question.first.fields.first(where: { $0.position == .lead }), case .choice(let name) = field.content,
      let options = template.options[name]
    else { return false }
    let words = Words(text).words
    for length in stride(from: min(2, words.count - 1), through: 1, by: -1) where length > 0 {
      let typed = words.prefix(length).joined(separator: " ")
      guard case .one(let index) = options.match(typed, minimum: 3, numbers: false) else { continue }
      let elements = words.dropFirst(length).map { element(named: $0.withoutComma, question, list) }
      let ids = elements.compactMap { $0 }
      guard ids.count == elements.count else { continue }
      var event = Event(.answered, at: surroundings.now, place: place, said: text)
      event.changes = ids.map {
        .set(list.appending($0).appending(field.path.description), .string(options.all[index].value))
      }
      event.changes += clearedStates(event.changes)
      // Where we are is asked still, unless it was named too.
      if !ids.contains(place.element ?? "") { event.reopens = [place.plain] }
      outcome.events.append(take(event))
      let names = ids.map { state.tree[list.appending($0)]?["ref"]?.string ?? $0 }
      outcome.remarks.append(.took(id: nil, ["\(options.all[index].says): \(names.joined(separator: ", "))"]))
      return true
    }
    return false
  }

  private func element(named word: String, _ question: Question, _ list: Path) -> String? {
    if let number = Int(word) {
      let ids = guide.elements(of: question)
      return ids.indices.contains(number - 1) ? ids[number - 1] : nil
    }
    return guide.element(referringTo: word, in: list)
  }
}

extension Guide {
  /// The element of a list without ids of its own that refers to what has this id: the clause `ca2` of a review.
  func element(referringTo id: String, in list: Path) -> String? {
    (tree[list]?.array ?? []).firstIndex { $0["ref"]?.string == id.lowercased() }.map { String($0 + 1) }
  }

  /// The same in whichever such list of the form has one.
  func element(referringTo id: String) -> (list: ElementList, id: String)? {
    template.lists.filter(\.isPositional).lazy.compactMap { list in
      element(referringTo: id, in: list.path).map { (list, $0) }
    }.first
  }
}
