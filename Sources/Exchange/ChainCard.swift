import Documents

/// What a client takes home of a chain (spec 3.12), in plain words: a label and a sentence each.
///
/// The first sign and what to do then, what each of the two promised, one sentence that made sense, the crisis line.
/// It bears no code, so that it says nobody's name where it is left lying.
package func chainCard(_ document: JSON, crisisLine: String) -> [(label: String, text: String)] {
  let card = Card(document)
  var lines: [(label: String, text: String)] = []
  func add(_ label: String, _ text: String?) {
    if let text, !text.isEmpty { lines.append((label, text)) }
  }
  add("To take home", card.day)
  add("The first sign", card.sign)
  add("What I do then", card.plan)
  for promise in card.promises("therapistCommitments") { add("My therapist promised", promise) }
  for promise in card.promises("commitments") { add("I promised", promise) }
  add("What made sense", card.sense)
  add("In danger now", crisisLine)
  return lines
}

private struct Card {
  private let tree: JSON

  init(_ tree: JSON) { self.tree = tree }

  var day: String? { Envelope(tree).sessionDate.map(Card.spoken) }

  /// The first place, as things happened, that something else was planned for; else the first key step.
  private var place: (sign: String, plan: String?)? {
    let causes = (tree["vulnerabilities"]?.array ?? []).map { ($0, "description") }
    let event = tree["promptingEvent"].map { [($0, "description")] } ?? []
    let links = (tree["links"]?.array ?? []).map { ($0, "text") }
    let chosen = (tree["solutions"]?.array ?? []).filter { $0["chosen"] == true }
    // A step of the chain is a sign; what set the stage is one only where nothing else has a plan.
    for (element, key) in event + links + causes {
      guard let id = element["id"]?.string, let sign = element[key]?.string,
        let solution = chosen.first(where: { $0["ref"]?.string == id }), let plan = solution["plan"]?.string
      else { continue }
      return (sign, plan)
    }
    let key = links.first { $0.0["key"] == true } ?? event.first
    return key.flatMap { element, key in element[key]?.string.map { ($0, chosen.first?["plan"]?.string) } }
  }

  var sign: String? { place?.sign }
  var plan: String? { place?.plan }

  func promises(_ list: String) -> [String] {
    (tree[list]?.array ?? []).prefix(3).compactMap { promise in
      promise["text"]?.string.map { text in
        let day = promise["by"]?.string.flatMap { CivilDate($0) }.map { " By \(Card.spoken($0))." } ?? ""
        return text + (day.isEmpty || ".!?".contains(text.last ?? " ") ? "" : ".") + day
      }
    }
  }

  /// One sentence: about the sign where there is one, else the first.
  var sense: String? {
    let all = (tree["validation"]?.array ?? []).filter { $0["text"]?.isAbsent == false }
    let text = all.first?["text"]?.string ?? ""
    guard let end = text.firstRange(of: ". ") else { return text }
    return text[..<end.lowerBound] + "."
  }

  private static func spoken(_ date: CivilDate) -> String {
    "\(date.weekday.name) \(date.day) \(monthNames[date.month - 1])"
  }
}
