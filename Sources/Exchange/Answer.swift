import Documents

/// One answer of a document and what Markdown says of it: the value, or in words why there is none, or nothing.
struct Answer {
  let value: JSON?
  private let path: Path
  private let states: JSON?

  /// The whole of a document.
  init(_ document: JSON) {
    value = document
    path = Path([])
    states = document["fieldStates"]
  }

  private init(value: JSON?, path: Path, states: JSON?) {
    self.value = value?.isAbsent == true ? nil : value
    self.path = path
    self.states = states
  }

  subscript(key: String) -> Answer {
    Answer(value: value?[key], path: Path(path.steps + [key]), states: states)
  }

  /// The elements of a list, each under its id, or its position where it has none.
  var items: [Answer] {
    (value?.array ?? []).enumerated().map { index, element in
      let step = element["id"]?.string ?? String(index + 1)
      return Answer(value: element, path: Path(path.steps + [step]), states: states)
    }
  }

  var id: String? { self["id"].saidAtLineStart }

  /// The value in running text, or the state in words.
  var said: String? { block(atLineStart: false) ?? state }

  /// The same in one line.
  var inline: String? {
    guard case .string(let text) = value else { return said }
    return MarkdownText(text).inline(atLineStart: false)
  }

  /// The same where nothing stands before it in its line.
  var saidAtLineStart: String? { block(atLineStart: true) ?? state?.capitalizedFirst }

  /// A word of an enumeration, or several, as a person says them.
  var words: String? {
    switch value {
    case .string(let word): Words.said(word)
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .array: items.compactMap(\.words).joinedIfAny(by: ", ")
    case .null, .number, .object, nil: state
    }
  }

  /// Why there is no value; for a list, also when it is empty.
  var state: String? {
    guard value?.isEmpty ?? true, let state = states?[path.description]?.string else { return nil }
    return Words.state(state)
  }

  func state(of key: String) -> String? { self[key].state }

  private func block(atLineStart: Bool) -> String? {
    switch value {
    case .string(let text):
      let text = MarkdownText(text)
      return text.isEmpty ? nil : text.block(atLineStart: atLineStart)
    case .number(let digits): return digits
    case .bool(let isTrue): return isTrue ? "yes" : "no"
    case .array: return items.compactMap { $0.block(atLineStart: false) }.joinedIfAny(by: ", ")
    case .null, .object, nil: return nil
    }
  }
}

extension Array where Element == String {
  /// The parts in one, or nothing when there are none.
  func joinedIfAny(by separator: String) -> String? { isEmpty ? nil : joined(separator: separator) }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
