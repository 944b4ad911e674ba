import Synchronization

/// Patterns of the wording lists, each compiled once: compiling takes longer than finding, and an agreement holds some
/// forty sentences that are all read for the same few patterns.
final class CompiledPatterns: Sendable {
  /// With nothing for those that do not compile: they are found nowhere.
  private let compiled = Mutex<[String: Regex<Substring>?]>([:])

  func firstRange(of pattern: String, in text: String) -> Range<String.Index>? {
    finding(pattern) { text.firstRange(of: $0) }
  }

  func ranges(of pattern: String, in text: String) -> [Range<String.Index>] {
    finding(pattern) { text.ranges(of: $0) } ?? []
  }

  private func finding<Found: Sendable>(_ pattern: String, _ find: @Sendable (Regex<Substring>) -> Found?) -> Found? {
    compiled.withLock { compiled in
      if compiled[pattern] == nil { compiled[pattern] = .some(CompiledPatterns.compile(pattern)) }
      return (compiled[pattern] ?? nil).flatMap(find)
    }
  }

  private static func compile(_ pattern: String) -> Regex<Substring>? {
    do { return try Regex(pattern, as: Substring.self).ignoresCase().wordBoundaryKind(.simple) } catch { return nil }
  }
}
