import Documents

extension Field {
  private static let types = [
    "text", "yesNo", "choice", "choices", "number", "scale", "card", "span", "momentOfDay", "linkTime", "due",
    "dayOrNo", "amount", "emotion", "ref", "refs", "skill", "tried", "person",
  ]

  init(_ node: TemplateNode, _ context: TemplateContext) throws(TemplateProblem) {
    _ = try node.mapping(allowing: [
      "path", "type", "options", "range", "lists", "events", "at", "after", "required", "when", "any", "unless", "ask",
      "says", "judgment", "strict", "default",
    ])
    path = Path(try node.required("path").text())
    content = try Field.content(node, context)
    position = try node.child("at")?.word(Position.self) ?? .text
    after = try node.optionalText("after")
    isRequired = try node.flag("required")
    when = try Condition(node)
    ask = try node.optionalText("ask")
    says = try node.optionalText("says")
    isJudgment = try node.flag("judgment")
    isStrict = try node.flag("strict")
    standard = try node.child("default")?.word(Standard.self)
  }

  private static func content(_ node: TemplateNode, _ context: TemplateContext) throws(TemplateProblem) -> Content {
    func options() throws(TemplateProblem) -> String { try context.optionsName(try node.required("options")) }
    func lists() throws(TemplateProblem) -> [Path] {
      var paths: [Path] = []
      for element in try node.required("lists").elements() {
        let path = Path(try element.text())
        guard context.lists.contains(where: { $0.path == path }) else {
          throw element.problem(.isUnknownList(path.description))
        }
        paths.append(path)
      }
      return paths
    }
    let type = try node.required("type")
    switch try type.text() {
    case "text": return .text
    case "yesNo": return .yesNo
    case "choice": return .choice(options: try options())
    case "choices": return .choices(options: try options())
    case "number": return .number(try range(try node.required("range")))
    case "scale": return .scale
    case "card": return .card
    case "span": return .span
    case "momentOfDay": return .momentOfDay
    case "linkTime": return .linkTime
    case "due": return .due
    case "dayOrNo": return .dayOrNo
    case "amount": return .amount
    case "emotion": return .emotion
    case "ref": return .ref(lists: try lists(), events: try node.flag("events"))
    case "refs": return .refs(lists: try lists())
    case "skill": return .skill
    case "tried": return .tried
    case "person": return .person
    default: throw type.problem(.isNotOneOf(types))
    }
  }

  private static func range(_ node: TemplateNode) throws(TemplateProblem) -> ClosedRange<Int> {
    let ends = try node.elements()
    guard ends.count == 2, let low = ends[0].value.int, let high = ends[1].value.int, low <= high else {
      throw node.problem(.isNotANumber)
    }
    return low...high
  }
}
