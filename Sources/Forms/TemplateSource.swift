import Documents
import Yams

/// A template as it is written: its values, and where each of them stands, so that a problem can be shown in its line.
struct TemplateSource {
  private(set) var tree: JSON = .null
  private var spots: [String: (key: TextSpot?, value: TextSpot)] = [:]

  init(_ text: String) throws(TemplateProblem) { tree = try value(of: TemplateSource.compose(text), at: "", depth: 0) }

  /// Where a place like `sections.3.questions.1.id` stands: the value, or its key where one is wanted. A place that is
  /// not there stands where the nearest thing around it begins.
  func spot(of place: String, key wantsKey: Bool) -> TextSpot {
    if let spot = spots[place] { return wantsKey ? spot.key ?? spot.value : spot.value }
    var place = place[...]
    while let point = place.lastIndex(of: ".") {
      place = place[..<point]
      if let spot = spots[String(place)] { return spot.value }
    }
    return spots[""]?.value ?? TextSpot(line: 1, column: 1)
  }

  private mutating func value(
    of node: Node, at place: String, key: Node? = nil, depth: Int
  ) throws(TemplateProblem) -> JSON {
    if depth > TemplateSource.depthLimit {
      throw TemplateProblem(place: "", fact: .isTooDeep(limit: TemplateSource.depthLimit))
    }
    spots[place] = (key.map { TextSpot($0.mark) }, TextSpot(node.mark))
    switch node {
    case .mapping(let pairs):
      var members = JSON.Members()
      for pair in pairs {
        guard case .scalar(let key) = pair.key else {
          let spot = TextSpot(pair.key.mark)
          let fact = TemplateProblem.Fact.isNoYAML(message: "a key is no word", line: spot.line, column: spot.column)
          throw TemplateProblem(place: "", fact: fact)
        }
        let inner = place.isEmpty ? key.string : "\(place).\(key.string)"
        members[key.string] = try value(of: pair.value, at: inner, key: pair.key, depth: depth + 1)
      }
      return .object(members)
    case .sequence(let items):
      var elements: [JSON] = []
      for (index, item) in items.enumerated() {
        elements.append(
          try value(of: item, at: place.isEmpty ? "\(index + 1)" : "\(place).\(index + 1)", depth: depth + 1))
      }
      return .array(elements)
    case .scalar(let scalar): return TemplateSource.value(of: scalar, node)
    case .alias(let alias):
      let spot = TextSpot(alias.mark)
      throw TemplateProblem(place: "", fact: .hasAlias(line: spot.line, column: spot.column))
    }
  }

  private static func value(of scalar: Node.Scalar, _ node: Node) -> JSON {
    switch node.tag.description {
    case let tag where tag.hasSuffix(":bool"): return .bool(node.bool ?? false)
    // YAML calls 0x1F, 18:10 and .inf numbers; JSON, in which a session keeps its template, does not.
    case let tag where tag.hasSuffix(":int") || tag.hasSuffix(":float"):
      return JSON(number: scalar.string) ?? .string(scalar.string)
    case let tag where tag.hasSuffix(":null"): return .null
    default: return .string(scalar.string)
    }
  }
}

extension TextSpot {
  fileprivate init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
