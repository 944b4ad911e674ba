/// A JSON value as it was written: the order of keys and the digits of numbers are kept.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number's own characters, so that `1.50` stays `1.50`.
  case number(String)
  case string(String)
  case array([JSON])
  case object(Members)
}

// MARK: - Reading: what is absent or of another type reads as absent

extension JSON {
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// A whole number; `7.0` and `7e0` are none, and neither is what nobody could count to: with what is left, reckoning in
  /// minutes or percent cannot overflow.
  package var int: Int? {
    guard case .number(let digits) = self, let number = Int(digits), JSON.countable.contains(number) else { return nil }
    return number
  }

  private static let countable = -1_000_000_000_000...1_000_000_000_000

  package var number: Double? {
    if case .number(let digits) = self { Double(digits) } else { nil }
  }

  package var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var object: Members? {
    if case .object(let members) = self { members } else { nil }
  }

  package subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// Whether nothing is said here: spec 2.3 counts `null` and the empty string as absent everywhere.
  package var isAbsent: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .bool, .number, .array, .object: false
    }
  }

  /// Whether it holds nothing at all: also an empty list or object.
  package var isEmpty: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .bool, .number: false
    }
  }
}

// MARK: - Writing literals

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Members(elements, uniquingKeysWith: { _, last in last }))
  }
  package init(nilLiteral: ()) { self = .null }

  package init(_ value: Int) { self = .number(String(value)) }
}
