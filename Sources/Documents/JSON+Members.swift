import OrderedCollections

extension JSON {
  /// The members of an object in their order.
  ///
  /// Keys are the same only when their bytes are: two spellings of `é` are two keys, which a dictionary keyed by
  /// `String` would take for one, losing what stood under the other.
  package struct Members: Hashable, Sendable {
    private var storage: OrderedDictionary<Spelling, JSON> = [:]

    package init() {}

    package init(
      _ members: some Sequence<(String, JSON)>, uniquingKeysWith combine: (JSON, JSON) -> JSON
    ) {
      storage = .init(members.lazy.map { (Spelling(text: $0), $1) }, uniquingKeysWith: combine)
    }

    package var isEmpty: Bool { storage.isEmpty }
    package var count: Int { storage.count }
    package var keys: [String] { storage.keys.map(\.text) }
    package var values: [JSON] { Array(storage.values) }

    package subscript(key: String) -> JSON? {
      get { storage[Spelling(text: key)] }
      set { storage[Spelling(text: key)] = newValue }
    }

    package subscript(key: String, default value: @autoclosure () -> JSON) -> JSON {
      get { storage[Spelling(text: key)] ?? value() }
      _modify { yield &storage[Spelling(text: key), default: value()] }
    }

    /// Puts a value at a key; false where there was one, which is then replaced.
    mutating func insert(_ value: JSON, at key: String) -> Bool {
      storage.updateValue(value, forKey: Spelling(text: key)) == nil
    }

    @discardableResult
    package mutating func removeValue(forKey key: String) -> JSON? {
      storage.removeValue(forKey: Spelling(text: key))
    }
  }
}

extension JSON.Members {
  private struct Spelling: Hashable, Sendable {
    let text: String

    static func == (a: Spelling, b: Spelling) -> Bool {
      // Most keys differ in their length, and all that have the same bytes are equal as texts.
      guard a.text.utf8.count == b.text.utf8.count, a.text == b.text else { return false }
      var (mine, other) = (a.text, b.text)
      return mine.withUTF8 { mine in other.withUTF8 { mine.elementsEqual($0) } }
    }

    func hash(into hasher: inout Hasher) {
      var copy = text
      copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension JSON.Members: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { storage.count }

  package subscript(position: Int) -> (key: String, value: JSON) {
    let member = storage.elements[position]
    return (member.key.text, member.value)
  }
}

extension JSON.Members: ExpressibleByDictionaryLiteral {
  package typealias Key = String
  package typealias Value = JSON

  package init(dictionaryLiteral members: (String, JSON)...) {
    self.init(members, uniquingKeysWith: { _, last in last })
  }
}
