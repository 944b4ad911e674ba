import Insights
import Interviews

extension Wording {
  static let searchHint = "For example: shame kitchen   \"not good enough\"   emotion:shame:70+ since:8w"

  static let searchHelp = [
    "shame kitchen           both words, anywhere in a document",
    "\"not good enough\"       one behind the other, in one place",
    "argu*                   words that begin so",
    "client:CODE             of a client",
    "kind:chain              of a kind: chain, missingLinks, agreement, tibEvent, …",
    "tier:qualityOfLife      with a target of that tier",
    "tag:alcohol             tagged so",
    "skill:er.checkFacts     with that skill; skill:er with one of the module",
    "type:thought            with a link of that type",
    "emotion:shame:70+       with that feeling in a link, from 70 of 100 on; also shame:40-60, or shame alone",
    "since:2026-01 until:2026-03-31   of those days; since:8w, since:30d count back from today",
  ]

  /// What is wrong with a query, and where.
  static func parts(_ problem: SearchQueryProblem, in query: String) -> (String, String?) {
    let place = query.isEmpty ? "" : " (character \(problem.column))"
    return switch problem.what {
    case .isEmpty: ("Nothing was given to look for.", searchHint)
    case .quoteIsOpen: ("A quote is opened and not closed\(place).", "\"like this\"")
    case .isBlank(let part): ("Nothing stands in ‘\(part)’\(place).", searchHint)
    case .hasNoWord(let part): ("There is no letter and no digit in ‘\(part)’\(place).", "Words are looked for.")
    case .starIsMisplaced(let part):
      ("The star in ‘\(part)’ does not end a word\(place).", "It stands behind what a word begins with: argu*")
    case .starIsNotOfAWord(let part):
      ("A star ends one word, not ‘\(part)’\(place).", "Leave it out, or type the word without quotes.")
    case .leavesOut(let part):
      ("There is no leaving out, as in ‘\(part)’\(place).", "In quotes it is looked for as a word.")
    case .unknownFilter(let name, let known):
      (
        "There is no filter ‘\(name):’\(place).",
        didYouMean(name, among: known) ?? "Known: \(list(known)). In quotes it is looked for as words."
      )
    case .unknownValue(let value, let filter, let known):
      ("There is no \(filter) ‘\(value)’\(place).", didYouMean(value, among: known) ?? "Known: \(shortened(known)).")
    case .isNoClientCode(let code): ("‘\(code)’ is no client code\(place).", "client:SYN-MAPLE")
    case .isNoDay(let text):
      ("‘\(text)’ is no day\(place).", "2026-02-09, a month as 2026-02, or 8w for eight weeks ago.")
    case .isNoIntensity(let text): ("‘\(text)’ is no intensity\(place).", "emotion:shame:70, 70+ or 40-60, on 0–100.")
    case .endsBeforeItBegins: ("‘since:’ is later than ‘until:’\(place).", "No day is both.")
    }
  }

  /// A catalog is too long for a line.
  private static func shortened(_ names: [String]) -> String {
    names.count > 20 ? names.prefix(8).joined(separator: ", ") + ", …" : list(names)
  }

  private static func didYouMean(_ typed: String, among known: [String]) -> String? {
    nearest(typed, among: known).map { "Did you mean ‘\($0)’?" }
  }
}
