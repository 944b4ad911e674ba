import Documents
import Forms
import Insights

/// Why a verb could not do what it was asked, as a fact; `Wording` finds the words, and each has its exit code.
package enum VerbFailure: Error, Hashable, Sendable {
  case usage(String, hint: String?)
  case badClientCode(String)
  case noClient(ClientCode)
  case notFound(String, hint: String?)
  /// No document has that id, and no file that name; perhaps another one was meant.
  case noDocument(String, didYouMean: String?)
  case unknownTemplate(String, known: [String])
  case badTemplate(name: String, TemplateProblem)
  /// A file that is no template, with all that is wrong with it; only the first is said where nobody asked for all.
  case badTemplateFile(String, [TemplateReport.Finding], isLint: Bool)
  case badAnswers(file: String, AnswersProblem)
  /// What is no JSON object, or of no known kind, cannot be checked.
  case notChecked(file: String, AnswersProblem)
  case badSettings(TemplateProblem)
  /// A session that was held elsewhere cannot be taken in.
  case notHeard(file: String, HearingProblem)
  /// What was typed to be looked for does not read.
  case badQuery(String, SearchQueryProblem)
  case store(StoreProblem)
  /// A document with that id is there and holds something else.
  case exists(DocumentID)
  /// A file outside the practice is there already; it is not written over.
  case fileExists(String)
  /// A session is writing the document.
  case isBeingWritten(DocumentID)
  /// The practice folder of a program that is newer, or a journal that does not read.
  case badJournal(String, line: Int)
  case interrupted
  /// A name is given at a terminal; a pipe cannot sign.
  case needsTerminal
  /// A document that both signed is not changed; it is amended.
  case isSigned(DocumentID)
  /// What is private does not leave with a client's file (Q36).
  case isPrivate(String)
  /// A copy goes to no folder of the practice, where what is private lies too (Q36).
  case isInsidePractice(String)

  package var exitCode: Int32 {
    switch self {
    case .usage, .badClientCode, .unknownTemplate, .isSigned, .badQuery: 64
    case .isPrivate, .isInsidePractice: 77
    case .needsTerminal: 69
    case .badTemplate, .badTemplateFile, .badAnswers, .notChecked, .badJournal, .notHeard: 65
    case .notFound, .noDocument, .noClient: 66
    case .exists, .fileExists: 73
    case .isBeingWritten: 75
    case .badSettings: 78
    case .interrupted: 130
    case .store(let problem): problem.exitCode
    }
  }
}

extension StoreProblem {
  package var exitCode: Int32 {
    switch self {
    case .noSpace, .readOnly, .failed: 74
    case .notPermitted, .notPlain: 77
    case .changedMeanwhile: 73
    case .inUse: 75
    case .notFound: 66
    case .unreadable, .hasNoPlace: 65
    }
  }
}

/// Why a document that comes from a file is not taken.
package enum AnswersProblem: Error, Hashable, Sendable {
  case isNoJSON(JSONProblem)
  case isNoObject
  case hasNoKind
  case isOfKind(String)
  case doesNotFit(path: Path, DocumentShape.Expectation)
  /// Two elements of one list have one id.
  case hasTwins(path: Path)
}
