import Documents

/// Finds what the fields of a template expect, place by place.
struct ShapeFinder {
  let template: Template
  /// The end of the document's own scale.
  let scale: Int

  typealias Place = (place: Path, expected: DocumentShape.Expectation)

  func places(of question: Question) -> [Place] {
    guard let list = question.list else { return fields(question.first.fields, under: Path([])) }
    let element = list.appending("*")
    var found: [Place] = [(list, .list)]
    switch question.manner {
    case .line, .over: break
    case .list(_, let with, _):
      for key in with.keys { if let words = word(key) { found.append((element.appending(key), words)) } }
    case .choose(_, let key, _): found.append((element.appending(key), .bool))
    case .sort(_, let key, let options, _, _):
      if let words = word(options) { found.append((element.appending(key), words)) }
    case .each(_, let key, let options, _):
      found.append((element.appending(key), options.flatMap(word) ?? .texts))
    case .tell(_, _, let also):
      for (key, value) in also where value.bool != nil { found.append((element.appending(key), .bool)) }
    }
    found += fields(question.first.fields, under: element)
    for ask in question.then {
      let base = ask.innerList.map { element.appending($0).appending("*") } ?? element
      if let inner = ask.innerList { found.append((element.appending(inner), .list)) }
      found += fields(ask.fields, under: base)
    }
    return found + fields(question.seldom, under: element)
  }

  private func word(_ name: String) -> DocumentShape.Expectation? {
    template.options[name].map { .word($0.all.map(\.value), isOpen: $0.isOpen) }
  }

  private func fields(_ fields: [Field], under base: Path) -> [Place] {
    fields.filter { !$0.path.steps.contains { $0.hasPrefix("$") } }.flatMap { field -> [Place] in
      let path = base.appending(field.path.description)
      switch field.content {
      case .text, .ref, .skill, .person: return [(path, .text)]
      case .yesNo: return [(path, .bool)]
      case .choice(let name): return word(name).map { [(path, $0)] } ?? []
      case .choices(let name):
        return template.options[name].map { [(path, .words($0.all.map(\.value), isOpen: $0.isOpen))] } ?? []
      case .number(let range): return [(path, .int(range))]
      case .scale: return [(path, .int(0...scale))]
      case .card:
        return [
          (path, .object), (path.appending("status"), .word(["filled", "partly", "blank", "notUsed"], isOpen: false)),
          (path.appending("done"), .int(0...366)), (path.appending("of"), .int(0...366)),
        ]
      case .span, .momentOfDay: return [(path, .moment)]
      case .linkTime: return [(path, .time)]
      case .due: return [(path, .date)]
      case .dayOrNo: return [(path, .text)]
      case .amount: return [(path, .object), (path.appending("value"), .number), (path.appending("unit"), .text)]
      case .emotion: return [(path, .word(families, isOpen: false))]
      case .refs: return [(path, .texts)]
      case .tried: return [(path, .object)]
      }
    }
  }

  private var families: [String] { BuiltIn.catalog().emotions.map(\.family) + ["other"] }
}
