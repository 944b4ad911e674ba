import PseudoTerminals

/// A guided chain analysis at a terminal, answered up to its links. The people in it are made up.
final class ChainConversation {
  let terminal: PseudoTerminal
  private let journals: String
  private var count = 0

  /// The lines of one step each; none leaves a question open.
  private static let steps = [
    "C 'I will eat when it is done, and not before.' 90", "F Fear of not finishing 60",
    "B Head light, hands cold, stomach tight.", "A Types on and puts the phone with the alarm in the drawer.",
  ]

  private static let opening = [
    "y 20 not", "y", "30", "n", "n", "n", "Asked; no safety concerns today.",
    "Ate nothing between a 2 pm sandwich and 10:30 pm on Thursday, then finished a bag of chips at the counter.",
    "Thu 18:30-22:30 kitchen at home; alone", "", "q other happened", "The evening she remembers best. 9", "y", "n",
    "Calendar alert at 6:30 pm: 'draft due 9 am'.", "18:30 at the desk, home office y",
    "The only evening with a deadline the next morning.", "", "end",
    "stress: Two deadlines on the same Friday. 50 n",
    "env: Nothing in the house that cooks in under half an hour. 60 y", "",
  ]

  init(_ stage: Stage, practice name: String) throws(BenchProblem) {
    let practice = try stage.makePractice(name)
    journals = "\(practice)/.attune/journal"
    terminal = try stage.start(
      stage.program,
      ["chain", "--client", "SYN-MAPLE", "--synthetic", "--session", "6", "--form", "short", "--practice", practice])
    try waitForPrompt()
    for line in Self.opening {
      terminal.send(line + "\r")
      try waitForPrompt()
    }
  }

  /// Types the next step of the chain, all but its Enter, and waits until it is drawn.
  func typeStep() {
    terminal.send(Self.steps[count % Self.steps.count])
    terminal.settle(for: 0.01)
    count += 1
  }

  /// Presses Enter and waits for the next prompt.
  func enter() throws(BenchProblem) {
    terminal.send("\r")
    try waitForPrompt()
  }

  /// The bytes of the session's journal.
  func journalSize() throws(BenchProblem) -> Int {
    let found = files(in: journals).filter { $0.hasSuffix(".jsonl") }
    guard found.count == 1 else { throw .program("attune", instead: "\(found.count) journals") }
    return try size(of: "\(journals)/\(found[0])")
  }

  /// The folder that the journal lies in.
  var folder: String { journals }

  /// A new line is told by what asks for pastes: the one that is typed is drawn again as often as the editor likes.
  private func waitForPrompt() throws(BenchProblem) {
    try terminal.awaits("\u{1B}[?2004h", of: "attune chain")
    try terminal.awaits("› ", of: "attune chain")
  }
}
