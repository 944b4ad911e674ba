import Documents
import Forms
import Interviews

/// What Tab offers: whole words for the last word of the text before the cursor.
struct Completions {
  let template: Template
  let catalog: Catalog
  let state: InterviewState

  func words(after text: String) -> [String] {
    let isFresh = text.isEmpty || text.last?.isWhitespace == true
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let last = isFresh ? "" : words.last ?? ""
    if text.hasPrefix("/") { return commandWords(words, last, isFresh) }
    return candidates(words, isFresh).filter { begins($0, with: last) }
  }

  private func begins(_ word: String, with typed: String) -> Bool {
    word.lowercased().hasPrefix(typed.lowercased()) && word.lowercased() != typed.lowercased()
  }

  private func commandWords(_ words: [String], _ last: String, _ isFresh: Bool) -> [String] {
    if words.count <= 1, !isFresh {
      return Command.allCases.map { "/\($0.rawValue)" }.filter { $0.count > 2 && begins($0, with: last) }
    }
    guard case .command(let command, _) = CommandLine(words[0]) else { return [] }
    let ids = template.lists.flatMap { state.tree.ids(in: $0.path) }
    let places: [String]
    switch command {
    case .jump: places = template.sections.map(\.id) + ids
    case .show: places = template.sections.map(\.id) + ids
    case .skip: places = AnswerState.allCases.map(\.word)
    case .dismiss: places = template.sections.flatMap(\.checkNames)
    case .form: places = ["short", "full"]
    case .insert: places = words.count == 1 || words.count == 2 && !isFresh ? ["before", "after"] : ids
    case .move: places = words.count == 2 && isFresh || words.count == 3 && !isFresh ? ["before", "after"] : ids
    case .edit, .drop, .rate, .key, .split, .merge, .note: places = ids
    case .skill: places = ids + skillWords
    case .back, .next, .map, .undo, .redo, .client, .therapist, .both, .validate, .why, .aside, .example, .help,
      .repeat,
      .pause, .hide, .risk, .crisis, .more, .editor, .save, .quit, .private, .check, .off, .on:
      places = []
    }
    return places.filter { begins($0, with: last) }
  }

  /// The words of the line that is asked for.
  private func candidates(_ words: [String], _ isFresh: Bool) -> [String] {
    let guide = Guide(template: template, tree: state.tree, passed: state.passed)
    guard let place = state.cursor, let ask = guide.ask(at: place), let question = template.question(place.question)
    else { return [] }
    let fields = guide.field(at: place).map { [$0] } ?? ask.fields
    var found: [String] = []
    for field in fields {
      switch field.content {
      case .choice(let name), .choices(let name), .plan(let name):
        let ending = field.position == .label ? ":" : ""
        found += (template.options[name]?.all ?? []).map { ($0.letter?.uppercased() ?? $0.says) + ending }
      case .emotion: found += catalog.emotions.flatMap { [$0.family] + $0.words.sorted() }
      case .skill, .tried: found += skillWords
      case .ref(let lists, let events):
        found += lists.flatMap { state.tree.ids(in: $0) } + (events ? ["p1"] : [])
      case .refs(let lists): found += lists.flatMap { state.tree.ids(in: $0) }
      case .card: found += ["filled", "partly", "blank", "not"]
      case .due: found += ["today", "tomorrow", "next session"]
      case .span, .momentOfDay, .dayGone, .dayOrNo: found += ["today", "yesterday"]
      case .notice: found.append("none")
      case .ends: found += ["open"]
      case .text, .yesNo, .number, .scale, .outOf, .time, .hours, .linkTime, .amount, .person, .things, .meeting, .rule,
        .ruleCount, .dayIfYes, .signature, .amendment, .measured, .lines, .step:
        break
      }
    }
    if question.list != nil, place.element == nil {
      switch question.manner {
      case .choose, .tell: found += guide.elements(of: question)
      case .sort(_, _, let name, _, _): found += (template.options[name]?.all ?? []).map(\.says)
      case .each(_, _, let name, _): found += name.flatMap { template.options[$0]?.all.map(\.says) } ?? []
      case .line, .list, .over, .offer: break
      }
    }
    return found
  }

  /// Skills as a label takes them: one word in small letters.
  private var skillWords: [String] {
    catalog.skills.map { skill in
      skill.name.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: "-")
    }
  }
}
