import Console
import Glibc

/// The console of this process: an editor where there is a terminal that can be drawn on, lines as they come everywhere
/// else. With `plain` nothing is drawn and no escape is sent, whatever the terminal.
package func makeConsole(plain: Bool, color: ColorChoice) -> (any LineReading & TextEditing, any Output) {
  let term = variable("TERM")
  let isScreen = isatty(STDOUT_FILENO) != 0 && canMoveCursor(term: term) && !plain
  let hasColor =
    !plain && colorIsOn(choice: color, isTerminal: isScreen, noColor: variable("NO_COLOR"), term: term)
  let output = TerminalOutput(isPlain: !isScreen, hasColor: hasColor)
  let editor = EditorCommand(visual: variable("VISUAL"), editor: variable("EDITOR"))
  if isScreen, isatty(STDIN_FILENO) != 0, let reader = TerminalLineReader(editor: editor) { return (reader, output) }
  return (PipeLineReader(editor: editor, complain: output.complain), output)
}

private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
