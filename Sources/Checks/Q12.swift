import Documents

/// The links go forward in time with no long gap, and end in an urge or an act.
enum Q12: Check {
  static let id = "Q12"

  static func findings(in document: Checked) -> [Finding] {
    let links = document.links
    var found: [Finding] = []
    let timed = links.indices.filter { minutes(links[$0]) != nil }
    let span = (timed.first.flatMap { minutes(links[$0]) } ?? 0, timed.last.flatMap { minutes(links[$0]) } ?? 0)
    for (from, to) in zip(timed, timed.dropFirst()) {
      guard let start = minutes(links[from]), let end = minutes(links[to]) else { continue }
      if end < start {
        found.append(fix(links[to].path, "\(name(links[to])) is earlier than \(name(links[from])). Which came first?"))
      } else if end - start > 60, span.1 - span.0 <= 360, day(links[from]) == day(links[to]),
        !links[from...to].contains(where: { isBlank($0, document) })
      {
        found.append(
          consider(
            links[to].path, "\(end - start) minutes between \(name(links[from])) and \(name(links[to])). What happened?"
          ))
      }
    }
    if let last = links.last, last["type"] != "urge", last["type"] != "action",
      !found.contains(where: { $0.path == last.path })
    {
      found.append(consider(last.path, "The last link is no urge and no act. What led straight to the behavior?"))
    }
    return found
  }

  private static func name(_ link: Checked.Element) -> String { link.id ?? link.path.last }
  private static func day(_ link: Checked.Element) -> Int { link["dayOffset"]?.int ?? 0 }

  private static func minutes(_ link: Checked.Element) -> Int? {
    link["at"]?.string.flatMap { TimeOfDay($0) }.map { day(link) * 1440 + $0.minutes }
  }

  /// A stretch that nobody remembers: its words were answered with a state.
  private static func isBlank(_ link: Checked.Element, _ document: Checked) -> Bool {
    document.isAnsweredWithState(link.path.appending("text"))
  }
}
