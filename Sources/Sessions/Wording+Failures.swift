import Documents
import Forms

extension Wording {
  /// A failure as `error:` and `hint:` lines.
  package static func text(_ failure: VerbFailure) -> String {
    if case .badTemplateFile(let file, let findings, let isLint) = failure { return text(findings, of: file, isLint) }
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
    case .notHeard(let file, let problem): (Wording.problem(problem, in: file), Wording.hint(problem))
    case .badQuery(let query, let problem): parts(problem, in: query)
    case .noClient(let code): ("There is no document of ‘\(code)’.", "See what there is with: attune list")
    case .unknownTemplate(let name, let known): ("There is no template ‘\(name)’.", "Known: \(list(known)).")
    case .badTemplate(let name, let problem):
      ("The template ‘\(name)’ does not read: \(sentence(problem)).", "Nothing was changed.")
    case .badTemplateFile(let file, _, _): ("‘\(file)’ does not read.", "attune templates lint \(file)")
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
    case .needsTerminal: ("A pipe cannot sign.", "Both type their names at a terminal, after reading the text.")
    case .isPrivate(let name):
      (
        "Q36: ‘\(name)’ is private. It cannot leave with the client file.",
        "Nothing was written. attune doctor says where it lies."
      )
    case .isInsidePractice(let folder):
      ("‘\(folder)’ lies in the practice, and a copy goes to a folder outside it.", "Nothing was written.")
    case .isSigned(let id):
      (
        "‘\(id)’ is signed, and its text is not changed.",
        id.text.hasPrefix("agrrev-") ? "Another review: attune agree review" : "A new version: attune agree amend \(id)"
      )
    }
  }

  static func sentence(_ problem: AnswersProblem) -> String {
    switch problem {
    case .isNoJSON(let json): "\(sentence(json)) in line \(json.line), column \(json.column)"
    case .isNoObject: "it is no JSON object"
    case .hasNoKind: "it has no kind"
    case .isOfKind(let kind): "it is of the kind ‘\(kind)’"
    case .doesNotFit(let path, let expected): "at ‘\(path)’ \(wish(expected)) is wanted"
    case .hasTwins(let path): "there is more than one ‘\(path)’"
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
