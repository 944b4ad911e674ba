import Documents

/// When a question is asked, in the manner of FHIR's `enableWhen`: a field, an operator and a value. No expressions.
package struct Condition: Hashable, Sendable {
  package struct Test: Hashable, Sendable {
    package let field: Path
    package let op: Operator
    package let value: JSON
  }

  package enum Operator: String, CaseIterable, Hashable, Sendable {
    case equal, among, includes, present, absent, atLeast, lessThan
  }

  /// Every one of these must hold,
  package var all: [Test] = []
  /// one of these, when there are any,
  package var any: [Test] = []
  /// and none of these.
  package var none: [Test] = []

  package static let always = Condition()
  package var isAlways: Bool { all.isEmpty && any.isEmpty && none.isEmpty }

  /// Whether it holds in a document; a field is looked for in the element at `element` first.
  package func holds(in tree: JSON, element: Path? = nil) -> Bool {
    isAlways || holds(in: tree, of: element.flatMap { tree[$0] })
  }

  /// The same with the element itself.
  package func holds(in tree: JSON, of element: JSON?) -> Bool {
    all.allSatisfy { $0.holds(in: tree, of: element) }
      && (any.isEmpty || any.contains { $0.holds(in: tree, of: element) })
      && !none.contains { $0.holds(in: tree, of: element) }
  }
}

extension Condition.Test {
  func holds(in tree: JSON, of element: JSON?) -> Bool {
    let found = element?[field] ?? tree[field] ?? .null
    return switch op {
    case .equal: found == value
    case .among: value.array?.contains(found) ?? false
    case .includes: found.array?.contains { value.array?.contains($0) ?? false } ?? false
    case .present: !found.isEmpty
    case .absent: found.isEmpty
    case .atLeast: found.number.map { $0 >= value.number ?? .infinity } ?? false
    case .lessThan: found.number.map { $0 < value.number ?? -.infinity } ?? false
    }
  }
}
