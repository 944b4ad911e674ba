extension JSON {
  /// What stands at `path`, or nothing.
  package subscript(path: Path) -> JSON? {
    var here = self
    for step in path.steps {
      guard let next = here.child(step) else { return nil }
      here = next
    }
    return here
  }

  private func child(_ step: String) -> JSON? {
    switch self {
    case .object(let members): members[step]
    case .array(let elements): JSON.position(of: step, in: elements).map { elements[$0] }
    case .null, .bool, .number, .string: nil
    }
  }

  /// Where the element that `step` names stands: by id, else by position from 1.
  static func position(of step: String, in elements: [JSON]) -> Int? {
    if let named = elements.firstIndex(where: { $0["id"]?.string == step }) { return named }
    // Not before it is known to be 1 or more: under the smallest number there is none.
    guard let number = Int(step), number >= 1, number <= elements.count,
      elements[number - 1]["id"]?.isAbsent ?? true
    else { return nil }
    return number - 1
  }

  /// Carries `change` out. A change that names a place which is not there makes the objects on the way;
  /// elements of a list come only by `insert`.
  package mutating func apply(_ change: Change) {
    switch change {
    case .set(let path, let value): set(value, at: path.steps[...])
    case .remove(let path): set(nil, at: path.steps[...])
    case .insert(let element, let list, let position):
      var elements = self[list]?.array ?? []
      elements.insert(element, at: JSON.clamped(position ?? elements.count, to: elements))
      set(.array(elements), at: list.steps[...])
    case .move(let id, let list, let position):
      guard var elements = self[list]?.array, let from = JSON.position(of: id, in: elements) else { return }
      let element = elements.remove(at: from)
      elements.insert(element, at: JSON.clamped(position, to: elements))
      set(.array(elements), at: list.steps[...])
    }
  }

  private static func clamped(_ position: Int, to elements: [JSON]) -> Int { min(max(0, position), elements.count) }

  package func applying(_ changes: [Change]) -> JSON {
    var copy = self
    for change in changes { copy.apply(change) }
    return copy
  }

  private mutating func set(_ value: JSON?, at steps: ArraySlice<String>) {
    guard let step = steps.first else {
      self = value ?? .null
      return
    }
    let rest = steps.dropFirst()
    switch self {
    case .array(var elements):
      guard let position = JSON.position(of: step, in: elements) else { return }
      // Let go of here, so that the elements are changed where they lie and not in a copy of them all.
      self = .null
      if rest.isEmpty, value == nil {
        elements.remove(at: position)
      } else {
        elements[position].set(value, at: rest)
      }
      self = .array(elements)
    case .object(var members):
      self = .null
      if rest.isEmpty {
        members[step] = value
      } else if value != nil || members[step] != nil {
        members[step, default: .object([:])].set(value, at: rest)
      }
      self = .object(members)
    case .null, .bool, .number, .string:
      guard value != nil else { return }
      self = .object([:])
      set(value, at: steps)
    }
  }
}

/// One change of a document's tree. Lists of changes are what a session's events carry.
package enum Change: Hashable, Sendable {
  case set(Path, JSON)
  /// A field, or an element of a list by its id.
  case remove(Path)
  /// An element into the list at a path; at its end when no position is given.
  case insert(JSON, into: Path, at: Int?)
  /// An element of the list at a path, to the position it shall have once it is taken out.
  case move(id: String, in: Path, to: Int)

  /// The same under a place of a larger tree.
  package func under(_ base: Path) -> Change {
    if base.isRoot { return self }
    return switch self {
    case .set(let path, let value): .set(base.appending(path), value)
    case .remove(let path): .remove(base.appending(path))
    case .insert(let value, let list, let position): .insert(value, into: base.appending(list), at: position)
    case .move(let id, let list, let position): .move(id: id, in: base.appending(list), to: position)
    }
  }
}
