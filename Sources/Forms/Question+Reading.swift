import Documents

extension Question {
  private static let keys: [String] = [
    "id", "list", "over", "offer", "lines", "presets", "choose", "sort", "each", "tell", "where", "ends", "once",
    "sets", "atMost", "into",
    "options", "bare", "rest", "also", "when", "any", "unless", "needs", "among", "then", "seldom", "help", "example",
    "aside", "context", "quotes", "says", "passes", "at", "validates", "suggests",
    "several",
  ]

  init(_ node: TemplateNode, _ context: TemplateContext) {
    node.mapping(allowing: Question.keys + Ask.keys)
    id = node.requiredText("id")
    manner = Question.manner(node, context)
    var when = Condition(node)
    if let needs = node.child("needs") { when.all += Condition.tests(needs) }
    self.when = when
    among = Condition(all: node.child("among").map { Condition.tests($0) } ?? [])
    first = Ask(node, context, isQuestion: true)
    then = node.elements(of: "then").map { element in
      element.mapping(allowing: Ask.keys + ["list", "when", "any", "unless"])
      return Ask(element, context, isQuestion: false)
    }
    let asksByFields =
      switch manner {
      case .line, .list, .over: true
      case .choose, .sort, .each, .tell, .offer: false
      }
    for ask in (asksByFields ? [node] : []) + node.elements(of: "then") where ask.child("fields")?.value.isEmpty ?? true
    {
      if ask.value.object != nil { node.reading.report(.isMissing, at: ask.placeOf("fields")) }
    }
    seldom = node.elements(of: "seldom").map { Field($0, context) }
    help = node.optionalText("help")
    example = node.optionalText("example")
    aside = node.optionalText("aside")
    self.context = node.optionalText("context")
    quotes = node.optionalText("quotes")
    says = node.optionalText("says")
    passing = (node.child("passes")?.mapping() ?? [:]).map { (Path($0.key), $0.value) }
    for (path, _) in passing { node.reading.note(writing: path, at: "\(node.placeOf("passes")).\(path)") }
    var atElements: [String: String] = [:]
    if let at = node.child("at") { for key in at.mapping().keys { atElements[key] = at.requiredText(key) } }
    self.atElements = atElements
    validates = node.flag("validates")
    suggests = node.flag("suggests")
    marksSeveral = node.flag("several")
    presets = node.elements(of: "presets").map { preset in
      preset.mapping(allowing: ["line", "says"])
      return Preset(line: preset.requiredText("line"), says: preset.requiredText("says"))
    }
  }

  private static func manner(_ node: TemplateNode, _ context: TemplateContext) -> Manner {
    /// The key under which an element's answer is kept.
    func key(_ name: String) -> String {
      let key = node.requiredText(name)
      node.reading.note(writing: Path(key), at: node.placeOf(name))
      return key
    }
    func list(_ key: String) -> Path? { node.child(key).map { context.listPath($0) } }
    let options = node.child("options").map { context.optionsName($0) }
    func noteChoice(_ key: String) {
      if let options { node.reading.note(choosing: Path(key), from: options, at: node.place) }
    }
    if let path = list("list") {
      return .list(path, with: node.child("where")?.mapping() ?? [:], ends: node.texts("ends"))
    }
    // What is not numbered, as the promises of last time, can be gone through as well.
    if let over = node.child("over") { return .over(Path(over.text()), once: node.flag("once")) }
    if let path = list("choose") { return .choose(path, sets: key("sets"), atMost: node.child("atMost")?.int()) }
    if let path = list("sort") {
      let into = key("into")
      noteChoice(into)
      return .sort(
        path, into: into, options: options ?? "", bare: node.optionalText("bare"), rest: node.requiredText("rest"))
    }
    if let path = list("each") {
      let into = key("into")
      noteChoice(into)
      return .each(path, into: into, options: options, rest: node.optionalText("rest"))
    }
    if let offer = node.child("offer") {
      return .offer(Path(offer.text()), lines: (node.required("lines")?.elements() ?? []).map(\.value))
    }
    if let path = list("tell") { return .tell(path, into: key("into"), also: node.child("also")?.mapping() ?? [:]) }
    return .line
  }
}

extension Ask {
  static let keys: [String] = ["voice", "t", "c", "shape", "fields", "after", "required"]

  init(_ node: TemplateNode, _ context: TemplateContext, isQuestion: Bool) {
    voice = node.child("voice")?.word(Voice.self) ?? .client
    therapist = node.requiredText("t")
    client = node.requiredText("c")
    shape = node.optionalText("shape")
    when = isQuestion ? .always : Condition(node)
    fields = node.elements(of: "fields").map { Field($0, context) }
    innerList = isQuestion ? nil : node.optionalText("list")
    isRequired = node.child("required").map { Requirement($0) } ?? .never
    remarks = node.elements(of: "after").map { Aftermath($0) }
  }
}

extension Requirement {
  init(_ node: TemplateNode) {
    if let flag = node.value.bool {
      self = flag ? .always : .never
    } else {
      self = .when(Condition(all: Condition.tests(node)))
    }
  }
}

extension Aftermath {
  init(_ node: TemplateNode) {
    node.mapping(allowing: ["when", "any", "unless", "say", "aside", "crisis", "stops"])
    when = Condition(node)
    say = node.optionalText("say")
    aside = node.optionalText("aside")
    showsCrisis = node.flag("crisis")
    stops = node.flag("stops")
  }
}

extension Condition {
  /// The conditions that stand in a mapping beside other things.
  init(_ node: TemplateNode) {
    all = node.child("when").map { Condition.tests($0) } ?? []
    any = node.child("any").map { Condition.tests($0) } ?? []
    none = node.child("unless").map { Condition.tests($0) } ?? []
  }

  /// One test, or a list of them.
  static func tests(_ node: TemplateNode) -> [Test] {
    if node.value.array == nil { return [Test(node)] }
    return node.elements().map { Test($0) }
  }
}

extension Condition.Test {
  init(_ node: TemplateNode) {
    node.mapping(allowing: ["field", "is", "value"])
    field = Path(node.requiredText("field"))
    op = node.required("is")?.word(Condition.Operator.self) ?? .present
    value = op == .present || op == .absent ? .null : node.required("value")?.value ?? .null
    node.reading.note(lookingAt: field, at: node.placeOf("field"))
  }
}
