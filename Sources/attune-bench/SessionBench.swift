import ArgumentParser

/// What two people wait for in a session: the start, a key, an answer; and what the program takes up.
struct SessionBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Start, echo of a key, answer to next prompt, memory, size.")

  @Option(help: "The program to measure.") var program = ".build/release/attune"
  @Option(help: "The bare libedit loop.") var loop = ".build/release/bare-loop"
  @Option(help: "A folder to work in, on the disk that practices lie on.") var scratch = ".build"
  @Option(help: "How often each start is measured; the other measurements follow it.") var runs = 60

  func run() throws {
    let stage = try Stage(program: program, loop: loop, scratch: scratch)
    print(Machine.here.words)
    print(stage.isFullyStatic ? "The program is fully static." : "The program is not fully static: see .make/build.")
    let measurements: [any Measurement] = [
      StartMeasurement(stage: stage, runs: runs), EchoMeasurement(stage: stage, lines: max(1, runs / 6)),
      AnswerMeasurement(stage: stage, sessions: max(1, runs / 20), paused: max(1, runs / 6)),
      MemoryMeasurement(stage: stage), SizeMeasurement(stage: stage),
    ]
    for measurement in measurements {
      print("\n" + measurement.title)
      print(Table(try measurement.run()).text)
    }
  }
}
