/// Why a template does not read, and where in it: `sections.3.questions.1.fields.2.type`, positions from 1.
package struct TemplateProblem: Error, Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    case isNoYAML(message: String, line: Int, column: Int)
    case isMissing
    case isUnknownKey
    case isNotText
    case isNotAList
    case isNotAMapping
    case isNotANumber
    case isNotOneOf([String])
    case isUnknownOptions(String)
    case isUnknownList(String)
    case isTwice(String)
    case isTooLarge(limit: Int)
    case hasAlias(line: Int, column: Int)
  }

  package let place: String
  package let fact: Fact

  package init(place: String, fact: Fact) {
    self.place = place
    self.fact = fact
  }
}
