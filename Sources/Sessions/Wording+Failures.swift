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
    case .noDocument(let name, let near):
      ("There is no ‘\(name)’.", near.map { "Did you mean ‘\($0)’?" } ?? "See what there is with: attune list")
    case .noClient(let code): ("There is no document of ‘\(code)’.", "See what there is with: attune list")
    case .unknownTemplate(let name, let known): ("There is no template ‘\(name)’.", "Known: \(list(known)).")
    case .badTemplate(let name, let problem):
      ("The template ‘\(name)’ does not read: \(sentence(problem)).", "Nothing was changed.")
    case .badAnswers(let file, let problem): ("‘\(file)’ is not taken: \(sentence(problem)).", "Nothing was written.")
    case .notChecked(let file, let problem):
      ("‘\(file)’ cannot be checked: \(sentence(problem)).", "Nothing was changed.")
    case .badSettings(let problem): ("practice.yaml does not read: \(sentence(problem)).", "Mend it, or move it away.")
    case .store(let problem): (sentence(problem).message, sentence(problem).hint)
    case .exists(let id): ("A document ‘\(id)’ is there already and holds something else.", "Nothing was written.")
    case .fileExists(let path): ("‘\(path)’ is there already.", "Nothing was written; name another file.")
    case .isBeingWritten(let id):
      ("‘\(id)’ is in a session that is not finished.", "Nothing was changed. Finish it first: attune resume \(id)")
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
    case .doesNotFit(let path, let expected): "at ‘\(path)’ \(wish(expected)) is wanted"
    }
  }

  /// What a field takes, as the middle of a sentence.
  private static func wish(_ expected: DocumentShape.Expectation) -> String {
    switch expected {
    case .text: "a text"
    case .bool: "true or false"
    case .number: "a number"
    case .object: "an object"
    case .list: "a list"
    case .date: "a date, yyyy-mm-dd,"
    case .time: "a time, hh:mm,"
    case .instant: "a date and time with its offset"
    case .moment: "a date, or a date and time with its offset,"
    case .dateOrNo: "a date, yyyy-mm-dd, or \"no\""
    case .code: "a code of letters, digits, - and _"
    case .id: "an id of small letters, digits and -"
    case .language: "a language, such as en or pt-BR,"
    case .int(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words, let isOpen): "one of \(offered(words, isOpen))"
    case .words(let words, let isOpen): "a list of \(offered(words, isOpen))"
    case .texts: "a list of texts"
    }
  }

  /// A catalog is too long for a sentence.
  private static func offered(_ words: [String], _ isOpen: Bool) -> String {
    let shown = words.count > 30 ? words.prefix(8) + ["…"] : words[...]
    return (shown + (isOpen ? ["x-…"] : [])).joined(separator: ", ")
  }
}
