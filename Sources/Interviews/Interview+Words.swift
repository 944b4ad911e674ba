import Documents
import Forms

// Words that are asked about once: danger that may be here now, and a sentence that reads as a promise. The program only
// asks; what it thought it saw is kept nowhere.

extension WordingLists.Promise {
  /// What a yes is answered with.
  fileprivate var instead: String {
    switch self {
    case .promise, .stayAlive, .none: "a safety plan says how instead"
    case .crisisBar: "crisis help is always open"
    case .punitive: "what would help instead of a consequence"
    case .absolute: "name the limits with it"
    }
  }

  /// Why a no dismisses the finding.
  fileprivate var reason: String {
    switch self {
    case .promise, .stayAlive, .none: "Asked; it does not ask for a promise."
    case .crisisBar: "Asked; it does not bar crisis help."
    case .punitive: "Asked; it is no consequence of self-harm or of getting help."
    case .absolute: "Asked; it does not promise that everything stays private."
    }
  }
}

extension Interview {
  /// Asks about what was just said, where something in it is asked about.
  mutating func askAboutWords(_ line: String, at place: Place?, _ surroundings: Surroundings, _ outcome: inout Outcome)
  {
    guard state.doubts.isEmpty, outcome.events.contains(where: { $0.what == .answered }) else { return }
    // The lists are English; what tells who somebody is has the same form in any language.
    let isEnglish = (state.tree["lang"]?.string ?? "en").hasPrefix("en")
    let listed = isEnglish ? promise(in: outcome.events, surroundings.now) ?? danger(in: line, at: place) : nil
    if let doubt = listed ?? identity(in: line, at: place, surroundings.now) {
      var event = Event(.moved, at: surroundings.now, place: state.cursor)
      event.next = state.cursor
      event.returnsTo = state.returnsTo
      event.doubts = [doubt]
      if doubt.fact == .thenOrNow { event.nudges = ["words"] }
      fold(event)
      outcome.events.append(event)
    }
  }

  /// Asked once a session, and not where the gate is open already.
  private func danger(in line: String, at place: Place?) -> Doubt? {
    guard !state.nudged.contains("words"), state.tree["safetyGate"]?["required"] != true,
      let place, template.section(of: place.question)?.id != "safety", catalog.holdsListedWords(line)
    else { return nil }
    // Only a chain has the questions of the gate; elsewhere the resources are shown.
    let isChain = template.kind == .chain
    let opensGate: [Change] = [.set("$risk", true)] + (isChain ? [.set("safetyGate.required", true)] : [])
    return Doubt(
      fact: .thenOrNow,
      choices: [
        Doubt.Choice(keys: ["then", "t"], says: "then", changes: []),
        Doubt.Choice(keys: ["now", "n"], says: "now", changes: opensGate),
        Doubt.Choice(keys: ["both", "b"], says: "both", changes: opensGate),
      ], standard: nil)
  }

  /// A sentence that reads as a promise not to self-harm, bars crisis help, punishes either or promises too much, where
  /// it was said now: No writes down that it was looked at.
  private func promise(in events: [Event], _ now: Moment) -> Doubt? {
    let changed = events.flatMap(\.changes).compactMap { change -> Path? in
      switch change {
      case .set(let path, _): path
      case .insert(_, let list, _): list
      case .remove, .move: nil
      }
    }
    for said in BindingText.all(in: state.tree) where changed.contains(where: { $0.covers(said.path) }) {
      guard let kind = catalog.wording.reading(of: said), !isDismissed("Q30", at: said.path) else { continue }
      let id = said.path.steps.count > 1 ? said.path.steps.last { $0.contains { $0.isNumber } } : nil
      return Doubt(
        fact: .promise(said.text, kind),
        choices: [
          Doubt.Choice(
            keys: ["y", "yes"], says: kind.instead + (id.map { "; /edit \($0)" } ?? "; /back changes it"), changes: []),
          Doubt.Choice(
            keys: ["n", "no"], says: "looked at, and kept",
            changes: [dismissal("Q30", at: said.path, reason: kind.reason, now)]),
        ], standard: 0)
    }
    return nil
  }

  /// What may tell who somebody is, by its form: it is for the two to say whether it should stand there.
  private func identity(in line: String, at place: Place?, _ now: Moment) -> Doubt? {
    guard !asksToSign(at: place), let pattern = IdentifyingPattern.first(in: line, year: now.date.year) else {
      return nil
    }
    return Doubt(
      fact: .identifies(pattern),
      choices: [
        Doubt.Choice(keys: ["y", "yes"], says: "it stands as it is", changes: []),
        Doubt.Choice(keys: ["n", "no"], says: "/edit brings the line back to be changed", changes: []),
      ], standard: 0)
  }

  /// Marks that a gap was made and for how long; not what was in it.
  package mutating func wasOffTheRecord(minutes: Int, in surroundings: Surroundings) -> Event {
    var event = Event(.moved, at: surroundings.now, place: state.cursor)
    event.facts = ["offTheRecord": ["minutes": JSON(minutes)]]
    event.next = state.cursor
    event.returnsTo = state.returnsTo
    event.doubts = state.doubts
    fold(event)
    return event
  }

  // MARK: Findings that were looked at

  package func isDismissed(_ check: String, at path: Path) -> Bool {
    (state.tree["dismissals"]?.array ?? []).contains {
      $0["check"]?.string == check && $0["path"]?.string == path.description
    }
  }

  private func dismissal(_ check: String, at path: Path, reason: String, _ now: Moment) -> Change {
    .insert(
      [
        "check": .string(check), "path": .string(path.description), "reason": .string(reason), "by": "therapist",
        "at": .string(now.description),
      ], into: "dismissals", at: nil)
  }

  /// Keeps that a finding was looked at, with the reason.
  package mutating func dismiss(
    _ check: String, at path: Path, reason: String, in surroundings: Surroundings
  ) -> Outcome {
    var outcome = Outcome()
    change([dismissal(check, at: path, reason: reason, surroundings.now)], .dismissed(check), surroundings, &outcome)
    return outcome
  }
}
