import Documents
import Forms

// Words that are asked about once: danger that may be here now, and a sentence that reads as a promise. The program only
// asks; what it thought it saw is kept nowhere.

extension Interview {
  /// Asks about what was just said, where something in it is asked about.
  mutating func askAboutWords(_ line: String, at place: Place?, _ surroundings: Surroundings, _ outcome: inout Outcome)
  {
    guard (state.tree["lang"]?.string ?? "en").hasPrefix("en"), state.doubts.isEmpty, !outcome.events.isEmpty,
      outcome.events.contains(where: { $0.what == .answered })
    else { return }
    if let doubt = promise(at: place, surroundings.now) ?? danger(in: line, at: place) {
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
    let opensGate: [Change] = [.set("$risk", true), .set("safetyGate.required", true)]
    return Doubt(
      fact: .thenOrNow,
      choices: [
        Doubt.Choice(keys: ["then", "t"], says: "then", changes: []),
        Doubt.Choice(keys: ["now", "n"], says: "now", changes: opensGate),
        Doubt.Choice(keys: ["both", "b"], says: "both", changes: opensGate),
      ], standard: nil)
  }

  /// A commitment that reads as a promise not to self-harm, or bars crisis help: No writes down that it was looked at.
  private func promise(at place: Place?, _ now: Moment) -> Doubt? {
    guard let place, let list = template.question(place.question)?.list,
      list == "commitments" || list == "therapistCommitments", let id = place.element ?? state.tree.ids(in: list).last
    else { return nil }
    for key in ["text", "measure"] {
      let path = list.appending(id).appending(key)
      guard let text = state.tree[path]?.string, [.promise, .crisisBar].contains(catalog.wording.promise(in: text)),
        !isDismissed("Q30", at: path)
      else { continue }
      return Doubt(
        fact: .promise(text),
        choices: [
          Doubt.Choice(keys: ["y", "yes"], says: "a safety plan says how instead; /edit \(id)", changes: []),
          Doubt.Choice(
            keys: ["n", "no"], says: "looked at, and kept",
            changes: [dismissal("Q30", at: path, reason: "Asked; it does not ask for a promise.", now)]),
        ], standard: 0)
    }
    return nil
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
