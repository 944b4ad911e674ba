import Documents
import Forms

// One step of a chain made two, and two made one.

extension Interview {
  /// `/split l3 first | second`: the first part keeps the id and all that was said of it, the second is a new step of
  /// the same kind after it.
  mutating func split(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let words = Words(rest)
    var text = words
    text.dropFirst()
    let parts = text.text.components(partedBy: " | ")
    guard let name = words.first, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      outcome.remarks.append(.did(.needs(usage: Command.split.usage.call)))
      return
    }
    guard let (list, id) = element(name, &outcome) else { return }
    guard !list.isPositional else {
      outcome.remarks.append(.did(.needs(usage: Command.split.usage.call)))
      return
    }
    let element = list.path.appending(id)
    let new = state.newID(list.prefix, in: list.path)
    var members: JSON.Members = ["id": .string(new)]
    for key in ["type", "category", "valence", "timing"] { members[key] = state.tree[element]?[key] }
    members[list.text] = .string(parts[1])
    for (key, value) in list.new { members[key] = value }
    let position = (state.tree.ids(in: list.path).firstIndex(of: id) ?? 0) + 1
    change(
      [
        .set(element.appending(list.text), .string(parts[0])), .insert(.object(members), into: list.path, at: position),
      ],
      .split(id, into: new), surroundings, &outcome)
  }

  /// `/merge l3 l4`: the first keeps its id and takes the other's words; what pointed at the other points at it.
  mutating func merge(_ rest: String, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    let words = Words(rest).words
    guard words.count == 2 else {
      outcome.remarks.append(.did(.needs(usage: Command.merge.usage.call)))
      return
    }
    guard let (list, id) = element(words[0], &outcome), let (other, gone) = element(words[1], &outcome) else { return }
    guard list.path == other.path, id != gone, !list.isPositional else {
      outcome.remarks.append(.did(.needs(usage: Command.merge.usage.call)))
      return
    }
    let kept = list.path.appending(id)
    let lost = list.path.appending(gone)
    let texts = [kept, lost].compactMap { state.tree[$0]?[list.text]?.string }
    var changes: [Change] = [.set(kept.appending(list.text), .string(texts.joined(separator: " ")))]
    for (key, value) in state.tree[lost]?.object ?? [:] where state.tree[kept]?[key] == nil && key != "id" {
      changes.append(.set(kept.appending(key), value))
    }
    if state.tree[lost]?["key"] == true { changes.append(.set(kept.appending("key"), true)) }
    let pointing = pointers(to: gone)
    changes += repointed(from: gone, to: id)
    changes.append(.remove(lost))
    change(changes, .merged(id, gone, pointedAt: pointing), surroundings, &outcome)
  }

  /// What pointed at one element points at another.
  private func repointed(from gone: String, to id: String) -> [Change] {
    let lists = template.lists.map(\.path) + ["validation"]
    return lists.flatMap { list -> [Change] in
      zip(state.tree.ids(in: list), state.tree[list]?.array ?? []).flatMap { name, element in
        (element.object ?? [:]).compactMap { key, value -> Change? in
          let path = list.appending(name).appending(key)
          if key != "id", value.string == gone { return .set(path, .string(id)) }
          if let refs = value.array, refs.contains(.string(gone)) {
            return .set(path, .array(refs.map { $0 == .string(gone) ? .string(id) : $0 }))
          }
          return nil
        }
      }
    }
  }

  // MARK: Marks

  /// A quiet mark whose words are asked for when the client has gone. A private one leaves only its number here.
  mutating func mark(_ name: String, isPrivate: Bool, _ surroundings: Surroundings, _ outcome: inout Outcome) {
    var path = state.cursor.map { guide.base(of: $0) } ?? .root
    if let id = Words(name).first {
      guard let (list, id) = element(id, &outcome) else { return }
      path = list.path.appending(id)
    } else if path.isRoot, let field = state.cursor.flatMap({ guide.ask(at: $0)?.fields.first }) {
      path = field.path
    }
    let list: Path = isPrivate ? "$private" : "notes"
    let number = state.tree.ids(in: list).count + 1
    var members: JSON.Members = ["id": .string("n\(number)"), "path": .string(path.description)]
    members["by"] = "therapist"
    members["at"] = .string(surroundings.now.description)
    change(
      [.insert(.object(members), into: list, at: nil)], isPrivate ? .markedPrivate(number) : .markedNote(number),
      surroundings, &outcome)
  }

  /// The words of a note that was marked.
  package mutating func write(note id: String, words: String, in surroundings: Surroundings) -> Outcome {
    var outcome = Outcome()
    change([.set(Path(["notes", id, "text"]), .string(words))], .markedNote(0), surroundings, &outcome)
    outcome.remarks = []
    return outcome
  }
}

extension String {
  /// Its parts, parted by a mark, each without blanks at its ends.
  fileprivate func components(partedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let found = rest.firstRange(of: mark) {
      parts.append(rest[..<found.lowerBound].trimmed)
      rest = rest[found.upperBound...]
    }
    return parts + [rest.trimmed]
  }
}
