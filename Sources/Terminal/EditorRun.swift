import CPlatform
import Console
import Glibc

extension EditorCommand {
  /// What keeps every choice from being run: that there is no such program.
  var lack: EditorLack? { found == nil ? .program(choices.first?.first ?? "") : nil }

  /// The first choice that there is, and the name of its program's own file.
  fileprivate var found: (words: [String], realName: String)? {
    for words in choices {
      if let path = words.first.flatMap(program(named:)) { return (words, realName(of: path)) }
    }
    return nil
  }

  /// Where a program is, looked for as execvp(3) looks.
  private func program(named name: String) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    guard !name.isEmpty else { return nil }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/bin:/usr/bin"
    return folders.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? name : "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  private func realName(of path: String) -> String {
    guard let real = realpath(path, nil) else { return Self.fileName(path) }
    defer { free(real) }
    return Self.fileName(String(cString: real))
  }
}

/// Runs the editor on the terminal and waits for its end. The terminal's modes are then as they were before, and of the
/// signals that came meanwhile only being asked to end is left to be read.
func runEditor(_ editor: EditorCommand, on path: String, signals: SignalWatch?) -> EditorEnd {
  guard let (words, realName) = editor.found else { return .didNotRun(editor.lack ?? .terminal) }
  let name = EditorCommand.fileName(words[0])
  var modes = termios()
  let hasModes = tcgetattr(STDIN_FILENO, &modes) == 0
  // Inherited as ignored, it would hide how the child ended.
  signal(SIGCHLD, SIG_DFL)
  var child = pid_t()
  let problem = spawn(EditorCommand.call(words, realName: realName, path: path), besides: path, &child)
  guard problem == 0 else { return .didNotRun(.start(name, errno: problem)) }
  let status = waitForEnd(of: child, signals: signals)
  if hasModes { takeBackTerminal(modes) }
  signals?.forgetAllButEnd()
  let signal = status & 0x7F
  if signal != 0 { return .killed(program: name, signal: signal) }
  let code = status >> 8 & 0xFF
  return code == 0 ? .done : .gaveUp(program: name, code: code)
}

/// Starts it with its temporary files beside the file; returns 0 or an errno.
private func spawn(_ call: [String], besides path: String, _ child: inout pid_t) -> Int32 {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let words = call.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  return attune_spawn(call[0], words, folder.isEmpty ? "/" : folder, &child)
}

/// The status with which the child ended. When it is stopped, as by Control-Z, the program stops with it.
private func waitForEnd(of child: pid_t, signals: SignalWatch?) -> Int32 {
  var status: Int32 = 0
  while true {
    let found = waitpid(child, &status, WUNTRACED)
    if found < 0, errno == EINTR { continue }
    // A child that was ended by nobody who can be asked: its file says what it did.
    if found < 0 { return 0 }
    guard status & 0xFF == 0x7F else { return status }
    if let signals { signals.stopUntilWoken() } else { attune_stop_group() }
    kill(child, SIGCONT)
  }
}

/// Puts the terminal back as it was, also where a child that was killed had it all to itself.
private func takeBackTerminal(_ modes: termios) {
  var quiet = sigset_t()
  var before = sigset_t()
  sigemptyset(&quiet)
  sigaddset(&quiet, SIGTTOU)
  sigprocmask(SIG_BLOCK, &quiet, &before)
  if tcgetpgrp(STDIN_FILENO) != getpgrp() { tcsetpgrp(STDIN_FILENO, getpgrp()) }
  var modes = modes
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  sigprocmask(SIG_SETMASK, &before, nil)
}
