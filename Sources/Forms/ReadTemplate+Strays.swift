import Documents

extension ReadTemplate {
  /// Where it writes what nothing reads, and looks where nothing stands.
  func strayFields(beside builtIn: ReadTemplate) -> [TemplateProblem] {
    let known = KnownFields(builtIn: builtIn, own: self)
    let asked = Set(builtIn.askedFields.map { $0.path.steps.filter { $0 != "*" }.joined(separator: ".") }).sorted()
    var problems: [TemplateProblem] = []
    for (place, path) in reading.writes where !path.isRoot && !isInUnknownList(place) {
      let whole = base(at: place).appending(path.description)
      if !whole.isOfTheInterview, !whole.isOfTheTemplate, !known.holds(whole) {
        problems.append(TemplateProblem(place: place, fact: .isReadByNothing(whole, known: asked)))
      }
    }
    for (place, path) in reading.looks where !path.isRoot {
      let element = question(at: place)?.question.list?.appending("*").appending(path.description)
      let places = [path, element, base(at: place).appending(path.description)].compactMap { $0 }
      if !places.contains(where: known.holds) {
        problems.append(TemplateProblem(place: place, fact: .isUnknownField(path, known: known.names)))
      }
    }
    return problems
  }

  /// Whether it belongs to a question over a list that there is not: that one thing is said, and not all that follows.
  private func isInUnknownList(_ place: String) -> Bool {
    guard let question = question(at: place)?.place else { return false }
    return reading.problems.contains { problem in
      if case .isUnknownList = problem.fact { problem.place.hasPrefix("\(question).") } else { false }
    }
  }
}

/// The places of a document that something writes or reads.
private struct KnownFields {
  /// The names that a condition may look at, for a hint.
  let names: [String]
  private let shape: ShapeNode
  private let keys: [String: [String]]
  private let others: Set<Path>

  init(builtIn: ReadTemplate, own: ReadTemplate) {
    shape = DocumentShape(of: builtIn.template, scale: 100).root
    keys = builtIn.template.kind.keys
    // What the interview works out for itself is named by the built-in conditions.
    let ofTheInterview = (builtIn.reading.looks + own.reading.writes).map(\.path).filter(\.isOfTheInterview)
    let ofTheTemplate = own.reading.writes.map(\.path).filter(\.isOfTheTemplate)
    others = Set(ofTheInterview + ofTheTemplate)
    names = Set((builtIn.reading.writes + own.reading.writes).map(\.path.description) + others.map(\.description))
      .sorted()
  }

  func holds(_ path: Path) -> Bool {
    if others.contains(where: { $0 == path || path.isOfTheTemplate && $0.covers(path) }) { return true }
    let parent = path.parent.steps.filter { $0 != "*" }.joined(separator: ".")
    if keys[parent]?.contains(path.last) == true { return true }
    var node = shape
    for step in path.steps {
      guard let next = step == "*" ? node.element : node.members.first(where: { $0.name == step })?.node else {
        return false
      }
      node = next
    }
    return true
  }
}
