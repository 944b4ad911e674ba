import Documents
import Yams

extension JSON {
  /// Reads YAML, keys in their order. Aliases are refused, and so is a text over 256 KB.
  package init(yaml text: String) throws(TemplateProblem) {
    let limit = 256 * 1024
    guard text.utf8.count <= limit else { throw TemplateProblem(place: "", fact: .isTooLarge(limit: limit)) }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw TemplateProblem(place: "", fact: error.fact)
    } catch {
      throw TemplateProblem(place: "", fact: .isNoYAML(message: "\(error)", line: 1, column: 1))
    }
    guard let node else { throw TemplateProblem(place: "", fact: .isMissing) }
    self = try JSON(node)
  }

  private init(_ node: Node) throws(TemplateProblem) {
    switch node {
    case .mapping(let pairs):
      var members = Members()
      for pair in pairs { members[pair.key.string ?? ""] = try JSON(pair.value) }
      self = .object(members)
    case .sequence(let items):
      var elements: [JSON] = []
      for item in items { elements.append(try JSON(item)) }
      self = .array(elements)
    case .scalar(let scalar):
      switch node.tag.description {
      case let tag where tag.hasSuffix(":bool"): self = .bool(node.bool ?? false)
      case let tag where tag.hasSuffix(":int") || tag.hasSuffix(":float"): self = .number(scalar.string)
      case let tag where tag.hasSuffix(":null"): self = .null
      default: self = .string(scalar.string)
      }
    case .alias(let alias):
      throw TemplateProblem(
        place: "", fact: .hasAlias(line: alias.mark?.line ?? 1, column: alias.mark?.column ?? 1))
    }
  }
}

extension YamlError {
  fileprivate var fact: TemplateProblem.Fact {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .isNoYAML(message: problem, line: mark.line, column: mark.column)
    case .reader(let problem, _, _, _): .isNoYAML(message: problem, line: 1, column: 1)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
      .isNoYAML(message: "\(self)", line: 1, column: 1)
    }
  }
}
