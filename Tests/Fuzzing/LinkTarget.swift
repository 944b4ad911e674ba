import Documents
import Forms
import Interviews

/// Every line that is typed at the link prompt is refused with a reason, or kept: as it was typed, and word by word.
func holdLinks(_ bytes: [UInt8]) throws(Finding) {
  guard let chain = Talk.shortChain else { throw Finding(words: "there is no chain") }
  var talk = Talk(
    chain,
    [
      "target": ["startedAt": "2026-02-06T19:40:00-05:00", "behavior": "Drank."],
      "promptingEvent": ["id": "p1", "at": "2026-02-06T18:10:00-05:00", "description": "An email."],
    ])
  talk.say("/jump links")
  let text = String(decoding: bytes, as: UTF8.self)
  for line in text.split(separator: "\n", maxSplits: 8, omittingEmptySubsequences: false).prefix(8) {
    try talk.holdSaying(String(line))
  }
  try talk.holdFolds()
}

extension Talk {
  /// Says one line; what it must come to depends on where it is said.
  fileprivate mutating func holdSaying(_ line: String) throws(Finding) {
    let before = interview.state
    let isAtLinks = before.cursor == Place("links") && before.doubts.isEmpty
    say(line)
    guard case .answer(let answer) = CommandLine(line) else { return }
    if outcome.events.isEmpty {
      try hold(!outcome.remarks.isEmpty || answer.trimmed.isEmpty, "nothing comes of ‘\(answer)’")
      return try hold(interview.state == before, "a refused line changed something")
    }
    guard isAtLinks, let id = newLink(since: before.tree) else { return }
    try hold(outcome.events.contains { $0.said == answer }, "‘\(answer)’ is not kept as it was typed")
    try holdWords(of: answer, in: Path(["links", id]))
    try holdUndo(of: answer, to: before, at: Path(["links", id, "text"]))
  }

  private func newLink(since tree: JSON) -> String? {
    let old = Set(ids(in: tree))
    return ids(in: self.tree).first { !old.contains($0) }
  }

  private func ids(in tree: JSON) -> [String] { (tree["links"]?.array ?? []).compactMap { $0["id"]?.string } }

  /// What is no longer in the text was read out of it: a time or a letter before it, a number behind.
  private func holdWords(of answer: String, in link: Path) throws(Finding) {
    let element = tree[link]
    let text = element?["text"]?.string ?? ""
    if text == "(blank)" { return }
    let fields = Set(element?.object?.keys ?? [])
    if text.isEmpty {
      return try hold(answer.trimmed.isEmpty || fields.count > 2, "of ‘\(answer)’ nothing is left")
    }
    let hasHead = !fields.isDisjoint(with: ["at", "type"])
    let hasNumber = !fields.isDisjoint(with: ["intensity", "belief"])
    // The same words may stand in the head too.
    let isWhole = answer.ranges(of: text).contains { place in
      (hasHead || answer[..<place.lowerBound].trimmed.isEmpty)
        && (hasNumber || answer[place.upperBound...].trimmed.isEmpty)
    }
    try hold(isWhole, "‘\(answer)’ became ‘\(text)’")
  }

  /// The first `/undo` gives the line back as text where more was read out of it, the next takes the link away.
  private func holdUndo(of answer: String, to before: InterviewState, at text: Path) throws(Finding) {
    var copy = self
    if outcome.events.contains(where: { $0.what == .read }) {
      copy.say("/undo")
      try hold(copy.tree[text]?.string == answer.trimmed, "‘\(answer)’ does not come back as text")
    }
    copy.say("/undo")
    try hold(copy.tree == before.tree, "‘\(answer)’ is not undone")
  }
}
