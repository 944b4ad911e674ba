/// A place inside a document: `links.l3.at`. An element of a list is named by its `id`, or by its
/// position from 1 where the elements have none (spec 2.3).
package struct Path: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var steps: [String]

  package init(_ steps: [String]) { self.steps = steps }

  package init(_ text: String) {
    let dot = UInt8(ascii: ".")
    guard text.utf8.contains(dot) else {
      steps = text.isEmpty ? [] : [text]
      return
    }
    steps = text.utf8.split(separator: dot).map { String(Substring($0)) }
  }

  package var description: String { steps.joined(separator: ".") }
  package var last: String { steps.last ?? "" }
  package var parent: Path { Path(Array(steps.dropLast())) }
  package var isRoot: Bool { steps.isEmpty }

  /// This place and `step` under it, which may be several steps parted by dots.
  package func appending(_ step: String) -> Path {
    appending(Path(step))
  }

  package func appending(_ other: Path) -> Path { Path(steps + other.steps) }

  /// Whether `other` is this place or lies under it.
  package func covers(_ other: Path) -> Bool { other.steps.starts(with: steps) }

  package static func < (a: Path, b: Path) -> Bool { a.description < b.description }
}

extension Path: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
