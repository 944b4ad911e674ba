import Documents
import Forms

/// The JSON Schema (2020-12) of one kind of document: derived from its template and the envelope, never a second truth.
///
/// Not recursive; additional properties are open, enumerations closed but where the field allows `x-…`; `null` is
/// allowed wherever a field is optional.
package func jsonSchema(of template: Template) -> JSON {
  var root = SchemaNode()
  for (place, expected) in DocumentShape(of: template, scale: 100).expectations { root.put(expected, at: place.steps[...]) }
  var schema: JSON.Members = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": .string("attune/\(template.kind.rawValue)/1"),
    "title": .string(template.title),
  ]
  guard case .object(let body) = root.json(isRequired: true) else { return .object(schema) }
  for (key, value) in body { schema[key] = value }
  var properties = schema["properties"]?.object ?? [:]
  properties["kind"] = ["const": .string(template.kind.rawValue)]
  properties["schema"] = ["const": .string("attune/\(template.kind.rawValue)/1")]
  properties["id"] = ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]{2,63}$"]
  properties["clientRef"] = ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{1,31}$"]
  schema["properties"] = .object(properties)
  schema["required"] = .array(requiredKeys.map { .string($0) })
  schema["allOf"] = [smallScale(root)]
  return .object(schema)
}

/// What spec 2.1 requires of every document.
private let requiredKeys = [
  "schema", "id", "kind", "synthetic", "clientRef", "therapistRef", "createdAt", "updatedAt", "sessionDate", "mode",
  "status", "recordClass",
]

/// On the scale 0–5 an intensity ends at 5.
private func smallScale(_ root: SchemaNode) -> JSON {
  let five: JSON = ["maximum": 5]
  return [
    "if": ["properties": ["scale": ["const": "0-5"]], "required": ["scale"]],
    "then": [
      "properties": [
        "target": ["properties": ["intensity": five]],
        "links": ["items": ["properties": ["intensity": five]]],
      ]
    ],
  ]
}

/// A place of a document as the schema nests it.
private struct SchemaNode {
  var expected: DocumentShape.Expectation?
  var properties: [(name: String, node: SchemaNode)] = []
  var items: [SchemaNode] = []

  mutating func put(_ expected: DocumentShape.Expectation, at steps: ArraySlice<String>) {
    guard let step = steps.first else {
      self.expected = self.expected ?? expected
      return
    }
    let rest = steps.dropFirst()
    if step == "*" {
      if items.isEmpty { items = [SchemaNode()] }
      items[0].put(expected, at: rest)
    } else if let index = properties.firstIndex(where: { $0.name == step }) {
      properties[index].node.put(expected, at: rest)
    } else {
      properties.append((step, SchemaNode()))
      properties[properties.count - 1].node.put(expected, at: rest)
    }
  }

  func json(isRequired: Bool = false) -> JSON {
    if !items.isEmpty {
      return ["type": SchemaNode.type("array", isRequired), "items": items[0].json(isRequired: true)]
    }
    if !properties.isEmpty {
      var members: JSON.Members = [:]
      for (name, node) in properties { members[name] = node.json() }
      return ["type": SchemaNode.type("object", isRequired), "properties": .object(members)]
    }
    return expected.map { SchemaNode.json($0) } ?? .bool(true)
  }

  private static func type(_ name: String, _ isRequired: Bool) -> JSON {
    isRequired ? .string(name) : .array([.string(name), "null"])
  }

  private static let datePattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  private static let timePattern = "([01][0-9]|2[0-3]):[0-5][0-9]"

  private static func json(_ expected: DocumentShape.Expectation) -> JSON {
    switch expected {
    case .text: ["type": ["string", "null"]]
    case .bool: ["type": ["boolean", "null"]]
    case .number: ["type": ["number", "null"]]
    case .object: ["type": ["object", "null"]]
    case .list: ["type": ["array", "null"]]
    case .texts: ["type": ["array", "null"], "items": ["type": "string"]]
    case .int(let range):
      ["type": ["integer", "null"], "minimum": JSON(range.lowerBound), "maximum": JSON(range.upperBound)]
    case .date: ["type": ["string", "null"], "format": "date", "pattern": .string("^\(datePattern)$")]
    case .time: ["type": ["string", "null"], "pattern": .string("^\(timePattern)$")]
    case .moment:
      [
        "type": ["string", "null"],
        "pattern": .string(
          "^\(datePattern)(T\(timePattern)(:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-]\(timePattern)))?$"),
      ]
    case .word(let words, let isOpen):
      isOpen
        ? ["anyOf": [["enum": .array(words.map { .string($0) } + [.null])], ["type": "string", "pattern": "^x-"]]]
        : ["enum": .array(words.map { .string($0) } + [.null])]
    case .words(let words, let isOpen):
      [
        "type": ["array", "null"],
        "items": isOpen
          ? ["anyOf": [["enum": .array(words.map { .string($0) })], ["type": "string", "pattern": "^x-"]]]
          : ["enum": .array(words.map { .string($0) })],
      ]
    }
  }
}
