import Documents

/// One thing that two documents, or two revisions of one, say differently. Elements of a list are told by their id.
package enum DocumentDifference: Hashable, Sendable {
  case changed(Path, from: JSON?, to: JSON?)
  case added(Path, JSON)
  case takenOut(Path, JSON)
  /// Positions from 1.
  case moved(Path, from: Int, to: Int)

  package var path: Path {
    switch self {
    case .changed(let path, _, _), .added(let path, _), .takenOut(let path, _), .moved(let path, _, _): path
    }
  }

  package var json: JSON {
    let path = JSON.string(path.description)
    switch self {
    case .changed(_, let from, let to):
      return ["path": path, "what": "changed", "from": from ?? .null, "to": to ?? .null]
    case .added(_, let element): return ["path": path, "what": "added", "to": element]
    case .takenOut(_, let element): return ["path": path, "what": "takenOut", "from": element]
    case .moved(_, let from, let to): return ["path": path, "what": "moved", "from": JSON(from), "to": JSON(to)]
    }
  }
}

extension DocumentDifference {
  /// What differs from `old` to `new`, in the order of the fields. When it was written does not count, nor, between two
  /// documents, which they are; what says nothing is the same as what is absent (spec 2.3).
  package static func all(from old: JSON, to new: JSON) -> [DocumentDifference] {
    var passed = ["updatedAt"]
    if old["id"] != new["id"] { passed += ["id", "createdAt"] }
    return differences(old, new, at: Path([])).filter { !passed.contains($0.path.steps.first ?? "") }
  }

  private static func differences(_ old: JSON?, _ new: JSON?, at path: Path) -> [DocumentDifference] {
    let (old, new) = (said(old), said(new))
    if old == new { return [] }
    // A group that is there on one side only is told field by field, as its elements are.
    let isGroup = [old, new].allSatisfy { $0 == nil || $0?.object != nil }
    if isGroup {
      let (before, after) = (old?.object ?? [:], new?.object ?? [:])
      let keys = before.keys + after.keys.filter { before[$0] == nil }
      return keys.flatMap { differences(before[$0], after[$0], at: Path(path.steps + [$0])) }
    }
    let isList = [old, new].allSatisfy { $0 == nil || $0?.array?.contains { $0.object != nil } == true }
    if isList { return elements(old?.array ?? [], new?.array ?? [], at: path) }
    return [.changed(path, from: old, to: new)]
  }

  private static func said(_ value: JSON?) -> JSON? {
    if let value, !value.isEmpty { value } else { Optional<JSON>.none }
  }

  private static func elements(_ old: [JSON], _ new: [JSON], at path: Path) -> [DocumentDifference] {
    // By what the elements are told: their id, what they are about, or their position from 1.
    let key = ["id", "ref"].first { tells($0, old) && tells($0, new) }
    let (before, after) = (names(old, by: key), names(new, by: key))
    var found: [DocumentDifference] = []
    for (name, element) in zip(before, old) where !after.contains(name) {
      found.append(.takenOut(Path(path.steps + [name]), element))
    }
    let stay = before.filter(after.contains)
    let unmoved = Set(longestRise(after.compactMap { stay.firstIndex(of: $0) }).map { stay[$0] })
    for (position, (name, element)) in zip(after, new).enumerated() {
      let place = Path(path.steps + [name])
      guard let was = before.firstIndex(of: name) else {
        found.append(.added(place, element))
        continue
      }
      if !unmoved.contains(name), was != position { found.append(.moved(place, from: was + 1, to: position + 1)) }
      found += differences(old[was], element, at: place)
    }
    return found
  }

  private static func tells(_ key: String, _ elements: [JSON]) -> Bool {
    Set(elements.compactMap { $0[key]?.string }).count == elements.count
  }

  private static func names(_ elements: [JSON], by key: String?) -> [String] {
    elements.enumerated().map { position, element in
      key.flatMap { element[$0]?.string } ?? String(position + 1)
    }
  }

  /// The longest run of numbers that rise, not necessarily side by side: what is not in it was moved.
  private static func longestRise(_ numbers: [Int]) -> [Int] {
    var best: [[Int]] = []
    for number in numbers {
      let before = best.filter { ($0.last ?? -1) < number }.max { $0.count < $1.count } ?? []
      best.append(before + [number])
    }
    // Of two that are as long, the later one: what was put before it is what moved.
    return best.reversed().max { $0.count < $1.count } ?? []
  }
}
