import Glibc
import PseudoTerminals

/// From Enter to the next prompt, when the answer is on the disk.
struct AnswerMeasurement: Measurement {
  let stage: Stage
  let sessions: Int
  /// How many answers are typed as slowly as people type, so that the line was kept as a draft before.
  let paused: Int

  let title = """
    Answer, from Enter to the next prompt on the terminal, beside a bare append of as many bytes and fdatasync in the same folder
    """

  private static let links = 40
  /// How long the disk rests before each of the two, in microseconds: what comes right behind another sync waits longer.
  private static let rest: UInt32 = 20_000
  /// Longer than a line being typed goes unkept.
  private static let pause: UInt32 = 1_300_000

  private struct Times {
    var own: [Double] = []
    var peer: [Double] = []

    func comparison(_ what: String, _ range: Range<Int>? = nil, budget: Comparison.Budget? = nil) -> Comparison? {
      let range = range ?? own.indices
      guard let own = Sample(Array(own[range])), let peer = Sample(Array(peer[range])) else { return nil }
      return Comparison(
        what, in: .milliseconds, own, beside: .init("append and fdatasync", peer), budget: budget)
    }
  }

  func run() throws(BenchProblem) -> [Comparison] {
    var quick = Times()
    var early = Times()
    var late = Times()
    for session in 0..<sessions {
      let conversation = try ChainConversation(stage, practice: "answer-\(session)")
      let bare = try BareAppend(in: conversation.folder)
      for link in 0..<Self.links {
        let (own, peer) = try times(conversation, bare, pausing: false)
        quick.own.append(own)
        quick.peer.append(peer)
        if link < 10 {
          early.own.append(own)
          early.peer.append(peer)
        } else if link >= Self.links - 10 {
          late.own.append(own)
          late.peer.append(peer)
        }
      }
    }
    var slow = Times()
    let conversation = try ChainConversation(stage, practice: "answer-slow")
    let bare = try BareAppend(in: conversation.folder)
    for _ in 0..<paused {
      let (own, peer) = try times(conversation, bare, pausing: true)
      slow.own.append(own)
      slow.peer.append(peer)
    }
    return [
      quick.comparison("a step of a chain", budget: .ratio(1.5)),
      slow.comparison("typed slowly: a draft was kept", budget: .ratio(1.5)),
      early.comparison("steps 1 to 10"), late.comparison("steps 31 to 40"),
    ].compactMap(\.self)
  }

  private func times(
    _ conversation: ChainConversation, _ bare: BareAppend, pausing: Bool
  ) throws(BenchProblem) -> (own: Double, peer: Double) {
    conversation.typeStep()
    usleep(pausing ? Self.pause : Self.rest)
    let before = try conversation.journalSize()
    let begin = nanosecondsNow()
    try conversation.enter()
    let own = (nanosecondsNow() - begin) / 1e6
    usleep(pausing ? Self.pause : Self.rest)
    return (own, try bare.milliseconds(try conversation.journalSize() - before))
  }
}

/// A file that lines are added to and nothing else.
private final class BareAppend {
  private let file: Int32

  init(in folder: String) throws(BenchProblem) {
    file = open("\(folder)/bare", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .call("open in \(folder)", errno: errno) }
  }

  deinit { close(file) }

  func milliseconds(_ count: Int) throws(BenchProblem) -> Double {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
    let begin = nanosecondsNow()
    guard write(file, bytes, count) == count, fdatasync(file) == 0 else { throw .call("fdatasync", errno: errno) }
    return (nanosecondsNow() - begin) / 1e6
  }
}
