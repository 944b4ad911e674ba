/// The states that a line went through, to go back and forth among them.
///
/// What is typed is taken back a word at a time; every other change by itself.
package struct UndoHistory {
  package enum Change: Hashable, Sendable { case typing(Unicode.Scalar), other }

  private static let mostStates = 500
  private static let mostScalars = 2_000_000

  private var past: [EditedText] = []
  private var future: [EditedText] = []
  private var keptScalars = 0
  private var isTyping = false

  package init() {}

  /// Notes that `before` is about to change.
  package mutating func note(_ before: EditedText, _ change: Change) {
    future = []
    switch change {
    case .typing(let scalar):
      defer { isTyping = true }
      if isTyping && scalar != " " { return }
    case .other: isTyping = false
    }
    keep(before)
  }

  /// Ends a word of typing: what is typed next, somewhere else, is taken back by itself.
  package mutating func breakTyping() { isTyping = false }

  package mutating func undo(from now: EditedText) -> EditedText? {
    isTyping = false
    guard let before = past.popLast() else { return nil }
    keptScalars -= before.scalars.count
    future.append(now)
    return before
  }

  package mutating func redo(from now: EditedText) -> EditedText? {
    isTyping = false
    guard let after = future.popLast() else { return nil }
    keep(now)
    return after
  }

  private mutating func keep(_ text: EditedText) {
    past.append(text)
    keptScalars += text.scalars.count
    while past.count > Self.mostStates || (keptScalars > Self.mostScalars && past.count > 1) {
      keptScalars -= past.removeFirst().scalars.count
    }
  }
}
