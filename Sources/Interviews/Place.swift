import Documents

/// Where in a form the two people are: a question, an element of its list, a line of that element, one field alone.
package struct Place: Hashable, Sendable {
  package var question: String
  /// The element that is asked about; none is the line for a new one.
  package var element: String?
  /// Which of the question's lines: 0 is the first, then those that follow it.
  package var line = 0
  /// The one field that is asked for, as a path inside the element or the document.
  package var field: Path?
  /// A new element goes before this one.
  package var before: String?

  package init(_ question: String, element: String? = nil, line: Int = 0, field: Path? = nil, before: String? = nil) {
    self.question = question
    self.element = element
    self.line = line
    self.field = field
    self.before = before
  }

  /// The place without the position of a new element: places are the same whatever goes before what.
  var plain: Place { Place(question, element: element, line: line, field: field) }
}
