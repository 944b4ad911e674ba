import Documents

extension Template {
  /// Reads a template from its tree. Throws the first thing that is not as it should be, and where.
  package init(_ tree: JSON) throws(TemplateProblem) {
    let reading = TemplateReading(takesNotes: false)
    self.init(tree, reading)
    if let problem = reading.problems.first { throw problem }
  }

  /// Reads a template as far as it reads; `reading` says what did not.
  init(_ tree: JSON, _ reading: TemplateReading) {
    let root = TemplateNode(value: tree, spot: .root, reading: reading)
    root.mapping(allowing: ["template", "kind", "title", "options", "lists", "dependants", "sections"])
    name = root.requiredText("template")
    kind = root.required("kind")?.word(Kind.self) ?? .chain
    title = root.requiredText("title")
    options = Template.options(root)
    lists = root.elements(of: "lists").map { ElementList($0) }
    dependants = root.elements(of: "dependants").map { Dependants($0) }
    let context = TemplateContext(options: options, lists: lists)
    sections = (root.required("sections")?.elements() ?? []).map { Section($0, context) }
    index = QuestionIndex(sections)
    gateTags = options.values.flatMap(\.all).filter(\.opensGate).map(\.value)
    reportTwins(in: reading)
  }

  private static func options(_ root: TemplateNode) -> [String: Options] {
    guard let node = root.child("options") else { return [:] }
    var options: [String: Options] = [:]
    for key in node.mapping().keys {
      guard let list = node.required(key) else { continue }
      let isMapping = list.value.object != nil
      if isMapping { list.mapping(allowing: ["open", "are"]) }
      let elements = (isMapping ? list.required("are") : list)?.elements() ?? []
      options[key] = Options(all: elements.map { Option($0) }, isOpen: isMapping && list.flag("open"))
      list.reading.note(optionsNamed: key, at: elements.map(\.spot))
    }
    return options
  }

  /// What is known by a name of its own is there once.
  private func reportTwins(in reading: TemplateReading) {
    func report(_ names: [String?], at place: (Int) -> String) {
      var seen: Set<String> = []
      for case (let position, let name?) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
        reading.report(.isTwice(name), at: place(position))
      }
    }
    report(sections.map(\.id)) { "sections.\($0 + 1).id" }
    let standings = sections.enumerated().flatMap { section in
      section.element.questions.enumerated().map { (id: $1.id, section: section.offset + 1, number: $0 + 1) }
    }
    report(standings.map(\.id)) { "sections.\(standings[$0].section).questions.\(standings[$0].number).id" }
    report(lists.map(\.path.description)) { "lists.\($0 + 1).path" }
    report(lists.map(\.prefix)) { "lists.\($0 + 1).prefix" }
    for (name, places) in reading.optionPlaces.sorted(by: { $0.key < $1.key }) {
      let all = (options[name]?.all ?? []).prefix(places.count)
      report(all.map(\.value)) { "\(places[$0].text).is" }
      report(all.map(\.letter)) { "\(places[$0].text).letter" }
    }
  }
}

/// What questions may refer to.
struct TemplateContext {
  let options: [String: Options]
  let lists: [ElementList]

  func optionsName(_ node: TemplateNode) -> String {
    let name = node.text()
    if options[name] == nil, !name.isEmpty {
      node.report(.isUnknownOptions(name, known: options.keys.sorted()))
    }
    return name
  }

  func listPath(_ node: TemplateNode) -> Path {
    let path = Path(node.text())
    if !path.isRoot, !lists.contains(where: { $0.path == path }) {
      node.report(.isUnknownList(path.description, known: lists.map(\.path.description)))
    }
    return path
  }
}

extension Option {
  init(_ node: TemplateNode) {
    node.mapping(allowing: ["is", "letter", "mark", "says", "also", "gate"])
    value = node.requiredText("is")
    letter = node.optionalText("letter")
    mark = node.optionalText("mark")
    also = node.texts("also")
    says = node.optionalText("says") ?? value
    opensGate = node.flag("gate")
  }
}

extension ElementList {
  init(_ node: TemplateNode) {
    node.mapping(allowing: ["path", "prefix", "cap", "number", "text", "new", "positional"])
    path = Path(node.requiredText("path"))
    prefix = node.requiredText("prefix")
    cap = node.required("cap")?.int() ?? 0
    number = node.optionalText("number")
    text = node.requiredText("text")
    new = node.child("new")?.mapping() ?? [:]
    isPositional = node.flag("positional")
    node.reading.note(writing: path, at: node.placeOf("path"))
  }
}

extension Dependants {
  init(_ node: TemplateNode) {
    node.mapping(allowing: ["of", "are"])
    of = Path(node.requiredText("of"))
    are = node.texts("are").map { Path($0) }
    node.reading.note(lookingAt: of, at: node.placeOf("of"))
    for (index, path) in are.enumerated() {
      node.reading.note(lookingAt: path, at: "\(node.placeOf("are")).\(index + 1)")
    }
  }
}

extension Section {
  init(_ node: TemplateNode, _ context: TemplateContext) {
    node.mapping(allowing: [
      "id", "title", "checks", "opens", "why", "help", "example", "aside", "alone", "questions",
    ])
    id = node.requiredText("id")
    title = node.requiredText("title")
    checks = node.texts("checks")
    opens = node.optionalText("opens")
    why = node.optionalText("why")
    help = node.optionalText("help")
    example = node.optionalText("example")
    aside = node.optionalText("aside")
    isForTherapistAlone = node.flag("alone")
    questions = (node.required("questions")?.elements() ?? []).map { Question($0, context) }
  }
}
