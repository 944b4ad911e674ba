import Documents

/// Why a template does not read, and where in it: `sections.3.questions.1.fields.2.type`, positions from 1.
package struct TemplateProblem: Error, Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    // What is no template at all.
    case isNoYAML(message: String, line: Int, column: Int)
    case isNoText(line: Int, column: Int)
    case isEmpty
    case isTooLarge(limit: Int)
    case isTooDeep(limit: Int)
    case hasAlias(line: Int, column: Int)
    case hasKeyTwice(String, line: Int, column: Int)

    // What does not stand as it must.
    case isMissing
    case isUnknownKey(String, known: [String])
    case isNotText
    case isNotAList
    case isNotAMapping
    case isNotANumber
    case isNotARange
    case isNotOneOf([String], given: String? = nil)

    // What points at nothing.
    case isUnknownOptions(String, known: [String])
    case isUnknownList(String, known: [String])
    case isTwice(String)
    /// Nothing reads what would be written there.
    case isReadByNothing(Path, known: [String])
    /// A condition that looks where nothing ever stands.
    case isUnknownField(Path, known: [String])

    // What a question set of one's own cannot change.
    case isOfAnotherType(Path)
    /// The words of this enumeration are all that a document may hold.
    case isClosed(option: String)
    /// What is added to this enumeration is spelled `x-…`.
    case isNotSpelledX(option: String)
    case losesOption(String, of: String)
    /// A question that a document, or the safety gate, cannot do without is gone, or asks for less.
    case losesSection(String)
    case losesQuestion(String, fields: [Path])
    case losesRequirement(String, fields: [Path])
    case changesSafety(question: String)
  }

  package let place: String
  package let fact: Fact

  package init(place: String, fact: Fact) {
    self.place = place
    self.fact = fact
  }
}
