import Documents
import Forms

/// What an interview is asked in: the time and the zone come in as values.
package struct Surroundings {
  package let now: Moment
  package let zone: any Zone
  /// When the two people sat down to it: at the beginning, or when it was resumed.
  package let began: Moment

  package init(now: Moment, zone: any Zone, began: Moment) {
    self.now = now
    self.zone = zone
    self.began = began
  }
}

/// One guided conversation as a pure state machine: a fold over its events. Nothing here reads, writes or waits.
///
/// Every method that takes something in returns the events that it came to; whoever calls appends them to the journal
/// before the next prompt. Resuming is folding them again, undoing is folding one fewer.
package struct Interview: Sendable {
  package let template: Template
  package let catalog: Catalog
  /// The fingerprint of what two people sign of a document, where its kind is signed.
  let seal: (@Sendable (JSON) -> String)?
  /// What follows from an answer together with other documents, where something does; nothing that stands there already.
  let follows: (@Sendable (JSON) -> [Change])?
  /// The states after each step that `/undo` can take back, the last one being now.
  private var history: [InterviewState]
  private var undone: [InterviewState] = []
  /// The places of the state that is now, where they were looked for already.
  package internal(set) var standing: Standing?
  /// The first states that `/undo` leaves alone: those of the opening.
  private let floor: Int

  package var state: InterviewState { history[history.count - 1] }
  package var canUndo: Bool { history.count > floor }

  /// Folds events into an interview. The first one opens it.
  package init(
    template: Template, catalog: Catalog, folding events: [Event], seal: (@Sendable (JSON) -> String)? = nil,
    follows: (@Sendable (JSON) -> [Change])? = nil
  ) {
    self.seal = seal
    self.follows = follows
    self.template = template
    self.catalog = catalog
    history = [InterviewState()]
    floor = 2
    for event in events { fold(event) }
  }

  /// The event that opens a session: the document's envelope, with what the interview knows besides.
  package static func opening(template: Template, tree: JSON, at now: Moment) -> Event {
    var event = Event(.opened, at: now)
    event.changes = [.set(.root, tree)]
    event.next = Guide(template: template, tree: tree, passed: []).next(after: nil, openBefore: [])
    return event
  }

  /// What follows from the answers of a document that is taken up.
  package static func derived(from tree: JSON, _ template: Template) -> [Change] {
    Derivation.changes(from: tree, to: tree, template: template)
  }

  package mutating func fold(_ event: Event) {
    if event.what != .moved || !event.changes.isEmpty || !event.passes.isEmpty || !event.reopens.isEmpty {
      standing = nil
    }
    switch event.what {
    case .undone:
      if canUndo, let last = history.popLast() { undone.append(last) }
    case .redone:
      if let next = undone.popLast() { history.append(next) }
    case .moved, .voiced, .closing:
      // No step of its own: it changes where we are, not what was said.
      history[history.count - 1].apply(event)
    case .opened, .answered, .read, .passed, .skipped, .settled, .changed, .validated:
      var next = state
      next.apply(event)
      history.append(next)
      undone = []
    }
  }

  package var guide: Guide { Guide(template: template, tree: state.tree, passed: state.passed) }

  package var canRedo: Bool { !undone.isEmpty }
}
