import Documents
import Forms

/// What is typed where a name or a code signs. The prompt asks something, too: an answer to it signs nothing.
enum SignedName {
  /// Whether it is an answer or a sentence, and no name. What is called by one of `clauses` is part of the text.
  static func isAnswer(_ text: String, clauses: [String]) -> Bool {
    if !text.contains(where: { $0.isLetter || $0.isNumber }) || text.contains("?") || text.contains("!") { return true }
    let words = text.replacing("’", with: "'").split { $0.isWhitespace || ",;:.".contains($0) }.map(String.init)
    guard let first = words.first else { return true }
    let rest = words.dropFirst()
    let named = Set(clauses.map { $0.lowercased() })
    if named.contains(text.lowercased().trimmingStop) { return true }
    if words.contains(where: { $0.contains(where: \.isNumber) && named.contains($0.lowercased()) }) { return true }
    if rest.isEmpty { return openings.contains(first.lowercased()) || alone.contains(first.lowercased()) }
    // “No SYN” is a name, “no thanks” and “yes, ca3” are none.
    if openings.contains(first.lowercased()), rest.contains(where: { $0.first?.isUppercase != true }) { return true }
    return words.count > 7 || words.contains { ofSentences.contains($0) || $0.contains("'") && isShortened($0) }
  }

  /// With what an answer begins.
  private static let openings: Set<String> = [
    "yes", "yeah", "yep", "yup", "no", "nope", "nah", "not", "nothing", "none", "never", "maybe", "later", "ok", "okay",
    "sure", "unsure", "fine", "agreed", "agree", "wait", "skip", "i", "i'm", "i'll", "i'd", "that", "it", "we", "all",
  ]

  /// What alone is an answer.
  private static let alone: Set<String> = ["y", "n", "signed", "sign", "enter", "unsigned", "done", "name", "code"]

  /// Words in small letters that sentences have and names have not.
  private static let ofSentences: Set<String> = [
    "the", "is", "are", "was", "this", "that", "want", "would", "can", "cannot", "sign", "signs", "signing", "my", "it",
    "we", "you", "your", "not", "yet", "about", "with", "for", "but", "because", "what", "why", "have", "has", "think",
    "change", "clause", "agree", "same", "as", "before", "today", "until", "if", "when", "me", "please",
  ]

  /// `don't`, `I'll`; not `O'Neill`.
  private static func isShortened(_ word: String) -> Bool {
    ["n't", "'ll", "'ve", "'re", "'m", "'d"].contains { word.lowercased().hasSuffix($0) }
  }
}
