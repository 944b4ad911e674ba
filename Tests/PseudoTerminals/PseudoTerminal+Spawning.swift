import Glibc

// Glibc hides these from Swift; the numbers are those of Linux.
private let setSession: Int32 = 0x80
private let unlockTerminal: UInt = 0x4004_5431
private let terminalNumber: UInt = 0x8004_5430

/// Where a program is that was built together with the running tests.
package func pathBesideTests(_ program: String) -> String {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let own = String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + program
}

/// Opens a pseudo-terminal that no child inherits: one that did would keep the terminal of another open.
func openPseudoTerminal() throws(PseudoTerminal.Failure) -> Int32 {
  let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
  var zero: Int32 = 0
  guard descriptor >= 0, ioctl(descriptor, unlockTerminal, &zero) == 0 else { throw .noTerminal(errno: errno) }
  return descriptor
}

func setSize(of descriptor: Int32, columns: Int, rows: Int) {
  var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
}

/// Starts a program as the leader of a session whose terminal is the other side of `descriptor`.
///
/// By posix_spawn, because fork in a process with threads may leave locks shut for ever.
func spawn(
  _ path: String, _ arguments: [String], on descriptor: Int32, environment: [String: String]
) throws(PseudoTerminal.Failure) -> pid_t {
  var number: Int32 = 0
  guard ioctl(descriptor, terminalNumber, &number) == 0 else { throw .noTerminal(errno: errno) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // The first terminal that the leader of a session opens becomes its controlling terminal.
  for target in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/pts/\(number)", O_RDWR, 0) }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  let flags = setSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
  posix_spawnattr_setflags(&attributes, Int16(flags))

  let words = ([path] + arguments).map { strdup($0) } + [nil]
  let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { (words + variables).forEach { free($0) } }
  var process = pid_t()
  let problem = posix_spawn(&process, path, &actions, &attributes, words, variables)
  guard problem == 0 else { throw .notStarted(errno: problem) }
  return process
}
