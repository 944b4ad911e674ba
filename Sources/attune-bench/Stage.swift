import FoundationEssentials
import Glibc
import PseudoTerminals

/// The programs that are measured, and the folder that they work in.
final class Stage {
  let program: String
  let loop: String
  let sqlite: String
  let bc: String
  /// A folder of its own, which goes when the measuring ends.
  let folder: String

  init(program: String, loop: String, scratch: String) throws(BenchProblem) {
    self.program = try Stage.built(program)
    self.loop = try Stage.built(loop)
    sqlite = try Stage.installed("sqlite3")
    bc = try Stage.installed("bc")
    var template = Array("\(scratch)/bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let absolute = realpath(made, nil) else {
      throw .call("mkdtemp in \(scratch)", errno: errno)
    }
    folder = String(cString: absolute)
    free(absolute)
  }

  deinit {
    // A folder that stays behind harms nothing.
    do { try FileManager.default.removeItem(atPath: folder) } catch _ {}
  }

  var isFullyStatic: Bool { !asksForLoader(program) }

  /// A practice that was begun already: the first start, which makes it, is no start as people know it.
  func makePractice(_ name: String) throws(BenchProblem) -> String {
    let practice = "\(folder)/\(name)"
    let first = try start(program, ["--practice", practice])
    try first.awaits("attune> ", of: "attune")
    first.send("quit\r")
    _ = try first.ends(of: "attune")
    return practice
  }

  /// Starts a program at a terminal of its own, as someone with an empty home would.
  func start(_ path: String, _ arguments: [String]) throws(BenchProblem) -> PseudoTerminal {
    do throws(PseudoTerminal.Failure) {
      return try PseudoTerminal(path, arguments, environment: ["HOME": folder, "PATH": "/usr/bin:/bin"])
    } catch { throw .program(path, instead: "\(error)") }
  }

  private static func built(_ path: String) throws(BenchProblem) -> String {
    guard let absolute = realpath(path, nil) else { throw .notBuilt(path: path) }
    defer { free(absolute) }
    return String(cString: absolute)
  }

  private static func installed(_ name: String) throws(BenchProblem) -> String {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for folder in folders.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
      return "\(folder)/\(name)"
    }
    throw .notInstalled(name)
  }
}

extension PseudoTerminal {
  /// Waits until a text was written.
  func awaits(_ text: String, of name: String) throws(BenchProblem) {
    do throws(Failure) { try expect(text) } catch { throw .program(name, instead: "\(error)") }
  }

  func ends(of name: String) throws(BenchProblem) -> Exit {
    do throws(Failure) { return try waitExit() } catch { throw .program(name, instead: "\(error)") }
  }
}
