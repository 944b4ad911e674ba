import Documents

extension Question {
  private static let keys: Set<String> = [
    "id", "list", "over", "choose", "sort", "each", "tell", "where", "ends", "once", "sets", "atMost", "into",
    "options",
    "bare", "rest", "also", "when", "any", "unless", "needs", "among", "then", "seldom", "help", "example", "aside",
    "context", "quotes", "says", "passes", "at", "validates", "suggests",
  ]

  init(_ node: TemplateNode, _ context: TemplateContext) throws(TemplateProblem) {
    _ = try node.mapping(allowing: Question.keys.union(Ask.keys))
    id = try node.required("id").text()
    manner = try Question.manner(node, context)
    var when = try Condition(node)
    if let needs = node.child("needs") { when.all += try Condition.tests(needs) }
    self.when = when
    among = Condition(all: try node.child("among").map { (n) throws(TemplateProblem) in try Condition.tests(n) } ?? [])
    first = try Ask(node, context, isQuestion: true)
    var then: [Ask] = []
    for element in try node.child("then")?.elements() ?? [] {
      _ = try element.mapping(allowing: Ask.keys.union(["list", "when", "any", "unless"]))
      then.append(try Ask(element, context, isQuestion: false))
    }
    self.then = then
    var seldom: [Field] = []
    for element in try node.child("seldom")?.elements() ?? [] { seldom.append(try Field(element, context)) }
    self.seldom = seldom
    help = try node.optionalText("help")
    example = try node.optionalText("example")
    aside = try node.optionalText("aside")
    self.context = try node.optionalText("context")
    quotes = try node.optionalText("quotes")
    says = try node.optionalText("says")
    passing = try node.child("passes")?.mapping().map { (Path($0.key), $0.value) } ?? []
    var atElements: [String: String] = [:]
    if let at = node.child("at") { for key in try at.mapping().keys { atElements[key] = try at.required(key).text() } }
    self.atElements = atElements
    validates = try node.flag("validates")
    suggests = try node.flag("suggests")
  }

  private static func manner(_ node: TemplateNode, _ context: TemplateContext) throws(TemplateProblem) -> Manner {
    func list(_ key: String) throws(TemplateProblem) -> Path? {
      guard let child = node.child(key) else { return nil }
      let path = Path(try child.text())
      let isKnown = context.lists.contains { $0.path == path } || key == "over"
      guard isKnown else { throw child.problem(.isUnknownList(path.description)) }
      return path
    }
    let options = try node.child("options").map { (n) throws(TemplateProblem) in try context.optionsName(n) }
    if let path = try list("list") {
      return .list(path, with: try node.child("where")?.mapping() ?? [:], ends: try node.texts("ends"))
    }
    if let path = try list("over") { return .over(path, once: try node.flag("once")) }
    if let path = try list("choose") {
      return .choose(path, sets: try node.required("sets").text(), atMost: try node.child("atMost")?.int())
    }
    if let path = try list("sort") {
      return .sort(
        path, into: try node.required("into").text(), options: options ?? "", bare: try node.optionalText("bare"),
        rest: try node.required("rest").text())
    }
    if let path = try list("each") {
      return .each(
        path, into: try node.required("into").text(), options: options, rest: try node.optionalText("rest"))
    }
    if let path = try list("tell") {
      return .tell(path, into: try node.required("into").text(), also: try node.child("also")?.mapping() ?? [:])
    }
    return .line
  }
}

extension Ask {
  static let keys: Set<String> = ["voice", "t", "c", "shape", "fields", "after", "required"]

  init(_ node: TemplateNode, _ context: TemplateContext, isQuestion: Bool) throws(TemplateProblem) {
    voice = try node.child("voice")?.word(Voice.self) ?? .client
    therapist = try node.required("t").text()
    client = try node.required("c").text()
    shape = try node.optionalText("shape")
    when = isQuestion ? .always : try Condition(node)
    var fields: [Field] = []
    for element in try node.child("fields")?.elements() ?? [] { fields.append(try Field(element, context)) }
    self.fields = fields
    innerList = isQuestion ? nil : try node.optionalText("list")
    if let required = node.child("required") {
      if let flag = required.value.bool {
        isRequired = flag ? .always : .never
      } else {
        isRequired = .when(Condition(all: try Condition.tests(required)))
      }
    } else {
      isRequired = .never
    }
    var remarks: [Aftermath] = []
    for element in try node.child("after")?.elements() ?? [] { remarks.append(try Aftermath(element)) }
    self.remarks = remarks
  }
}

extension Aftermath {
  init(_ node: TemplateNode) throws(TemplateProblem) {
    _ = try node.mapping(allowing: ["when", "any", "unless", "say", "aside", "crisis", "stops"])
    when = try Condition(node)
    say = try node.optionalText("say")
    aside = try node.optionalText("aside")
    showsCrisis = try node.flag("crisis")
    stops = try node.flag("stops")
  }
}

extension Condition {
  /// The conditions that stand in a mapping beside other things.
  init(_ node: TemplateNode) throws(TemplateProblem) {
    all = try node.child("when").map { (n) throws(TemplateProblem) in try Condition.tests(n) } ?? []
    any = try node.child("any").map { (n) throws(TemplateProblem) in try Condition.tests(n) } ?? []
    none = try node.child("unless").map { (n) throws(TemplateProblem) in try Condition.tests(n) } ?? []
  }

  /// One test, or a list of them.
  static func tests(_ node: TemplateNode) throws(TemplateProblem) -> [Test] {
    if node.value.object != nil { return [try Test(node)] }
    var tests: [Test] = []
    for element in try node.elements() { tests.append(try Test(element)) }
    return tests
  }
}

extension Condition.Test {
  init(_ node: TemplateNode) throws(TemplateProblem) {
    _ = try node.mapping(allowing: ["field", "is", "value"])
    field = Path(try node.required("field").text())
    op = try node.required("is").word(Condition.Operator.self)
    value = op == .present || op == .absent ? .null : try node.required("value").value
  }
}
