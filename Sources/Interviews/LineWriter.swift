import Documents
import Forms

/// Writes what stands in a document as the line that would fill it, so that an old answer can come back to be changed.
package struct LineWriter {
  private let template: Template
  private let tree: JSON

  package init(template: Template, tree: JSON) {
    self.template = template
    self.tree = tree
  }

  /// The line for the fields of `ask` under `base`.
  package func line(_ ask: Ask, base: Path) -> String {
    if ask.fields.contains(where: { $0.content == .step }) {
      return StepReader.line(of: tree[base] ?? .null, ask, options: template.options)
    }
    var label: [String] = []
    var lead: [String] = []
    var text = ""
    var trail: [String] = []
    for field in ask.fields {
      guard let value = tree[base.appending(field.path.description)], !value.isEmpty,
        let words = words(of: value, field)
      else { continue }
      switch field.position {
      case .label: label.append(words)
      case .lead: lead.append(words)
      case .trail: trail.append(words)
      case .text:
        if field.content == .emotion { continue }
        text += text.isEmpty ? words : "\(field.after == ";" ? "" : " ")\(field.after ?? "") \(words)"
      }
    }
    let named = label.isEmpty ? "" : label.joined(separator: " ") + ":"
    return ([named] + lead + [text] + trail).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func words(of value: JSON, _ field: Field) -> String? {
    switch field.content {
    case .yesNo: return value.bool.map { $0 ? "y" : "n" }
    case .choice(let name):
      guard let word = value.string else { return nil }
      let option = template.options[name]?.option(word)
      return option?.mark ?? option?.letter?.uppercasedOnly(for: name == "linkType")
        ?? (field.position == .label ? word.lowercased() : option?.says ?? word)
    case .choices(let name):
      return (value.array ?? []).compactMap(\.string).map { template.options[name]?.says($0) ?? $0 }.joined(
        separator: " ")
    case .skill: return value.string?.split(separator: ".").last.map { $0.lowercased() }
    case .refs: return (value.array ?? []).compactMap(\.string).joined(separator: " ")
    case .card:
      if let done = value["done"]?.int, let of = value["of"]?.int { return "\(done) of \(of)" }
      return value["status"] == "notUsed" ? "not" : value["status"]?.string
    case .amount:
      if let text = value["text"]?.string { return text }
      if case .number(let digits)? = value["value"] { return "\(digits) \(value["unit"]?.string ?? "")" }
      return nil
    case .span, .momentOfDay:
      guard let moment = value.string.flatMap({ Moment($0) }) else { return value.string }
      return field.content == .momentOfDay ? "\(moment.time)" : span(from: moment, field)
    case .hours:
      let due = tree[field.path.parent.appending("scheduledStart")]?.string
      return value.string.map { arrived in due.map { "\($0)-\(arrived)" } ?? arrived }
    // The hour that was due stands before the one that was not, or was agreed.
    case .time: return field.position == .label ? nil : value.string
    case .notice: return value.string.map { $0.hasSuffix("m") ? "\($0)in" : $0 }
    case .number, .scale: return value.int.map(String.init)
    case .outOf: return value.int.map(String.init)
    case .plan: return value["text"]?.string.map { "\(value["kind"]?.string.map { "\($0): " } ?? "")\($0)" }
    case .text, .linkTime, .due, .dayGone, .dayOrNo, .emotion, .ref, .person, .meeting, .ends, .dayIfYes, .amendment,
      .measured:
      return value.string
    case .rule: return value.string
    case .ruleCount: return value.int.map(String.init)
    case .things: return (value.array ?? []).compactMap(\.string).joined(separator: "; ")
    case .signature: return nil
    case .step: return value.string
    case .lines(let list):
      let all = tree[list]?.array ?? []
      return (value.array ?? []).compactMap { all.firstIndex(of: $0) }.map { String($0 + 1) }.joined(separator: " ")
    case .tried: return value["text"]?.string ?? value["skill"]?.string
    }
  }

  private func span(from start: Moment, _ field: Field) -> String {
    let end = tree[field.path.parent.appending("endedAt")]?.string.flatMap { Moment($0) }
    return "\(start.date) \(start.time)" + (end.map { "-\($0.time)" } ?? "")
  }
}

extension String {
  /// A link's letter is spoken large.
  fileprivate func uppercasedOnly(for isLarge: Bool) -> String { isLarge ? uppercased() : self }
}
