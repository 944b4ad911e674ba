import Glibc
import PseudoTerminals

/// From a key to its character on the screen.
struct EchoMeasurement: Measurement {
  let stage: Stage
  /// How many lines are typed, of sixty keys each.
  let lines: Int

  let title = "Echo, from a key written to the terminal to its character read from there, in the middle of a session"

  func run() throws(BenchProblem) -> [Comparison] {
    let attune = try ChainConversation(stage, practice: "echo").terminal
    let bare = try stage.start(stage.loop, [])
    try bare.awaits("> ", of: "the bare loop")
    let words = Array("and then the phone was put away in the drawer of the kitchen ".utf8)
    var own: [Double] = []
    var peer: [Double] = []
    for line in 0...lines {
      for terminal in [attune, bare] {
        terminal.settle(for: 0.02)
        terminal.passOver()
      }
      for key in words {
        let ownTime = try microseconds(key, attune)
        let peerTime = try microseconds(key, bare)
        if line > 0 {
          own.append(ownTime)
          peer.append(peerTime)
        }
      }
      // Control-U: every line begins at the left.
      for terminal in [attune, bare] { terminal.send("\u{15}") }
    }
    guard let own = Sample(own), let peer = Sample(peer) else { return [] }
    return [
      Comparison(
        "a key in an answer", in: .microseconds, own, beside: .init("bare libedit loop in C", peer), budget: .ratio(1.1)
      )
    ]
  }

  private func microseconds(_ key: UInt8, _ terminal: PseudoTerminal) throws(BenchProblem) -> Double {
    let begin = nanosecondsNow()
    terminal.send(bytes: [key])
    try terminal.awaits(String(UnicodeScalar(key)), of: "The echo")
    let time = (nanosecondsNow() - begin) / 1000
    // Whoever types gives a program the time to wait for the next key.
    usleep(500)
    return time
  }
}
