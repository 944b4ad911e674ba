/// Where a long text is written: an editor of the person's own, at the terminal, or a test.
package protocol TextEditing: AnyObject {
  /// What keeps an editor from being opened here; nothing where one can be tried.
  var editorLack: EditorLack? { get }

  /// Hands the terminal to the editor with a file that is there, and returns when the editor has ended. Only the file's
  /// path is told to it; what it wrote stands in the file.
  func edit(fileAt path: String) -> EditorEnd
}

/// How an editor came to its end. None of these is an error.
package enum EditorEnd: Hashable, Sendable {
  /// As programs end that have done their work.
  case done
  /// With a code of its own, as vim does on `:cq`: what is in the file is not meant to be taken.
  case gaveUp(program: String, code: Int32)
  /// By a signal.
  case killed(program: String, signal: Int32)
  /// None ran.
  case didNotRun(EditorLack)
}

/// Why there is no editor.
package enum EditorLack: Hashable, Sendable {
  /// Input or output is no terminal, so that there is nothing to edit on.
  case terminal
  /// There is no program of that name.
  case program(String)
  /// The program is there and could not be started.
  case start(String, errno: Int32)
}

/// For where there is no terminal.
package final class NoEditor: TextEditing {
  package let editorLack: EditorLack? = .terminal

  package init() {}

  package func edit(fileAt path: String) -> EditorEnd { .didNotRun(.terminal) }
}
