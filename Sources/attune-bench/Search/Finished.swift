import Glibc

/// A command that was run to its end.
struct Finished {
  let milliseconds: Double
  /// The most memory that it had, in megabytes.
  let megabytes: Double

  /// Runs a command with its output thrown away, as someone with an empty home would.
  init(_ words: [String], home: String, accepting codes: Set<Int32> = [0]) throws(BenchProblem) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let list = words.map { strdup($0) } + [nil]
    let variables: [String] = ["HOME=\(home)", "PATH=/usr/bin:/bin"]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for text in list + environment { free(text) } }
    var process = pid_t()
    let begin = nanosecondsNow()
    let code = posix_spawnp(&process, words[0], &actions, nil, list, environment)
    guard code == 0 else { throw .call("posix_spawn \(words[0])", errno: code) }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else { throw .call("wait4", errno: errno) }
    milliseconds = (nanosecondsNow() - begin) / 1e6
    megabytes = Double(usage.ru_maxrss) * 1024 / 1e6
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    guard codes.contains(exit) else { throw .program(words.joined(separator: " "), instead: "exit \(exit)") }
  }
}
