import Documents
import Forms

/// What was read out of a line.
package struct Reading: Hashable {
  package var changes: [Change] = []
  /// What is said back, in words.
  package var sayings: [String] = []
  package var doubts: [Doubt] = []
  /// Whether anything but the sentence was taken, so that `/undo` can give it back.
  package var tookMoreThanText = false
}

/// What a line is read against.
struct ReadingContext {
  let template: Template
  let catalog: Catalog
  let tree: JSON
  /// The element that the line is about, or the document.
  let base: Path
  let now: Moment
  let zone: any Zone
  /// The element before which a new one goes; its neighbor's time is what a time is held against.
  let before: String?
  /// The fingerprint of what is signed of a document.
  var seal: (@Sendable (JSON) -> String)?

  var today: CivilDate { now.date }

  func path(_ field: Field) -> Path { base.appending(field.path.description) }
  func value(_ field: Field) -> JSON? { tree[path(field)] }
  func options(_ name: String) -> Options { template.options[name] ?? .none }

  /// 5 where the document's intensities run from 0 to 5, else 100.
  var scaleEnd: Int { tree["scale"] == "0-5" ? 5 : 100 }

  func options(of field: Field) -> Options? {
    switch field.content {
    case .choice(let name), .choices(let name), .plan(let name): options(name)
    case .text, .yesNo, .number, .scale, .card, .outOf, .span, .time, .hours, .notice, .momentOfDay, .linkTime, .due,
      .dayGone, .dayOrNo,
      .amount, .emotion,
      .ref, .refs, .skill, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      nil
    case .step: nil
    }
  }
}

extension Field {
  /// The range of a number that it takes.
  func range(_ context: ReadingContext) -> ClosedRange<Int>? {
    switch content {
    case .number(let range): range
    case .scale: 0...context.scaleEnd
    case .text, .yesNo, .choice, .choices, .card, .outOf, .plan, .span, .time, .hours, .notice, .momentOfDay, .linkTime,
      .due, .dayGone,
      .dayOrNo, .amount, .emotion,
      .ref, .refs, .skill, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      nil
    case .step: nil
    }
  }

  /// Whether it takes a sentence or a part of one.
  var isSentence: Bool {
    switch content {
    case .text, .amount, .plan, .meeting, .rule, .measured: true
    case .step: true
    // A part of a line that a mark sets off is read whole.
    default: position == .text && after != nil
    }
  }

  var isNumber: Bool {
    switch content {
    case .number, .scale: true
    case .text, .yesNo, .choice, .choices, .card, .outOf, .plan, .span, .time, .hours, .notice, .momentOfDay, .linkTime,
      .due, .dayGone,
      .dayOrNo, .amount, .emotion,
      .ref, .refs, .skill, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      false
    case .step: false
    }
  }

  /// How a yes, a partly or a no is said back: `can be changed|can partly be changed|cannot be changed`, or one word
  /// that `not` is put before.
  func says(_ answer: String) -> String {
    let says = self.says ?? ""
    let forms = says.split(separator: "|").map(String.init)
    if forms.count == 3 {
      return answer == "yes" ? forms[0] : ["partly", "unsure"].contains(answer) ? forms[1] : forms[2]
    }
    if says.isEmpty { return answer }
    switch answer {
    case "yes", "true": return says
    case "no", "false": return "not \(says)"
    default: return "\(says): \(answer)"
    }
  }
}
