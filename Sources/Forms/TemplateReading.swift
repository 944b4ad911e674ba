import Documents

/// What is met while one template is read: its problems, and what it writes and looks at, each with its place.
final class TemplateReading {
  private(set) var problems: [TemplateProblem] = []
  private(set) var fields: [(place: String, field: Field)] = []
  /// Where its lines write, as they say it: inside the element where the question is about one.
  private(set) var writes: [(place: String, path: Path)] = []
  /// Where its conditions look.
  private(set) var looks: [(place: String, path: Path)] = []
  /// Fields that are answered with the words of an enumeration.
  private(set) var choices: [(place: String, path: Path, options: String)] = []
  /// Where each word of an enumeration stands.
  private(set) var optionPlaces: [String: [TemplatePlace]] = [:]

  /// Whether what is written and looked at is noted; who only asks the questions need not know.
  private let takesNotes: Bool

  init(takesNotes: Bool = true) { self.takesNotes = takesNotes }

  /// More problems than anyone would read are not looked for.
  private static let limit = 200

  func report(_ fact: TemplateProblem.Fact, at place: String) {
    guard problems.count < TemplateReading.limit else { return }
    problems.append(TemplateProblem(place: place, fact: fact))
  }

  func note(_ field: Field, at place: @autoclosure () -> String) {
    guard takesNotes else { return }
    let place = place()
    fields.append((place, field))
    note(writing: field.path, at: "\(place).path")
    switch field.content {
    case .choice(let options), .choices(let options), .plan(let options):
      note(choosing: field.path, from: options, at: place)
    case .text, .yesNo, .number, .scale, .card, .outOf, .span, .time, .hours, .notice, .momentOfDay, .linkTime, .due,
      .dayGone, .dayOrNo,
      .amount, .emotion,
      .ref, .refs, .skill, .tried, .person, .things, .meeting, .rule, .ruleCount, .ends, .dayIfYes,
      .signature, .amendment, .measured, .lines:
      break
    case .step: break
    }
  }

  func note(writing path: Path, at place: @autoclosure () -> String) {
    if takesNotes { writes.append((place(), path)) }
  }
  func note(lookingAt path: Path, at place: @autoclosure () -> String) {
    if takesNotes { looks.append((place(), path)) }
  }
  func note(choosing path: Path, from options: String, at place: @autoclosure () -> String) {
    if takesNotes { choices.append((place(), path, options)) }
  }
  func note(optionsNamed name: String, at places: [TemplatePlace]) { optionPlaces[name] = places }
}
