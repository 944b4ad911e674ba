import Documents
import Forms
import Interviews
import Sessions

/// Any lines are read or refused by their number; any events fold, and the interview goes on from there.
func holdJournal(_ bytes: [UInt8]) throws(Finding) {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  var template = Talk.chain
  switch JournalContent(lines) {
  case .nothing: break
  case .unreadable(let line): try hold(lines.indices.contains(line - 1), "there is no line \(line)")
  case .session(let head, _, _):
    try hold(SessionHead(head.json) == head, "a head that was written reads as another")
    if let tree = head.templateTree {
      do throws(TemplateProblem) { template = try Template(tree) } catch {
        try hold(!error.place.isEmpty || tree.object == nil, "\(error) names no place")
      }
    }
  }
  guard let template else { throw Finding(words: "there is no chain") }
  // One broken line must not hide the others: every event that reads is folded.
  let events = lines.flatMap(events(in:))
  for event in events { try hold(Event(event.json) == event, "an event that was written reads as another") }
  try holdGoesOn(Interview(template: template, catalog: Talk.catalog, folding: events), after: events)
}

private func events(in line: [UInt8]) -> [Event] {
  do throws(JSONProblem) {
    let value = try JSON(reading: line, within: .journalLine)
    return (value.array ?? [value]).compactMap { Event($0) }
  } catch { return [] }
}

/// Every place can be asked about, and it can be left and closed.
private func holdGoesOn(_ interview: Interview, after events: [Event]) throws(Finding) {
  let guide = interview.guide
  for place in guide.places() {
    _ = guide.isOpen(place)
    _ = guide.field(at: place)
  }
  let closing = Closing(interview.state)
  _ = closing.outcomes(on: Talk.now.date)
  _ = closing.isComplete
  _ = closing.document(status: "draft", updatedAt: Talk.now).compact
  var talk = Talk(interview, after: events)
  for line in ["18:10 F shame 85", "", "/back", "/undo", "/jump links", "words"] { talk.say(line) }
  try talk.holdFolds()
}
