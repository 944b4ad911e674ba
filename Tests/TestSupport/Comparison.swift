import Documents

extension JSON {
  /// A document as spec 14 compares it: without nulls, empty values, ids, times of writing, record class and relations,
  /// and whatever the order of its keys.
  package var comparable: JSON {
    var tree = self
    for key in ["id", "createdAt", "updatedAt", "recordClass", "related"] { tree.apply(.remove(Path([key]))) }
    return tree.bare
  }

  private var bare: JSON {
    switch self {
    case .object(let members):
      var kept: Members = [:]
      for key in members.keys.sorted() {
        let value = (members[key] ?? .null).bare
        if !value.isEmpty { kept[key] = value }
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map(\.bare).filter { !$0.isEmpty })
    case .null, .bool, .number, .string: return self
    }
  }

  /// The paths at which two documents differ, each with both values.
  package func differences(from other: JSON, at path: Path = Path([])) -> [String] {
    if self == other { return [] }
    switch (self, other) {
    case (.object(let a), .object(let b)):
      return Set(a.keys).union(b.keys).sorted().flatMap { key in
        (a[key] ?? .null).differences(from: b[key] ?? .null, at: path.appending(key))
      }
    case (.array(let a), .array(let b)) where a.count == b.count:
      return zip(a, b).enumerated().flatMap { $1.0.differences(from: $1.1, at: path.appending(String($0 + 1))) }
    default: return ["\(path): \(compact) is not \(other.compact)"]
    }
  }
}
