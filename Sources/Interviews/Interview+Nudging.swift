import Documents
import Forms

extension Interview {
  /// The wording lists are English.
  var lists: WordingLists? { (state.tree["lang"]?.string ?? "en").hasPrefix("en") ? catalog.wording : nil }

  /// Says once that the end is near, or that this was looked at lately, whatever was asked.
  mutating func nudgeOnce(_ surroundings: Surroundings, _ outcome: inout Outcome) {
    let finder = NudgeFinder(template: template, tree: state.tree, said: state.nudged, lists: lists)
    let time = finder.time(surroundings.now, since: surroundings.began)
    let nudges = time + finder.afterTags()
    guard !nudges.isEmpty, !outcome.events.isEmpty else { return }
    var event = Event(.moved, at: surroundings.now, place: state.cursor)
    event.nudges = nudges.map(\.key)
    event.doubts = state.doubts
    event.next = state.cursor
    event.returnsTo = state.returnsTo
    fold(event)
    outcome.events.append(event)
    outcome.remarks += nudges.map(Remark.nudge)
    if !time.isEmpty {
      outcome.remarks.append(.aside("No solution practiced yet. Stop assessing here and rehearse one?"))
    }
  }

  /// An element whose last missing field is answered is whole, and may be worth a nudge.
  func nudges(onCompleting place: Place, with changes: [Change]) -> [Nudge] {
    guard let question = template.question(place.question), let element = place.element, place.line == 0,
      case .list(let list, _, _) = question.manner
    else { return [] }
    let after = state.tree.applying(changes)
    let guide = Guide(template: template, tree: after, passed: state.passed)
    guard guide.isWhole(element, of: question) else { return [] }
    return NudgeFinder(template: template, tree: after, said: state.nudged, lists: lists).afterElement(
      element, of: list)
  }
}
