import Documents
import Forms

/// One thing that happened in a session. An interview is the fold over these; the journal is their list.
package struct Event: Hashable, Sendable {
  package enum What: String, CaseIterable, Hashable, Sendable {
    /// The session began: the change sets the envelope.
    case opened
    /// Words were taken as they were typed.
    case answered
    /// What was read out of the words just taken.
    case read
    /// An empty Enter passed an optional question or ended a list.
    case passed
    /// A question was answered with a state.
    case skipped
    /// A doubt was settled.
    case settled
    /// Another place; no step of its own for `/undo`.
    case moved
    /// A command changed the document.
    case changed
    case validated
    /// Whose answers these are from now on.
    case voiced
    case undone, redone
    /// Closing began: ids, times and targets are fixed.
    case closing
  }

  package var what: What
  package var at: Moment
  package var place: Place?
  /// What was typed, as it was typed.
  package var said: String?
  package var voice: Voice?
  package var changes: [Change] = []
  /// Places that were passed.
  package var passes: [Place] = []
  /// Places that are asked again.
  package var reopens: [Place] = []
  package var doubts: [Doubt] = []
  /// Nudges that were said with it and are not said again.
  package var nudges: [String] = []
  /// What a closing carries out: the document, its status, and what is written into others.
  package var facts: JSON?
  /// Where it goes on; nothing is the end of the form.
  package var next: Place?
  /// Where it goes on after what is asked between.
  package var returnsTo: Place?

  package init(_ what: What, at: Moment, place: Place? = nil, said: String? = nil) {
    self.what = what
    self.at = at
    self.place = place
    self.said = said
  }
}
