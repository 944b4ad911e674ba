import Commands
import Console
import Documents
import Glibc
import Sessions
import Storage
import Terminal

/// Makes the real world from the command line and the environment, and runs the program in it.
struct Start {
  let arguments: [String]

  func run() -> Int32 {
    guard let color = ColorChoice(rawValue: option("--color") ?? "auto") else {
      return refuse("There is no color ‘\(option("--color") ?? "")’.", "auto, always or never.")
    }
    if let text = variable("ATTUNE_NOW"), Moment(text) == nil {
      return refuse("ATTUNE_NOW is no time: ‘\(text)’.", "For example 2026-02-09T16:05:00-05:00")
    }
    // Crisis resources need no practice and wait for none.
    guard let place = practice ?? (arguments.contains("crisis") ? "/" : nil) else {
      return refuse("There is no home folder to keep a practice in.", "Name a folder with --practice.")
    }
    ensureUTF8Locale()
    let (lines, output) = makeConsole(plain: arguments.contains("--plain"), color: color)
    let start = variable("ATTUNE_NOW").flatMap { Moment($0) }
    let zone = SystemZone(fixed: variable("TZ") == nil ? start?.offset : nil)
    let clock = SystemClock(startingAt: start, zone: zone)
    let seed = variable("ATTUNE_SEED").flatMap(UInt64.init)
    if clock.isSet { output.complain("ATTUNE_NOW is set: the clock is not the real one.") }
    if seed != nil { output.complain("ATTUNE_SEED is set: ids repeat.") }
    let disk = PosixDisk(place: place)
    let store = PracticeFolder(on: disk)
    let world = World(
      lines: lines, output: output, store: store, search: SearchIndex(of: store, on: disk), clock: clock, zone: zone,
      ids: seed.map { SeededIDs(seed: $0) } ?? RandomIDs(), readFile: readNamedFile,
      writeFile: writeNewFile, isAttended: isatty(STDIN_FILENO) != 0, trueName: trueName, makeFolder: makeNamedFolder,
      resumeCommand: option("--practice").map { "attune resume --practice \($0)" } ?? "attune resume", editor: lines,
      makeScratch: Scratch.inMemory, zoneNamed: NamedZone.init)
    return runProgram(arguments, in: world)
  }

  private func refuse(_ message: String, _ hint: String) -> Int32 {
    let output = makeConsole(plain: true, color: .never).1
    output.complain("error: \(message)")
    output.complain("hint: \(hint)")
    return 64
  }

  /// `--practice DIR`, else `ATTUNE_PRACTICE`, else `$XDG_DATA_HOME/attune`. Nothing where no home is known: the folder
  /// that happens to be current is no place for what is private.
  private var practice: String? {
    if let folder = option("--practice") ?? variable("ATTUNE_PRACTICE") { return folder }
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/attune" }
    return variable("HOME").map { $0 + "/.local/share/attune" }
  }

  private func option(_ name: String) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == name, arguments.indices.contains(index + 1) { return arguments[index + 1] }
      if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
    }
    return nil
  }

  private func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
