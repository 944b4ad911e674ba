import Documents
import Forms

extension Interview {
  /// Completes an event with what follows from it, takes it in and returns it.
  mutating func take(_ event: Event, openBefore: [Place]? = nil, staysAt: Place?? = nil) -> Event {
    var event = event
    let before = state.tree
    let earlier = standing ?? guide.standing()
    let open = openBefore ?? earlier.openPlaces
    if event.changedRoots?.isDisjoint(with: Derivation.roots) != true {
      event.changes += Derivation.changes(from: before, to: before.applying(event.changes), template: template)
      if let follows { event.changes += follows(before.applying(event.changes)) }
    }
    if before[Interview.signed] != nil || event.changedRoots?.contains(Interview.signed.last) == true {
      event.changes += signing(before.applying(event.changes))
    }
    event.changes += checkAgainChanges(before: before, event)
    let after = before.applying(event.changes)
    let passed = state.passed.union(event.passes.map(\.plain)).subtracting(event.reopens.map(\.plain))
    let guide = Guide(template: template, tree: after, passed: passed)
    let standing = guide.standing(from: earlier, after: event)
    if !event.doubts.isEmpty, staysAt == nil {
      // While something is in doubt we stay where it was said: nothing else is asked, skipped or passed unseen.
      event.next = event.place
      event.returnsTo = state.returnsTo
    } else if let staysAt {
      event.next = staysAt
      event.returnsTo = state.returnsTo
    } else {
      let next = guide.next(after: event.place, openBefore: open, in: standing)
      if let back = state.returnsTo, !isCalled(next, by: event, guide: guide, openBefore: open) {
        let isThere = standing.places.contains(back.plain)
        event.next = isThere ? back : guide.next(after: back, openBefore: open, in: standing)
      } else {
        event.next = next
        event.returnsTo = state.returnsTo
      }
    }
    fold(event)
    self.standing = standing
    return event
  }

  /// Whether a place is asked because of what was just said: then it comes before going back.
  private func isCalled(_ next: Place?, by event: Event, guide: Guide, openBefore: [Place]) -> Bool {
    guard let next, let place = event.place, next != state.returnsTo?.plain else { return false }
    let belongs = next.question == place.question && (next.element != nil || next.field != nil)
    return belongs || !openBefore.contains(next) && next.question != state.returnsTo?.question
  }

  var openPlaces: [Place] { (standing ?? guide.standing()).openPlaces }

  // MARK: Check again

  /// What an answer that changed leaves to be looked at again; what was looked at now is taken off the list.
  private func checkAgainChanges(before: JSON, _ event: Event) -> [Change] {
    let marked = (before["checkAgain"]?.array ?? []).compactMap(\.string)
    var list = marked
    if let place = event.place, [.answered, .read, .passed, .skipped].contains(event.what) {
      let paths = paths(at: place)
      list.removeAll { mark in paths.contains { $0.covers(Path(mark)) } }
    }
    for change in event.changes {
      for path in dependants(of: change, in: before) where !list.contains(path.description) {
        list.append(path.description)
      }
    }
    guard list != marked else { return [] }
    return [list.isEmpty ? .remove("checkAgain") : .set("checkAgain", .array(list.map { .string($0) }))]
  }

  private func paths(at place: Place) -> [Path] {
    let base = guide.base(of: place)
    if place.element != nil, place.line == 0, place.field == nil { return [base] }
    guard let ask = guide.ask(at: place) else { return [] }
    return ask.fields.map { base.appending($0.path) }
  }

  private func dependants(of change: Change, in tree: JSON) -> [Path] {
    switch change {
    case .set(let path, let value):
      // What was never answered has nothing that rests on it.
      guard path.steps.first != "fieldStates", path.steps.first?.hasPrefix("$") != true, let old = tree[path],
        !old.isEmpty, old != value
      else { return [] }
      return dependants(of: path, in: tree)
    case .remove(let path):
      guard template.list(path.parent) != nil, tree[path] != nil else { return [] }
      return dependants(of: path, in: tree)
    case .insert, .move: return []
    }
  }

  private func dependants(of path: Path, in tree: JSON) -> [Path] {
    var found: [Path] = []
    for entry in template.dependants where entry.of.covers(path) || path.covers(entry.of) {
      let changed = path.steps.count > entry.of.steps.count ? path.steps[entry.of.steps.count] : nil
      for target in entry.are {
        if let changed, template.list(entry.of) != nil, template.list(target) != nil {
          found += tree.ids(in: target).map { target.appending($0) }.filter {
            tree[$0].map { points($0, to: changed) } ?? false
          }
        } else if tree.isAnswered(target) {
          found.append(target)
        }
      }
    }
    return found.filter { !$0.covers(path) }
  }

  private func points(_ element: JSON, to id: String) -> Bool {
    (element.object ?? [:]).contains { key, value in
      key != "id" && (value.string == id || (value.array ?? []).contains(.string(id)))
    }
  }
}
