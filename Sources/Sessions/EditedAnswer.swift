import Console

/// What came back from an editor, held against what it was given.
package enum EditedAnswer: Hashable, Sendable {
  case text(String)
  /// The same as before.
  case unchanged
  /// Nothing but blanks, or no file.
  case empty
  case isNotUTF8
  case isTooLong

  /// Bytes that an answer can have.
  package static let limit = 1 << 20

  package init(_ bytes: [UInt8]?, before: String) {
    guard let bytes else {
      self = .empty
      return
    }
    guard bytes.count <= Self.limit else {
      self = .isTooLong
      return
    }
    guard let read = String(validating: bytes, as: UTF8.self) else {
      self = .isNotUTF8
      return
    }
    let text = Self.asPasted(read)
    self = text.trimmed.isEmpty ? .empty : text == Self.asPasted(before) ? .unchanged : .text(text)
  }

  /// As it would stand in a line into which it was pasted, without the line feeds that editors end a text with.
  private static func asPasted(_ text: String) -> String {
    var scalars = fitForALine(text)
    // Some editors begin a text in UTF-8 with a sign that says so.
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// What is done with it.
  package enum Step: Hashable, Sendable {
    case answers(String)
    /// It stands in the line, to be looked at.
    case comesBack(String)
    /// It is left in its file.
    case stays
    case isNothing
  }

  /// `canComeBack` where a line can be changed before it is sent.
  package func step(after end: EditorEnd, canComeBack: Bool) -> Step {
    switch (self, end) {
    case (.unchanged, _), (.empty, _): .isNothing
    case (.isNotUTF8, _), (.isTooLong, _), (.text, .didNotRun): .stays
    case (.text(let text), .done): .answers(text)
    case (.text(let text), .gaveUp), (.text(let text), .killed): canComeBack ? .comesBack(text) : .stays
    }
  }
}
