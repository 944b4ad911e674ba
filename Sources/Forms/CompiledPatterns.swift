import Synchronization

/// Patterns of the wording lists, each compiled once: compiling takes longer than finding, and an agreement holds some
/// forty sentences that are all read for the same few patterns.
final class CompiledPatterns: Sendable {
  private let compiled = Mutex<[String: Regex<Substring>]>([:])

  /// Where a pattern is found first; nothing for one that does not compile.
  func firstRange(of pattern: String, in text: String) -> Range<String.Index>? {
    compiled.withLock { compiled in
      if compiled[pattern] == nil { compiled[pattern] = CompiledPatterns.compile(pattern) }
      return compiled[pattern].flatMap { text.firstMatch(of: $0)?.range }
    }
  }

  static func compile(_ pattern: String) -> Regex<Substring>? {
    do { return try Regex(pattern, as: Substring.self).ignoresCase().wordBoundaryKind(.simple) } catch { return nil }
  }
}
