import Documents

/// A value of a template with its place, read strictly: what is not known is a problem, never passed over.
struct TemplateNode {
  let value: JSON
  let place: String

  func problem(_ fact: TemplateProblem.Fact) -> TemplateProblem { TemplateProblem(place: place, fact: fact) }

  /// The mapping's value at `key`, or nothing.
  func child(_ key: String) -> TemplateNode? {
    guard let found = value[key], found != .null else { return nil }
    return TemplateNode(value: found, place: place.isEmpty ? key : "\(place).\(key)")
  }

  func required(_ key: String) throws(TemplateProblem) -> TemplateNode {
    guard let node = child(key) else {
      throw TemplateProblem(place: place.isEmpty ? key : "\(place).\(key)", fact: .isMissing)
    }
    return node
  }

  func elements() throws(TemplateProblem) -> [TemplateNode] {
    guard let elements = value.array else { throw problem(.isNotAList) }
    return elements.enumerated().map { TemplateNode(value: $1, place: "\(place).\($0 + 1)") }
  }

  func mapping(allowing keys: Set<String>? = nil) throws(TemplateProblem) -> JSON.Members {
    guard let members = value.object else { throw problem(.isNotAMapping) }
    if let keys, let stranger = members.keys.first(where: { !keys.contains($0) }) {
      throw TemplateProblem(place: place.isEmpty ? stranger : "\(place).\(stranger)", fact: .isUnknownKey)
    }
    return members
  }

  func text() throws(TemplateProblem) -> String {
    switch value {
    case .string(let text): return text
    case .number(let digits): return digits
    case .null, .bool, .array, .object: throw problem(.isNotText)
    }
  }

  func int() throws(TemplateProblem) -> Int {
    guard let number = value.int else { throw problem(.isNotANumber) }
    return number
  }

  func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws(TemplateProblem) -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else { throw problem(.isNotOneOf(Word.allCases.map(\.rawValue))) }
    return word
  }

  func optionalText(_ key: String) throws(TemplateProblem) -> String? { try child(key)?.text() }

  func flag(_ key: String) throws(TemplateProblem) -> Bool {
    guard let node = child(key) else { return false }
    guard let flag = node.value.bool else { throw node.problem(.isNotOneOf(["true", "false"])) }
    return flag
  }

  func texts(_ key: String) throws(TemplateProblem) -> [String] {
    guard let node = child(key) else { return [] }
    var texts: [String] = []
    for element in try node.elements() { texts.append(try element.text()) }
    return texts
  }
}
