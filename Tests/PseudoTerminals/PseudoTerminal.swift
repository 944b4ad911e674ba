import Glibc

/// A program on a terminal of its own, to type at and to look at.
///
/// The program leads a session whose controlling terminal is the pseudo-terminal, as in a terminal window. Everything it
/// writes is taken in whenever something is sent or waited for, since a pseudo-terminal holds only four kilobytes.
package final class PseudoTerminal {
  package enum Failure: Error, Hashable, Sendable {
    case noTerminal(errno: Int32)
    case notStarted(errno: Int32)
    /// What came instead, from where the last expectation ended.
    case notSeen(String, instead: String)
    case stillRunning
  }

  package enum Exit: Hashable, Sendable { case code(Int32), signal(Int32) }

  /// Everything that the program wrote so far.
  package private(set) var output: [UInt8] = []
  package let process: pid_t
  private var descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 65536)
  private var seen = 0
  private var exit: Exit?

  /// Starts a program that was built beside the tests, or one with a path.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws(Failure) {
    let defaults = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    let path = program.contains("/") ? program : pathBesideTests(program)
    descriptor = try openPseudoTerminal()
    setSize(of: descriptor, columns: columns, rows: rows)
    do throws(Failure) {
      process = try spawn(
        path, arguments, on: descriptor, environment: defaults.merging(environment) { $1 }.filter { !$1.isEmpty })
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Types a text, taking in what the program answers meanwhile.
  package func send(_ text: String) { send(bytes: Array(text.utf8)) }

  package func send(bytes: [UInt8]) {
    var rest = bytes[...]
    let end = now() + 20
    while !rest.isEmpty, now() < end {
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard Glibc.poll(&poll, 1, 1000) > 0 else { continue }
      if Int32(poll.revents) & POLLIN != 0 { drain() }
      if Int32(poll.revents) & POLLOUT != 0 {
        let count = Array(rest.prefix(1024)).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return }
      } else if Int32(poll.revents) & (POLLHUP | POLLERR) != 0 {
        return
      }
    }
  }

  /// Waits until a text was written, behind what was expected last, and returns everything up to it.
  @discardableResult package func expect(_ text: String, within seconds: Double = 10) throws(Failure) -> String {
    let wanted = Array(text.utf8)
    let end = now() + seconds
    while true {
      if let range = output[seen...].firstRange(of: wanted) {
        defer { seen = range.upperBound }
        return String(decoding: output[seen..<range.upperBound], as: UTF8.self)
      }
      guard now() < end, waitForOutput(until: end) else {
        throw .notSeen(text, instead: String(decoding: output[seen...], as: UTF8.self))
      }
    }
  }

  /// Waits until nothing was written for a while.
  package func settle(for quiet: Double = 0.08) { while waitForOutput(until: now() + quiet) {} }

  /// Counts all that was written so far as seen.
  package func passOver() { seen = output.count }

  package func resize(columns: Int, rows: Int) { setSize(of: descriptor, columns: columns, rows: rows) }

  /// Closes the terminal, as when its window is closed.
  package func hangUp() {
    close(descriptor)
    descriptor = -1
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// What the program did with the terminal's modes: whether it reads keys one by one and unseen.
  package var isRaw: Bool {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return modes.c_lflag & tcflag_t(ICANON | ECHO) == 0
  }

  /// The terminal's modes, to compare.
  package var modes: [UInt32] {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  package func waitExit(within seconds: Double = 10) throws(Failure) -> Exit {
    let end = now() + seconds
    while exit == nil, now() < end {
      drain()
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        exit = status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
        drain()
      } else {
        usleep(5000)
      }
    }
    guard let exit else { throw .stillRunning }
    return exit
  }

  // MARK: - Reading

  /// False if nothing came by then, or nothing ever will.
  private func waitForOutput(until end: Double) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let left = max(0, Int32((end - now()) * 1000))
    return Glibc.poll(&poll, 1, left) > 0 && drain()
  }

  @discardableResult private func drain() -> Bool {
    var hasRead = false
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return hasRead }
      output += chunk[..<count]
      hasRead = true
    }
  }
}

/// Seconds of a clock that is never set.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
