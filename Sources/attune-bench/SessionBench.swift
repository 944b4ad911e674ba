import ArgumentParser

/// What two people wait for in a session: the start, a key, an answer; and what the program takes up.
struct SessionBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Start, echo of a key, answer to next prompt, memory, size.")

  @Option(help: "The program to measure.") var program = ".build/release/attune"
  @Option(help: "The bare libedit loop.") var loop = ".build/release/bare-loop"
  @Option(help: "A folder to work in, on the disk that practices lie on.") var scratch = ".build"
  @Option(help: "How often each start is measured; the other measurements follow it.") var runs = 60

  @Option(help: "Only this measurement: start, echo, answer, memory or size.") var only: Part?

  enum Part: String, CaseIterable, ExpressibleByArgument { case start, echo, answer, memory, size }

  func run() throws {
    let stage = try Stage(program: program, loop: loop, scratch: scratch)
    print(Machine.here.words)
    print(stage.isFullyStatic ? "The program is fully static." : "The program is not fully static: see .make/build.")
    for part in only.map({ [$0] }) ?? Part.allCases {
      let measurement = measurement(of: part, on: stage)
      print("\n" + measurement.title)
      print(Table(try measurement.run()).text)
    }
  }

  private func measurement(of part: Part, on stage: Stage) -> any Measurement {
    switch part {
    case .start: StartMeasurement(stage: stage, runs: runs)
    case .echo: EchoMeasurement(stage: stage, lines: max(1, runs / 3))
    case .answer: AnswerMeasurement(stage: stage, sessions: max(1, runs / 20), paused: max(1, runs / 6))
    case .memory: MemoryMeasurement(stage: stage)
    case .size: SizeMeasurement(stage: stage)
    }
  }
}
