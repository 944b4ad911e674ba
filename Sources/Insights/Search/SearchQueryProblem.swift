/// Why a query cannot be looked for, and where in it, in characters from 1.
package struct SearchQueryProblem: Error, Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case isEmpty
    /// A quote that is opened and not closed.
    case quoteIsOpen
    /// Nothing stands between the quotes, or behind `name:`.
    case isBlank(String)
    /// Something with no letter and no digit in it.
    case hasNoWord(String)
    case starIsMisplaced(String)
    /// A star behind quotes or behind `name:value`.
    case starIsNotOfAWord(String)
    /// Words cannot be left out.
    case leavesOut(String)
    case unknownFilter(String, known: [String])
    case unknownValue(String, of: String, known: [String])
    case isNoClientCode(String)
    case isNoDay(String)
    case isNoIntensity(String)
    /// No day is since the one and until the other.
    case endsBeforeItBegins
  }

  package let what: What
  package let column: Int

  init(_ what: What, at column: Int) {
    self.what = what
    self.column = column
  }
}
