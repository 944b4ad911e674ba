import Documents
import Forms

extension Guide {
  /// Whether a place is asked only in the room, not of who prepares alone.
  package func isForTheRoom(_ place: Place) -> Bool {
    guard let question = template.question(place.question) else { return false }
    var alone = tree
    alone.apply(.set("$alone", true))
    return !question.when.holds(in: alone)
  }
}
