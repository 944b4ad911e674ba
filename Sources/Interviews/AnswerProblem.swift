/// Why an answer was not taken. Nothing is lost: the line comes back to be changed.
package enum AnswerProblem: Error, Hashable, Sendable {
  /// A required question was passed.
  case isRequired
  /// A required list was ended while it is empty.
  case needsOne
  case isNotANumber(within: ClosedRange<Int>)
  case isNotAChoice(said: String, of: [String], didYouMean: String?)
  case isAmbiguous(said: String, could: [String])
  /// Words that none of the line's fields takes.
  case isNotUnderstood(said: String, shape: String?)
  /// Words that answer something, where a name or a code signs.
  case isNoName(said: String)
  /// The name that the other one signs with.
  case isOthersName(said: String)
  case isNoDay(said: String, isAhead: Bool)
  case needsADay
  case isStillToCome
  /// A day to come that lies too far ahead.
  case isTooFar(days: Int)
  case hasNoID(said: String, of: [String])
  case needsAnID(of: [String])
  case tooMany(limit: Int)
  case listIsFull(cap: Int)
  /// Other changes were made after this one and may rest on it.
  case isChangedSince
}
