import Documents

/// A template with what was met while it was read.
struct ReadTemplate {
  let template: Template
  let reading: TemplateReading

  /// The built-in template of a kind.
  static func builtIn(_ kind: Kind) -> ReadTemplate? {
    for name in BuiltIn.templateNames {
      guard let tree = BuiltIn.tree(name), tree["kind"]?.string == kind.rawValue else { continue }
      let reading = TemplateReading()
      return ReadTemplate(template: Template(tree, reading), reading: reading)
    }
    return nil
  }

  /// The question that a place of the template lies in, with that question's own place.
  func question(at place: String) -> (question: Question, place: String)? {
    let steps = place.split(separator: ".")
    guard steps.count >= 4, steps[0] == "sections", steps[2] == "questions", let section = Int(steps[1]),
      let number = Int(steps[3]), template.sections.indices.contains(section - 1),
      template.sections[section - 1].questions.indices.contains(number - 1)
    else { return nil }
    return (template.sections[section - 1].questions[number - 1], steps.prefix(4).joined(separator: "."))
  }

  /// Where what is said at a place is kept: an element of a list is `*`.
  func base(at place: String) -> Path {
    guard let (question, own) = question(at: place) else { return Path([]) }
    if question.validates { return "validation.*" }
    let element = question.list?.appending("*") ?? Path([])
    let steps = place.dropFirst(own.count + 1).split(separator: ".")
    guard steps.count >= 2, steps[0] == "then", let number = Int(steps[1]), question.then.indices.contains(number - 1),
      let inner = question.then[number - 1].innerList
    else { return element }
    return element.appending(inner).appending("*")
  }

  /// Every field that is asked for, by its path in a document; what is the interview's own is left out.
  var askedFields: [AskedField] {
    reading.fields.compactMap { place, field in
      let path = base(at: place).appending(field.path.description)
      return path.isOfTheInterview ? nil : AskedField(path: path, place: place, field: field)
    }
  }
}

/// A field that is asked for, with its path in a document.
struct AskedField {
  let path: Path
  let place: String
  let field: Field

  var isOfTheGate: Bool { path.steps.first == "safetyGate" }
  /// Whether a document, or the safety gate, cannot do without it.
  var isNeeded: Bool { field.isRequired || isOfTheGate }
}

extension Path {
  /// Whether it is kept for the interview alone and goes into no document.
  var isOfTheInterview: Bool { steps.contains { $0.hasPrefix("$") } }
  /// Whether it is a question set's own.
  var isOfTheTemplate: Bool { steps.first == "x" && steps.count > 1 }
}
