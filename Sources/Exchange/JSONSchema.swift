import Documents
import Forms

/// The JSON Schema (2020-12) of one kind of document: derived from its template and the envelope, never a second truth.
///
/// Not recursive; additional properties are open, enumerations closed but where the field allows `x-…`; `null` is
/// allowed wherever a field is optional.
package func jsonSchema(of template: Template) -> JSON {
  jsonSchema(
    of: template.kind, title: template.title, DocumentShape(of: template, scale: 100).root,
    small: DocumentShape(of: template, scale: 5).root)
}

/// That of a kind that no form asks for; nothing for the others.
package func jsonSchema(formless kind: Kind) -> JSON? {
  DocumentShape(formless: kind).map {
    jsonSchema(of: kind, title: kind.rawValue.capitalizedFirst, $0.root, small: $0.root)
  }
}

private func jsonSchema(of kind: Kind, title: String, _ root: ShapeNode, small: ShapeNode) -> JSON {
  let name = kind.rawValue
  var schema: JSON.Members = [
    "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string("attune/\(name)/1"),
    "title": .string(title), "type": "object",
  ]
  var properties: JSON.Members = [:]
  for member in root.members {
    let isRequired = required.contains(member.name)
    properties[member.name] =
      switch member.name {
      case "kind": ["const": .string(name)]
      case "schema": ["const": .string("attune/\(name)/1")]
      default: described(member.node, isRequired: isRequired)
      }
  }
  schema["properties"] = .object(properties)
  schema["required"] = .array(required.map { .string($0) })
  if let small = lowered(root, to: small) {
    schema["if"] = ["properties": ["scale": ["const": "0-5"]], "required": ["scale"]]
    schema["then"] = small
  }
  return .object(schema)
}

/// What spec 2.1 requires of every document.
private let required = [
  "schema", "id", "kind", "synthetic", "clientRef", "therapistRef", "createdAt", "updatedAt", "sessionDate", "mode",
  "status", "recordClass",
]

private func described(_ node: ShapeNode, isRequired: Bool = false) -> JSON {
  var members = node.expected.map { described($0, isRequired) } ?? [:]
  if !node.members.isEmpty {
    var properties: JSON.Members = [:]
    for member in node.members { properties[member.name] = described(member.node) }
    members["properties"] = .object(properties)
  }
  if let element = node.element { members["items"] = described(element) }
  if let value = node.value { members["additionalProperties"] = described(value) }
  return .object(members)
}

/// Where the document's own scale ends at 5 and not at 100: nothing where no intensity lies under `node`.
private func lowered(_ node: ShapeNode, to small: ShapeNode) -> JSON? {
  if node == small { return nil }
  if case .int(let range)? = small.expected { return ["maximum": JSON(range.upperBound)] }
  var members: JSON.Members = [:]
  var properties: JSON.Members = [:]
  for (mine, theirs) in zip(node.members, small.members) { properties[mine.name] = lowered(mine.node, to: theirs.node) }
  if !properties.isEmpty { members["properties"] = .object(properties) }
  if let mine = node.element, let theirs = small.element { members["items"] = lowered(mine, to: theirs) }
  return .object(members)
}

/// What stands at a place itself, without what lies under it.
private func described(_ expected: DocumentShape.Expectation, _ isRequired: Bool) -> JSON.Members {
  func type(_ name: String) -> JSON { isRequired ? .string(name) : [.string(name), "null"] }
  func text(_ pattern: String) -> JSON.Members { ["type": type("string"), "pattern": .string("^(?:\(pattern))$")] }
  func word(_ words: [String], _ isOpen: Bool, _ isRequired: Bool) -> JSON.Members {
    let listed: JSON = ["enum": .array(words.map { .string($0) } + (isRequired ? [] : [.null]))]
    guard isOpen else { return listed.object ?? [:] }
    return ["anyOf": [listed, ["type": "string", "pattern": "^x-"]]]
  }
  switch expected {
  case .text: return ["type": type("string")]
  case .bool: return ["type": type("boolean")]
  case .number: return ["type": type("number")]
  case .object: return ["type": type("object")]
  case .list: return ["type": type("array")]
  case .texts: return ["type": type("array"), "items": ["type": "string"]]
  case .int(let range):
    return ["type": type("integer"), "minimum": JSON(range.lowerBound), "maximum": JSON(range.upperBound)]
  case .date: return text(Patterns.date)
  case .time: return text(Patterns.time)
  case .instant: return text(Patterns.instant)
  case .moment: return text("\(Patterns.date)|\(Patterns.instant)")
  case .dateOrNo: return text("no|\(Patterns.date)")
  case .code: return text("[A-Za-z0-9][A-Za-z0-9_-]{1,31}")
  case .id: return text("[a-z0-9][a-z0-9-]{2,63}")
  case .language: return text("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
  case .word(let words, let isOpen): return word(words, isOpen, isRequired)
  case .words(let words, let isOpen): return ["type": type("array"), "items": .object(word(words, isOpen, true))]
  }
}

/// Dates and times in full, since most validators take a `format` for a remark only.
private enum Patterns {
  private static let leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
  static let date =
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|\(leapYear)-02-29)"
  static let time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
  static let instant = "\(date)T\(time)(?::[0-5][0-9](?:\\.[0-9]+)?)?(?:Z|[+-]\(time))"
}
