import Documents

extension Field {
  private static let types = [
    "text", "yesNo", "choice", "choices", "number", "scale", "card", "span", "momentOfDay", "linkTime", "due",
    "dayGone", "dayOrNo", "amount", "emotion", "ref", "refs", "skill", "tried", "person", "outOf", "plan", "things",
    "meeting", "rule", "ruleCount", "ends", "dayIfYes", "signature", "amendment", "time", "hours", "notice",
    "step",
    "measured", "lines",
  ]

  private static let keys = [
    "path", "type", "options", "range", "lists", "events", "at", "after", "required", "when", "any", "unless", "ask",
    "says", "judgment", "strict", "default", "offer", "role",
    "within", "of",
  ]

  init(_ node: TemplateNode, _ context: TemplateContext) {
    node.mapping(allowing: Field.keys)
    path = Path(node.requiredText("path"))
    content = Field.content(node, context)
    position = node.child("at")?.word(Position.self) ?? .text
    after = node.optionalText("after")
    isRequired = node.flag("required")
    when = Condition(node)
    ask = node.optionalText("ask")
    says = node.optionalText("says")
    isJudgment = node.flag("judgment")
    isStrict = node.flag("strict")
    standard = node.child("default")?.word(Standard.self)
    offer = node.child("offer").map { $0.value.int.map(Offer.weeks) ?? .text($0.text()) }
    within = node.child("within")?.value.int
    node.reading.note(self, at: node.place)
  }

  private static func content(_ node: TemplateNode, _ context: TemplateContext) -> Content {
    func options() -> String { node.required("options").map { context.optionsName($0) } ?? "" }
    func lists() -> [Path] { (node.required("lists")?.elements() ?? []).map { context.listPath($0) } }
    guard let type = node.required("type") else { return .text }
    switch type.value.string {
    case "text": return .text
    case "yesNo": return .yesNo
    case "choice": return .choice(options: options())
    case "choices": return .choices(options: options())
    case "number": return .number(node.required("range").map { range($0) } ?? 0...0)
    case "scale": return .scale
    case "card": return .card
    case "span": return .span
    case "time": return .time
    case "hours": return .hours
    case "notice": return .notice
    case "momentOfDay": return .momentOfDay
    case "linkTime": return .linkTime
    case "due": return .due
    case "dayGone": return .dayGone
    case "dayOrNo": return .dayOrNo
    case "outOf": return .outOf
    case "plan": return .plan(options: options())
    case "amount": return .amount
    case "emotion": return .emotion
    case "ref": return .ref(lists: lists(), events: node.flag("events"))
    case "refs": return .refs(lists: lists())
    case "skill": return .skill
    case "tried": return .tried
    case "person": return .person
    case "things": return .things
    case "meeting": return .meeting
    case "rule": return .rule
    case "ruleCount": return .ruleCount
    case "ends": return .ends
    case "dayIfYes": return .dayIfYes
    case "signature": return .signature(role: node.requiredText("role"))
    case "amendment": return .amendment
    case "step": return .step
    case "measured": return .measured
    case "lines": return .lines(of: Path(node.requiredText("of")))
    case let other:
      type.report(.isNotOneOf(types, given: other))
      return .text
    }
  }

  /// Beyond this nobody counts anything.
  private static let bounds = -1_000_000_000...1_000_000_000

  private static func range(_ node: TemplateNode) -> ClosedRange<Int> {
    guard let ends = node.value.array, ends.count == 2, let low = ends[0].int, let high = ends[1].int, low <= high,
      bounds.contains(low), bounds.contains(high)
    else {
      node.report(.isNotARange)
      return 0...0
    }
    return low...high
  }
}
