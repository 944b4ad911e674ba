import Documents
import Forms

/// What a command did, and what `/undo` would take back.
package enum Deed: Hashable, Sendable {
  /// With the words that were taken away, where some were.
  case undid(String?)
  case redid, nothingToUndo, nothingToRedo
  case nothingBefore, nothingAfter, nothingToEdit
  case noSuchPlace(String, didYouMean: String?)
  /// A section in which nothing is asked as things stand.
  case nothingAskedIn(String)
  case noSuchElement(String, of: [String])
  case skipped(AnswerState)
  /// Gone past, with nothing that a state could stand for.
  case passedOver
  /// What was in doubt stays as it was typed.
  case leftInDoubt
  case cannotSkipHere
  case voice(Voice)
  case inserts(before: String?, after: String?)
  case moved(String, before: String?, after: String?)
  case dropped(String, pointedAt: [String])
  case split(String, into: String), merged(String, String, pointedAt: [String])
  case dismissed(String)
  /// A mark whose words are asked for when the client has gone.
  case markedNote(Int), markedPrivate(Int)
  case rated(String, Int)
  case cannotRate(String)
  case key(String, Bool)
  case tooManyKeys(Int)
  case validated(level: Int?, at: String)
  case noWordsToValidate
  case risk
  case form(String)
  case needs(usage: String)
  /// Of several that rest on each other only the last can be taken out.
  case onlyTheLast(String)
}
