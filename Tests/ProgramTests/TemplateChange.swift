import Foundation

/// The built-in question set as a person changes it by hand: one piece of text for another.
struct TemplateChange: Sendable {
  let old: String
  let new: String

  init(_ old: String, _ new: String) {
    self.old = old
    self.new = new
  }

  struct NotThere: Error { let text: String }

  func made(in text: String) throws -> String {
    let pieces = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2 else { throw NotThere(text: old) }
    return pieces.joined(separator: new)
  }

  /// Other words, a tag and a field of one's own, and a question less.
  static let aHand = [
    TemplateChange(
      "        c: How upset are you right now, 0 to 100?", "        c: How loud is it inside right now, 0 to 100?"),
    TemplateChange(
      "      - {is: other, says: other}\n  outcome:",
      "      - {is: x-scrolling, says: scrolling}\n      - {is: other, says: other}\n  outcome:"),
    TemplateChange(
      "      - id: priorCommitments\n",
      """
            - id: clinicWords
              voice: client
              t: Ask which word from group is at hand today.
              c: Which word from group comes with you today?
              fields:
                - {path: x.clinicWords, type: text, says: from group}
            - id: priorCommitments

      """),
    TemplateChange(
      """
            - id: howMuch
              voice: client
              t: How much, and how strong?
              c: How much was it? And how strong, 0 to 100?
              shape: 7 standard drinks 80   (or in words; Enter where neither fits)
              fields:
                - {path: target.amount, type: amount, at: text, says: amount}
                - {path: target.intensity, type: scale, at: trail, says: intensity}

      """, ""),
  ]
}

extension ScratchPractice {
  /// The built-in question set, exported and changed by hand, in a file beside the practice.
  func exportedTemplate(_ name: String, changing changes: [TemplateChange]) throws -> String {
    var text = try run(["templates", "export", "chain"]).output
    for change in changes { text = try change.made(in: text) }
    return try file(name, Array(text.utf8))
  }
}
