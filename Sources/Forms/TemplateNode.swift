import Documents

/// A value of a template with its place, read strictly: what is not known is a problem, never passed over. Every problem
/// is noted, and what did not read is then as if it were empty.
struct TemplateNode {
  let value: JSON
  let spot: TemplatePlace
  let reading: TemplateReading

  var place: String { spot.text }

  func report(_ fact: TemplateProblem.Fact) { reading.report(fact, at: place) }

  func placeOf(_ key: String) -> String { spot.member(key).text }

  /// The mapping's value at `key`, or nothing.
  func child(_ key: String) -> TemplateNode? {
    guard let found = value[key], found != .null else { return nil }
    return TemplateNode(value: found, spot: spot.member(key), reading: reading)
  }

  /// What is no mapping has been reported as that.
  func required(_ key: String) -> TemplateNode? {
    if let node = child(key) { return node }
    if value.object != nil { reading.report(.isMissing, at: placeOf(key)) }
    return nil
  }

  func elements() -> [TemplateNode] {
    guard let elements = value.array else {
      report(.isNotAList)
      return []
    }
    return elements.enumerated().map { TemplateNode(value: $1, spot: .element($0 + 1, spot), reading: reading) }
  }

  func elements(of key: String) -> [TemplateNode] { child(key)?.elements() ?? [] }

  @discardableResult
  func mapping(allowing keys: [String]? = nil) -> JSON.Members {
    guard let members = value.object else {
      report(.isNotAMapping)
      return [:]
    }
    if let keys {
      for key in members.keys where !keys.contains(key) {
        reading.report(.isUnknownKey(key, known: keys), at: placeOf(key))
      }
    }
    return members
  }

  func text() -> String {
    switch value {
    case .string(let text): return text
    case .number(let digits): return digits
    case .null, .bool, .array, .object:
      report(.isNotText)
      return ""
    }
  }

  func requiredText(_ key: String) -> String {
    guard let node = required(key) else { return "" }
    if node.value == "" { node.report(.isMissing) }
    return node.text()
  }
  func optionalText(_ key: String) -> String? { child(key)?.text() }

  func int() -> Int {
    if let number = value.int { return number }
    report(.isNotANumber)
    return 0
  }

  func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> Word? where Word.RawValue == String {
    guard case .string(let text) = value else {
      report(.isNotOneOf(Word.allCases.map(\.rawValue)))
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    report(.isNotOneOf(Word.allCases.map(\.rawValue), given: text))
    return nil
  }

  func flag(_ key: String) -> Bool {
    guard let node = child(key) else { return false }
    if let flag = node.value.bool { return flag }
    node.report(.isNotOneOf(["true", "false"], given: node.value.string))
    return false
  }

  func texts(_ key: String) -> [String] { elements(of: key).map { $0.text() } }
}

/// Where in a template a value stands; written out only where there is something to say of it.
indirect enum TemplatePlace {
  case root
  case under(String, TemplatePlace)
  /// Counted from 1.
  case element(Int, TemplatePlace)

  func member(_ key: String) -> TemplatePlace { .under(key, self) }

  var text: String { steps.joined(separator: ".") }

  private var steps: [String] {
    switch self {
    case .root: []
    case .under(let key, let above): above.steps + [key]
    case .element(let number, let above): above.steps + [String(number)]
    }
  }
}
