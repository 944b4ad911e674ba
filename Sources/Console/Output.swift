/// Where what is said goes: results and the conversation to standard output, complaints to standard error.
///
/// Whoever writes here need not make text harmless: every conformer sends text through `harmless(_:)` and adds color
/// only for a terminal that has it.
package protocol Output: AnyObject {
  /// Columns of the screen now; 80 where there is no screen.
  var width: Int { get }
  /// Rows of the screen now; 24 where there is no screen.
  var height: Int { get }
  /// Linear: no redraw, no drawing, no escapes.
  var isPlain: Bool { get }

  /// One line of the conversation, no wider than the screen, with no line feed in it.
  func say(_ line: StyledLine)
  /// A line to standard error.
  func complain(_ text: String)
  /// Bytes of a result, as they are, to standard output.
  func put(_ text: String)
  /// Clears the screen and what can be scrolled back to. Does nothing where there is no screen.
  func clearScreen()
  /// Shows how far something is, in a line that the next one takes the place of; nothing takes it away. Does nothing
  /// where there is no screen.
  func showProgress(_ line: String?)
}

extension Output {
  package func say(_ text: String = "") { say(StyledLine(text)) }
  package func showProgress(_ line: String?) {}
}
