import Documents
import Forms
import Interviews

extension Wording {
  /// What is wrong with a template, as the middle of a sentence.
  package static func sentence(_ problem: TemplateProblem) -> String {
    var what = what(problem)
    if case .isNoYAML(_, let line, let column) = problem.fact { what += " in line \(line), column \(column)" }
    if case .hasAlias(let line, let column) = problem.fact { what += " in line \(line), column \(column)" }
    if problem.place.isEmpty || problem.fact == .isMissing { return what }
    return "at ‘\(short(problem.place))’ \(what)"
  }

  /// The same where it is shown in its line.
  static func what(_ problem: TemplateProblem) -> String {
    switch problem.fact {
    case .isNoYAML(let message, _, _): "it is no YAML: \(message)"
    case .isNoText: "it is no text in UTF-8"
    case .isEmpty: "it is empty"
    case .isTooLarge(let limit): "it is larger than \(limit / 1024) KB"
    case .isTooDeep(let limit): "it is nested more than \(limit) deep"
    case .hasAlias: "an alias of YAML stands there"
    case .hasKeyTwice(let key, _, _): "the key ‘\(short(key))’ stands twice in one mapping"
    case .isMissing: "‘\(short(Path(problem.place).last))’ is missing"
    case .isUnknownKey(let key, _): "the key ‘\(short(key))’ is not known"
    case .isNotText: "a text is wanted"
    case .isNotAList: "a list is wanted"
    case .isNotAMapping: "a mapping is wanted"
    case .isNotANumber: "a whole number is wanted"
    case .isNotARange: "two whole numbers are wanted, the smaller one first"
    case .isNotOneOf(let words, nil): "one of these is wanted: \(words.joined(separator: ", "))"
    case .isNotOneOf(_, let given?): "‘\(short(given))’ is not known"
    case .isUnknownOptions(let name, _): "there are no options ‘\(short(name))’"
    case .isUnknownList(let name, _): "there is no list ‘\(short(name))’"
    case .isTwice(let name): "‘\(short(name))’ stands there twice"
    case .isReadByNothing(let path, _): "nothing reads ‘\(short(path.said))’"
    case .isUnknownField(let path, _): "there is no field ‘\(short(path.said))’ to look at"
    case .isOfAnotherType(let path): "‘\(short(path.said))’ keeps its type, so that documents can be compared"
    case .isClosed(let option): "‘\(short(option))’ cannot be added here: no document may hold it"
    case .isNotSpelledX(let option): "‘\(short(option))’ is a word of your own, and those begin with x-"
    case .losesOption(let option, let name):
      "the options ‘\(short(name))’ are without ‘\(option)’ as the safety gate needs it"
    case .losesSection(let id): "the section ‘\(id)’ is gone, and a document needs what is asked in it"
    case .losesQuestion(let id, let fields):
      "the question ‘\(id)’ is gone or asks for less, and a document needs \(named(fields))"
    case .losesRequirement(_, let fields): "\(named(fields)) must stay required"
    case .changesSafety(let id): "‘\(id)’ holds back less than the safety gate does"
    }
  }

  /// What to do about it.
  static func hint(_ finding: TemplateReport.Finding) -> String {
    let whole = "attune templates export chain shows it."
    switch finding.problem.fact {
    case .isNoYAML:
      return finding.line.prefix { $0 == " " || $0 == "\t" }.contains("\t")
        ? "Indent with blanks; a tab stands in this line."
        : "A text with ‘: ’ or ‘ #’ in it, or that begins with a sign, stands in quotes; lines of one kind begin alike."
    case .isNoText: return "Save it as UTF-8; a text editor does."
    case .isEmpty: return "attune templates export chain writes a whole one to begin with."
    case .isTooLarge: return "A question set takes some 60 KB; perhaps another file was meant."
    case .isTooDeep: return "A question set needs ten levels; perhaps another file was meant."
    case .hasAlias: return "Write it out where it is meant again; where ‘*’ begins a text, put the text in quotes."
    case .hasKeyTwice: return "Keep one of them."
    case .isMissing: return "Write ‘\(short(Path(finding.problem.place).last)):’ here."
    case .isUnknownKey(let key, let known): return guess(key, known)
    case .isNotText: return "Text goes in quotes where YAML reads something else: 'yes', 'no', 'on', 'off'."
    case .isNotAList: return "One element a line, each after ‘- ’; or [one, two]."
    case .isNotAMapping: return "One ‘key: value’ a line; or {key: value}."
    case .isNotANumber: return "As in: cap: 8"
    case .isNotARange: return "As in: range: [0, 10]"
    case .isNotOneOf(let words, let given): return guess(given ?? "", words)
    case .isUnknownOptions(let name, let known), .isUnknownList(let name, let known): return guess(name, known)
    case .isTwice: return "Take one of them out, or give it another name."
    case .isReadByNothing(let path, let known):
      return near(path, known)
        ?? "A field of your own is asked outside the lists and begins with x. as in x.\(short(path.last))"
    case .isUnknownField(let path, let known):
      return near(path, known) ?? "A condition looks at a field of the form, or at one of your own under x."
    case .isOfAnotherType: return "\(whole) What is of another type goes in a field of your own, as in x.mine"
    case .isClosed: return "Reword its ‘says’, or ask for it in a field of your own, as in x.mine"
    case .isNotSpelledX(let option): return "Write x-\(short(option))"
    case .losesOption, .losesSection, .losesQuestion, .losesRequirement:
      return "Put it back; its words can be yours. \(whole)"
    case .changesSafety: return "Its words can be yours, and nothing else of it. \(whole)"
    }
  }

  private static func guess(_ name: String, _ known: [String]) -> String {
    near(name, known) ?? "Known here: \(known.joined(separator: ", "))."
  }

  private static func near(_ name: String, _ known: [String]) -> String? {
    guard name.count <= 60 else { return nil }
    return nearest(name, among: known).map { "Did you mean ‘\($0)’?" }
  }

  /// A field of the same name is not meant where it stands elsewhere: what stands beside it is looked through first.
  private static func near(_ path: Path, _ known: [String]) -> String? {
    let beside = known.map { Path($0) }.filter { $0.parent.said == path.parent.said }
    if beside.isEmpty { return near(path.said, known) }
    guard path.last.count <= 60, let name = nearest(path.last, among: beside.map(\.last)) else { return nil }
    return "Did you mean ‘\(Path(path.parent.steps.filter { $0 != "*" } + [name]))’?"
  }

  private static func named(_ fields: [Path]) -> String { list(fields.map { "‘\(short($0.said))’" }) }

  /// Enough of what may be of any length.
  private static func short(_ text: String) -> String { text.count <= 60 ? text : "\(text.prefix(57))…" }
}

extension Path {
  /// Without the signs for every element.
  fileprivate var said: String { steps.filter { $0 != "*" }.joined(separator: ".") }
}
