/// A place inside a document: `links.l3.at`. An element of a list is named by its `id`, or by its
/// position from 1 where the elements have none (spec 2.3).
package struct Path: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var steps: [String]

  package init(_ steps: [String]) { self.steps = steps }

  package init(_ text: String) {
    steps = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
  }

  package var description: String { steps.joined(separator: ".") }
  package var last: String { steps.last ?? "" }
  package var parent: Path { Path(Array(steps.dropLast())) }
  package var isRoot: Bool { steps.isEmpty }

  package func appending(_ step: String) -> Path { Path(steps + Path(step).steps) }

  /// Whether `other` is this place or lies under it.
  package func covers(_ other: Path) -> Bool { other.steps.starts(with: steps) }

  package static func < (a: Path, b: Path) -> Bool { a.description < b.description }
}

extension Path: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
