/// One word that a question may be answered with.
package struct Option: Hashable, Sendable {
  /// As it is stored.
  package let value: String
  /// The one key that says it.
  package let letter: String?
  /// A sign that says it, as `+`.
  package let mark: String?
  /// Other words for it.
  package let also: [String]
  /// As it is said back to people.
  package let says: String
  /// Whether choosing it opens the safety gate (spec 2.5).
  package let opensGate: Bool
}

/// The words that a question may be answered with.
package struct Options: Hashable, Sendable {
  package let all: [Option]
  /// Whether a template may add words spelled `x-…`.
  package let isOpen: Bool

  package func option(_ value: String) -> Option? { all.first { $0.value == value } }

  /// The stored word as people say it; an unknown word is kept as it stands.
  package func says(_ value: String) -> String { option(value)?.says ?? value }
}

extension Options {
  package static let none = Options(all: [], isOpen: false)
}
