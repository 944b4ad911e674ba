import Documents

/// Finds what the fields of a template expect, place by place.
struct ShapeFinder {
  let template: Template
  /// The end of the document's own scale.
  let scale: Int

  typealias Place = DocumentShape.Place

  func places(of question: Question) -> [Place] {
    // Its line becomes an entry of the validation, never a field of the document itself.
    if question.validates { return [] }
    guard let list = question.list else { return fields(question.first.fields, under: Path([])) }
    let element = list.appending("*")
    var found: [Place] = [(list, .list)]
    switch question.manner {
    case .line, .over: break
    case .offer(_, let lines): if lines.allSatisfy({ $0.string != nil }) { return [(list, .texts)] }
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
      case .text, .ref, .person: return [(path, .text)]
      case .skill: return [(path, skill)]
      case .yesNo: return [(path, .bool)]
      case .choice(let name): return word(name).map { [(path, $0)] } ?? []
      case .choices(let name):
        return template.options[name].map { [(path, .words($0.all.map(\.value), isOpen: $0.isOpen))] } ?? []
      case .number(let range): return [(path, .int(range))]
      case .scale: return [(path, .int(0...scale))]
      case .card:
        return [
          (path.appending("status"), .word(["filled", "partly", "blank", "notUsed"], isOpen: false)),
          (path.appending("done"), .int(0...366)), (path.appending("of"), .int(0...366)),
        ]
      case .span:
        let end = path.parent.appending("endedAt")
        return moment(path) + moment(end) + [(path.parent.appending("durationMinutes"), .int(0...525_600))]
      case .momentOfDay: return moment(path)
      case .time: return [(path, .time)]
      case .hours: return [(path, .time), (path.parent.appending("scheduledStart"), .time)]
      // It is worked out, and named with what no line asks for.
      case .notice: return []
      case .linkTime: return [(path, .time)]
      case .due, .dayIfYes: return [(path, .date)]
      case .things: return [(path, .texts)]
      case .meeting, .rule: return [(path, .text)]
      case .ends: return [(path, .date), (path.parent.appending("openEnded"), .bool)]
      case .ruleCount: return [(path, .int(0...100_000))]
      case .signature, .amendment: return []
      case .step: return [(path, .text)]
      case .measured: return [(path, .text)]
      case .lines: return [(path, .texts)]
      case .dayGone: return [(path, .date)]
      case .dayOrNo: return [(path, .dateOrNo)]
      case .outOf: return [(path, .int(0...1000)), (path.parent.appending("timesExpected"), .int(0...1000))]
      case .plan(let name):
        return (word(name).map { [(path.appending("kind"), $0)] } ?? [])
          + [(path.appending("skill"), skill), (path.appending("text"), .text)]
      case .amount:
        return [(path.appending("value"), .number), (path.appending("unit"), .text), (path.appending("text"), .text)]
      case .emotion: return [(path, .word(families, isOpen: false))]
      case .refs: return [(path, .texts)]
      case .tried:
        return [
          (path.appending("skill"), skill), (path.appending("text"), .text), (path.appending("helped"), .int(0...10)),
        ]
      }
    }
  }

  /// A moment that is a date alone may say which part of the day it was (spec 2.2).
  private func moment(_ path: Path) -> [Place] {
    let parts = ["earlyMorning", "morning", "midday", "afternoon", "evening", "night"]
    return [(path, .moment), (path.parent.appending("\(path.last)Part"), .word(parts, isOpen: false))]
  }

  /// A skill of the catalog, or one that a template adds (spec 2.5).
  private var skill: DocumentShape.Expectation { .word(BuiltIn.catalog().skills.map(\.id), isOpen: true) }

  private var families: [String] { BuiltIn.catalog().emotions.map(\.family) + ["other"] }
}
