import Documents
import Forms

/// What came of something that was taken in.
package struct Outcome {
  /// To be kept, in this order, before the next prompt.
  package var events: [Event] = []
  package var remarks: [Remark] = []

  package init() {}
}

/// What is said about something that was taken in, as a fact; the words are found where it is said.
package enum Remark: Hashable, Sendable {
  /// What was read out of a line, said back; of an element where it is one.
  case took(id: String?, [String])
  /// What was said once for several elements, said back group by group.
  case marked([String])
  /// Not taken; the line comes back to be changed.
  case problem(AnswerProblem, line: String)
  /// A text of the template.
  case say(String)
  case aside(String)
  case crisis
  /// Writing stops here: the words are shown alone, with the crisis resources, until it is said to go on.
  case stop(String)
  case nudge(Nudge)
  case did(Deed)
  case checkAgain([Path])
  /// A line that is brought into the input line to be changed.
  case brings(String)
  /// The words that may be typed here, in full.
  case options
}
