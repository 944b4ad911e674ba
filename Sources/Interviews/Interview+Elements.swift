import Documents
import Forms

extension Interview {
  /// The list and id that a person named: `l3`.
  func element(_ name: some StringProtocol, _ outcome: inout Outcome) -> (list: ElementList, id: String)? {
    let id = name.lowercased()
    if let list = template.list(ofID: id), state.tree.ids(in: list.path).contains(list.key(of: id)) {
      return (list, list.key(of: id))
    }
    if let found = guide.element(referringTo: id) { return found }
    let all = template.lists.flatMap { list in
      state.tree.ids(in: list.path).map { list.isPositional ? list.prefix + $0 : $0 }
    }
    outcome.remarks.append(.did(.noSuchElement(String(name), of: all)))
    return nil
  }

  mutating func change(
    _ changes: [Change], _ deed: Deed, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) {
    var event = Event(.changed, at: surroundings.now, place: state.cursor)
    event.changes = changes
    event.doubts = state.doubts
    let cursor = state.cursor
    let after = state.tree.applying(changes)
    // Where the place we are at is gone with an element, the guide proposes anew.
    let guide = Guide(template: template, tree: after, passed: state.passed)
    let isThere = cursor.map { guide.places().contains($0.plain) } ?? true
    let stays: Place?? = isThere ? .some(cursor) : cursor.flatMap { listPlace($0, guide) }.map { .some($0) }
    outcome.events.append(take(event, staysAt: stays))
    outcome.remarks.append(.did(deed))
    let marked = (state.tree["checkAgain"]?.array ?? []).compactMap(\.string)
    if outcome.events.last?.changes.contains(where: { if case .set("checkAgain", _) = $0 { true } else { false } })
      == true
    {
      outcome.remarks.append(.checkAgain(marked.map { Path($0) }))
    }
  }

  /// Where an element that is gone was asked for: the list's own line.
  private func listPlace(_ place: Place, _ guide: Guide) -> Place? {
    let line = Place(place.question)
    return guide.places().contains(line) ? line : nil
  }

  // MARK: Order

  mutating func insert(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let words = Words(rest).words
    guard words.count == 2, ["before", "after"].contains(words[0].lowercased()) else {
      outcome.remarks.append(.did(.needs(usage: Command.insert.usage.call)))
      return
    }
    guard let (list, id) = element(words[1], &outcome) else { return }
    settleDoubts(surroundings, &outcome)
    let ids = state.tree.ids(in: list.path)
    guard let position = ids.firstIndex(of: id), let question = listQuestion(list.path, element: id) else { return }
    let isBefore = words[0].lowercased() == "before"
    let before = isBefore ? id : ids.indices.contains(position + 1) ? ids[position + 1] : nil
    var event = Event(.moved, at: surroundings.now, place: state.cursor)
    event.next = Place(question.id, before: before)
    event.returnsTo = state.cursor
    event.reopens = [Place(question.id)]
    fold(event)
    outcome.events.append(event)
    outcome.remarks.append(.did(.inserts(before: isBefore ? id : nil, after: isBefore ? nil : id)))
  }

  /// The question whose lines are such elements.
  private func listQuestion(_ list: Path, element: String?) -> Question? {
    let questions = template.sections.flatMap(\.questions).filter {
      if case .list(list, _, _) = $0.manner { true } else { false }
    }
    return questions.first { question in
      guard let element else { return true }
      return guide.elements(of: question).contains(element)
    } ?? questions.first
  }

  mutating func move(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let words = Words(rest).words
    guard words.count == 3, ["before", "after"].contains(words[1].lowercased()) else {
      outcome.remarks.append(.did(.needs(usage: Command.move.usage.call)))
      return
    }
    guard let (list, id) = element(words[0], &outcome), let (otherList, other) = element(words[2], &outcome) else {
      return
    }
    guard list.path == otherList.path, id != other else {
      outcome.remarks.append(.did(.needs(usage: Command.move.usage.call)))
      return
    }
    let isBefore = words[1].lowercased() == "before"
    let rest = state.tree.ids(in: list.path).filter { $0 != id }
    guard let target = rest.firstIndex(of: other) else { return }
    let place = isBefore ? target : target + 1
    var changes: [Change] = [.move(id: id, in: list.path, to: place)]
    if list.isPositional, let from = Int(id) {
      changes += renumbered(list.path) { number in
        if number == from { return place + 1 }
        let without = number > from ? number - 1 : number
        return without > place ? without + 1 : without
      }
    }
    change(
      changes,
      .moved(id, before: isBefore ? other : nil, after: isBefore ? nil : other), surroundings, &outcome)
  }

  mutating func drop(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    guard !rest.isEmpty else {
      outcome.remarks.append(.did(.needs(usage: Command.drop.usage.call)))
      return
    }
    guard let (list, id) = element(rest, &outcome) else { return }
    if list.path == "amendments", id != state.tree.ids(in: list.path).last {
      // What came after it may rest on it.
      outcome.remarks.append(.did(.onlyTheLast(list.prefix + (state.tree.ids(in: list.path).last ?? ""))))
      return
    }
    let pointing = list.isPositional ? [] : pointers(to: id)
    let element = list.path.appending(id)
    var changes: [Change] = [.remove(element)]
    for map in ["fieldStates", "answeredBy"] {
      let keys = (state.tree[map]?.object ?? [:]).keys.filter { element.covers(Path($0)) }
      changes += keys.map { .remove(Path([map, $0])) }
    }
    if list.isPositional, let position = Int(id) {
      changes += renumbered(list.path) { $0 > position ? $0 - 1 : $0 == position ? nil : $0 }
    }
    change(changes, .dropped(id, pointedAt: pointing), surroundings, &outcome)
  }

  /// States and voices of a list without ids stand at its elements' positions: they go where those go. Nothing is where an
  /// element goes that is taken out.
  private func renumbered(_ list: Path, _ position: (Int) -> Int?) -> [Change] {
    ["fieldStates", "answeredBy"].flatMap { map -> [Change] in
      var kept: JSON.Members = [:]
      for (key, value) in state.tree[map]?.object ?? [:] {
        let path = Path(key)
        guard list.covers(path), path.steps.count > list.steps.count, let here = Int(path.steps[list.steps.count])
        else {
          kept[key] = value
          continue
        }
        guard let there = position(here) else { continue }
        var moved = path
        moved.steps[list.steps.count] = String(there)
        kept[moved.description] = value
      }
      return kept == (state.tree[map]?.object ?? [:]) ? [] : [.set(Path([map]), .object(kept))]
    }
  }

  /// The elements that point at one.
  func pointers(to id: String) -> [String] {
    template.lists.flatMap { list in
      (state.tree[list.path]?.array ?? []).compactMap { element in
        let points = (element.object ?? [:]).contains { key, value in
          key != "id" && (value.string == id || (value.array ?? []).contains(.string(id)))
        }
        return points ? element["id"]?.string : nil
      }
    } + ((state.tree["validation"]?.array ?? []).contains { $0["ref"]?.string == id } ? ["what makes sense"] : [])
  }

  // MARK: Numbers and keys

  mutating func rate(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let words = Words(rest).words
    guard words.count == 2, let number = Int(words[1]) else {
      outcome.remarks.append(.did(.needs(usage: Command.rate.usage.call)))
      return
    }
    guard let (list, id) = element(words[0], &outcome) else { return }
    let element = list.path.appending(id)
    guard let question = listQuestion(list.path, element: id),
      let field = ([question.first] + question.then).flatMap(\.fields).first(where: {
        $0.isNumber && $0.when.holds(in: state.tree, element: element)
      }), let range = field.range(context(element, tree: state.tree, surroundings))
    else {
      outcome.remarks.append(.did(.cannotRate(id)))
      return
    }
    guard range.contains(number) else {
      outcome.remarks.append(.problem(.isNotANumber(within: range), line: "/rate \(rest)"))
      return
    }
    change([.set(element.appending(field.path.description), JSON(number))], .rated(id, number), surroundings, &outcome)
  }

  mutating func key(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let number = Int(rest).map { "l\($0)" } ?? rest
    guard !rest.isEmpty else {
      outcome.remarks.append(.did(.needs(usage: Command.key.usage.call)))
      return
    }
    guard let (list, id) = element(number, &outcome) else { return }
    guard list.path == "links" else {
      outcome.remarks.append(.did(.noSuchElement(id, of: state.tree.ids(in: "links"))))
      return
    }
    let isKey = state.tree[list.path.appending(id)]?["key"] == true
    let keys = (state.tree["links"]?.array ?? []).count { $0["key"] == true }
    if !isKey, keys >= 3 {
      outcome.remarks.append(.did(.tooManyKeys(3)))
      return
    }
    change([.set(list.path.appending(id).appending("key"), .bool(!isKey))], .key(id, !isKey), surroundings, &outcome)
  }

  // MARK: Plans, safety, the form

  mutating func skill(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    guard !rest.isEmpty else {
      outcome.remarks.append(.did(.needs(usage: Command.skill.usage.call)))
      return
    }
    settleDoubts(surroundings, &outcome)
    let cursor = state.cursor
    var event = Event(.moved, at: surroundings.now, place: cursor)
    event.next = Place("solutions")
    event.returnsTo = cursor
    fold(event)
    outcome.events.append(event)
    let answered = answer(rest, in: surroundings)
    outcome.events += answered.events
    outcome.remarks += answered.remarks
    if answered.events.isEmpty {
      var back = Event(.moved, at: surroundings.now)
      back.next = cursor
      fold(back)
      outcome.events.append(back)
    }
  }

  mutating func risk(_ surroundings: Surroundings, _ outcome: inout Outcome) {
    var event = Event(.changed, at: surroundings.now, place: state.cursor)
    event.changes = [.set("$risk", true), .set("safetyGate.required", true)]
    let after = Guide(
      template: template, tree: state.tree.applying(event.changes), passed: state.passed)
    let gate =
      after.places().first { place in
        after.isOpen(place) && place.question == "clinicianPresent"
      } ?? after.places().first { $0.question == "clinicianPresent" }
    outcome.events.append(take(event, staysAt: .some(gate ?? state.cursor)))
    outcome.remarks.append(.did(.risk))
  }

  mutating func form(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let forms = ["short", "full"]
    guard let form = forms.first(where: { !rest.isEmpty && $0.hasPrefix(rest.lowercased()) }) else {
      outcome.remarks.append(.did(.needs(usage: Command.form.usage.call)))
      return
    }
    change([.set("form", .string(form))], .form(form), surroundings, &outcome)
  }
}
