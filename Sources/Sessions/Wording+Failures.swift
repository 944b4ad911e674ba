import Documents
import Forms

extension Wording {
  /// A failure as `error:` and `hint:` lines.
  package static func text(_ failure: VerbFailure) -> String {
    let (message, hint) = parts(failure)
    return "error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }

  static func parts(_ failure: VerbFailure) -> (String, String?) {
    switch failure {
    case .usage(let message, let hint): (message, hint)
    case .badClientCode(let code):
      (
        "‘\(code)’ is no client code.",
        "Letters, digits, - and _, 2 to 32 of them, a letter or digit first. A code, not a name."
      )
    case .notFound(let name, let hint): ("There is no ‘\(name)’.", hint ?? "See what there is with: attune list")
    case .unknownTemplate(let name, let known): ("There is no template ‘\(name)’.", "Known: \(list(known)).")
    case .badTemplate(let name, let problem):
      ("The template ‘\(name)’ does not read: \(sentence(problem)).", "Nothing was changed.")
    case .badAnswers(let file, let problem): ("‘\(file)’ is not taken: \(sentence(problem)).", "Nothing was written.")
    case .badSettings(let problem): ("practice.yaml does not read: \(sentence(problem)).", "Mend it, or move it away.")
    case .store(let problem): (sentence(problem).message, sentence(problem).hint)
    case .exists(let id): ("A document ‘\(id)’ is there already and holds something else.", "Nothing was written.")
    case .badJournal(let name, let line):
      (
        "The session ‘\(name)’ does not read in line \(line) of its journal.",
        "Its file was left as it is; every answer stands in it as text."
      )
    case .interrupted: ("Interrupted.", nil)
    }
  }

  /// What is wrong with a template, as the middle of a sentence.
  package static func sentence(_ problem: TemplateProblem) -> String {
    let what =
      switch problem.fact {
      case .isNoYAML(let message, let line, let column): "\(message) in line \(line), column \(column)"
      case .isMissing: "it is missing"
      case .isUnknownKey: "the key is not known"
      case .isNotText: "a text is wanted"
      case .isNotAList: "a list is wanted"
      case .isNotAMapping: "a mapping is wanted"
      case .isNotANumber: "a number is wanted"
      case .isNotOneOf(let words): "one of these is wanted: \(words.joined(separator: ", "))"
      case .isUnknownOptions(let name): "there are no options ‘\(name)’"
      case .isUnknownList(let name): "there is no list ‘\(name)’"
      case .isTwice(let name): "‘\(name)’ stands there twice"
      case .isTooLarge(let limit): "it is larger than \(limit / 1024) KB"
      case .hasAlias(let line, let column): "an alias stands in line \(line), column \(column)"
      }
    return problem.place.isEmpty ? what : "at ‘\(problem.place)’ \(what)"
  }

  static func sentence(_ problem: AnswersProblem) -> String {
    switch problem {
    case .isNoJSON(let json): "\(sentence(json)) in line \(json.line), column \(json.column)"
    case .isNoObject: "it is no JSON object"
    case .hasNoKind: "it has no kind"
    case .isOfKind(let kind): "it is of the kind ‘\(kind)’"
    case .isWrongType(let path, let wants): "at ‘\(path)’ \(wants) is wanted"
    case .isNotAWord(let path, let words): "at ‘\(path)’ one of these is wanted: \(words.joined(separator: ", "))"
    case .isOutOfRange(let path, let range):
      "at ‘\(path)’ a number from \(range.lowerBound) to \(range.upperBound) is wanted"
    }
  }
}
