import Documents
import Forms

/// Reads what stands before a colon: `eat:`, `l9 stop:`, `our work:`. A colon counts only when every word before it is
/// one that the question offers.
struct LabelReader {
  let context: ReadingContext

  struct Label {
    var changes: [Change] = []
    var sayings: [String] = []
    /// What follows it.
    var rest: Words
  }

  func take(_ fields: [Field], from line: String) throws(AnswerProblem) -> Label? {
    guard !fields.isEmpty else { return nil }
    if let colon = line.firstIndex(of: ":") {
      let after = line[line.index(after: colon)...]
      if after.isEmpty || after.first?.isWhitespace == true {
        let names = line[..<colon].split(whereSeparator: \.isWhitespace)
        if !names.isEmpty, names.count <= 5, let label = try resolve(names, fields) {
          return Label(changes: label.changes, sayings: label.sayings, rest: Words(after))
        }
      }
    }
    // Without a colon an id at the head still says which.
    let words = Words(line)
    guard let first = words.first, words.count > 1 else { return nil }
    for field in fields {
      if case .ref(let lists, let events) = field.content,
        let id = HeadReader(context: context).id(first, lists: lists, events: events)
      {
        var rest = words
        rest.dropFirst()
        return Label(changes: [.set(context.path(field), .string(id))], sayings: ["at \(id)"], rest: rest)
      }
    }
    return nil
  }

  private func resolve(_ names: [Substring], _ fields: [Field]) throws(AnswerProblem) -> (
    changes: [Change], sayings: [String]
  )? {
    if let person = fields.first(where: { $0.content == .person }) {
      let name = names.joined(separator: " ")
      guard let found = context.persons.first(where: { $0.lowercased() == name.lowercased() }) else { return nil }
      return ([.set(context.path(person), .string(found))], ["\(person.says ?? "") \(found)".trimmed])
    }
    var open = fields
    var values: [Path: String] = [:]
    var sayings: [String] = []
    var ambiguous: AnswerProblem?
    var rest = names[...]
    while !rest.isEmpty {
      // A name of several words goes before a shorter one that begins so.
      var taken = 0
      for count in (1...rest.count).reversed() where taken == 0 {
        let name = rest.prefix(count).joined(separator: " ")
        for (index, field) in open.enumerated() {
          switch value(of: field, in: name, beside: names.count > 1) {
          case .found(let value, let says):
            values[context.path(field)] = value
            if !says.isEmpty { sayings.append(says) }
            open.remove(at: index)
            taken = count
          case .several(let could): ambiguous = .isAmbiguous(said: name, could: could)
          case .none: break
          }
          if taken > 0 { break }
        }
      }
      if taken == 0 {
        // An id or another sure word beside it shows that a label was meant.
        if let ambiguous, !values.isEmpty { throw ambiguous }
        return nil
      }
      rest = rest.dropFirst(taken)
    }
    inferKind(fields, &values, &sayings)
    return (values.sorted { $0.key < $1.key }.map { .set($0.key, .string($0.value)) }, sayings)
  }

  private enum Found {
    case found(String, says: String)
    case several([String])
    case none
  }

  /// A letter says which where another word beside it shows that a label was meant.
  private func value(of field: Field, in name: String, beside: Bool = false) -> Found {
    switch field.content {
    case .ref(let lists, let events):
      guard let id = HeadReader(context: context).id(name, lists: lists, events: events) else {
        return .none
      }
      return .found(id, says: "at \(id)")
    case .choice(let options):
      // In small letters, and three of them: a sentence that begins with such a word and a colon stays a sentence.
      let options = context.options(options)
      if beside, let option = options.all.first(where: { $0.letter == name }) {
        return .found(option.value, says: option.says)
      }
      guard name.count >= 3, name.beginsSmall else { return .none }
      switch options.match(name, minimum: 3, numbers: false) {
      case .one(let index): return .found(options.all[index].value, says: options.all[index].says)
      case .several(let could): return .several(could.map { options.all[$0].says })
      case .none: return options.isOpen && name.hasPrefix("x-") ? .found(name, says: name) : .none
      }
    case .skill:
      guard name.count >= 3, name.beginsSmall else { return .none }
      switch context.catalog.match(name) {
      case .one(let index): return .found(context.catalog.skills[index].id, says: context.catalog.skills[index].name)
      case .several(let could): return .several(could.map { context.catalog.skills[$0].name })
      case .none: return .none
      }
    case .text, .yesNo, .choices, .number, .scale, .card, .outOf, .plan, .span, .time, .hours, .notice, .momentOfDay,
      .linkTime, .due, .dayGone,
      .dayOrNo, .amount,
      .emotion, .refs, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      return .none
    case .step: return .none
    }
  }

  /// The kind of a solution follows from its skill unless it was said.
  private func inferKind(_ fields: [Field], _ values: inout [Path: String], _ sayings: inout [String]) {
    guard let skillField = fields.first(where: { $0.content == .skill }),
      let kindField = fields.first(where: { $0.path == "kind" }), values[context.path(kindField)] == nil,
      let skill = values[context.path(skillField)].flatMap(context.catalog.skill)
    else { return }
    values[context.path(kindField)] = skill.usualKind
  }
}

extension Skill {
  /// The kind of solution that a plan with this skill is, where nothing else is said.
  package var usualKind: String {
    switch uses {
    case ["thinking"]: "cognitive"
    case ["acceptance"]: "acceptance"
    default: "skill"
    }
  }
}

extension ReadingContext {
  /// Who was harmed so far, by role, and whom it may have cost besides.
  var persons: [String] {
    var names: [String] = []
    for name in harmed + ["self", "our work", "no one"] where !names.contains(name) { names.append(name) }
    return names
  }

  /// Those whom a consequence names as harmed.
  var harmed: [String] {
    var names: [String] = []
    for consequence in tree["consequences"]?.array ?? [] {
      for name in consequence["harmTo"]?.array ?? [] {
        if let name = name.string, !names.contains(name) { names.append(name) }
      }
    }
    return names
  }
}
