import PseudoTerminals

/// The most memory that a session has had.
struct MemoryMeasurement: Measurement {
  let stage: Stage

  let title = "Memory, the most that was resident (VmHWM, which unlike ru_maxrss counts nothing of who started it)"

  private static let links = 40

  func run() throws(BenchProblem) -> [Comparison] {
    let conversation = try ChainConversation(stage, practice: "memory")
    for _ in 0..<Self.links {
      conversation.typeStep()
      try conversation.enter()
    }
    let sqlite = try stage.start(stage.sqlite, [])
    try sqlite.awaits("sqlite> ", of: "sqlite3")
    guard let own = peak(conversation.terminal), let peer = peak(sqlite) else { return [] }
    return [
      Comparison(
        "a chain of \(Self.links) steps", in: .megabytes, own, beside: .init("sqlite3 at its prompt", peer),
        budget: .amount(48))
    ]
  }

  private func peak(_ terminal: PseudoTerminal) -> Sample? {
    let line = text(of: "/proc/\(terminal.process)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return kilobytes.flatMap { Sample([$0 * 1024 / 1e6]) }
  }
}
