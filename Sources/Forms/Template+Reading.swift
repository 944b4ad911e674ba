import Documents

extension Template {
  /// Reads a template from its tree. Throws the first thing that is not as it should be, and where.
  package init(_ tree: JSON) throws(TemplateProblem) {
    let root = TemplateNode(value: tree, place: "")
    _ = try root.mapping(allowing: ["template", "kind", "title", "options", "lists", "dependants", "sections"])
    name = try root.required("template").text()
    kind = try root.required("kind").word(Kind.self)
    title = try root.required("title").text()
    options = try Template.options(root)
    lists = try Template.lists(root)
    dependants = try Template.dependants(root)
    let context = TemplateContext(options: options, lists: lists)
    var sections: [Section] = []
    for node in try root.required("sections").elements() { sections.append(try Section(node, context)) }
    self.sections = sections
    var seen: Set<String> = []
    for id in sections.flatMap({ [$0.id] + $0.questions.map { "question \($0.id)" } }) where !seen.insert(id).inserted {
      throw TemplateProblem(place: "sections", fact: .isTwice(id))
    }
  }

  private static func options(_ root: TemplateNode) throws(TemplateProblem) -> [String: Options] {
    guard let node = root.child("options") else { return [:] }
    var options: [String: Options] = [:]
    for key in try node.mapping().keys {
      let list = try node.required(key)
      let isOpen = list.value.object == nil ? false : try list.flag("open")
      if list.value.object != nil { _ = try list.mapping(allowing: ["open", "are"]) }
      var all: [Option] = []
      for element in try (list.value.object == nil ? list : list.required("are")).elements() {
        all.append(try Option(element))
      }
      options[key] = Options(all: all, isOpen: isOpen)
    }
    return options
  }

  private static func lists(_ root: TemplateNode) throws(TemplateProblem) -> [ElementList] {
    guard let node = root.child("lists") else { return [] }
    var lists: [ElementList] = []
    for element in try node.elements() {
      _ = try element.mapping(allowing: ["path", "prefix", "cap", "number", "text", "new"])
      lists.append(
        ElementList(
          path: Path(try element.required("path").text()), prefix: try element.required("prefix").text(),
          cap: try element.required("cap").int(), number: try element.optionalText("number"),
          text: try element.required("text").text(), new: try element.child("new")?.mapping() ?? [:]))
    }
    return lists
  }

  private static func dependants(_ root: TemplateNode) throws(TemplateProblem) -> [Dependants] {
    guard let node = root.child("dependants") else { return [] }
    var dependants: [Dependants] = []
    for element in try node.elements() {
      _ = try element.mapping(allowing: ["of", "are"])
      dependants.append(
        Dependants(of: Path(try element.required("of").text()), are: try element.texts("are").map { Path($0) }))
    }
    return dependants
  }
}

/// What questions may refer to.
struct TemplateContext {
  let options: [String: Options]
  let lists: [ElementList]

  func optionsName(_ node: TemplateNode) throws(TemplateProblem) -> String {
    let name = try node.text()
    guard options[name] != nil else { throw node.problem(.isUnknownOptions(name)) }
    return name
  }
}

extension Option {
  init(_ node: TemplateNode) throws(TemplateProblem) {
    _ = try node.mapping(allowing: ["is", "letter", "mark", "says", "also", "gate"])
    value = try node.required("is").text()
    letter = try node.optionalText("letter")
    mark = try node.optionalText("mark")
    also = try node.texts("also")
    says = try node.optionalText("says") ?? value
    opensGate = try node.flag("gate")
  }
}

extension Section {
  init(_ node: TemplateNode, _ context: TemplateContext) throws(TemplateProblem) {
    _ = try node.mapping(allowing: [
      "id", "title", "checks", "opens", "why", "help", "example", "aside", "alone", "questions",
    ])
    id = try node.required("id").text()
    title = try node.required("title").text()
    checks = try node.texts("checks")
    opens = try node.optionalText("opens")
    why = try node.optionalText("why")
    help = try node.optionalText("help")
    example = try node.optionalText("example")
    aside = try node.optionalText("aside")
    isForTherapistAlone = try node.flag("alone")
    var questions: [Question] = []
    for element in try node.required("questions").elements() { questions.append(try Question(element, context)) }
    self.questions = questions
  }
}
