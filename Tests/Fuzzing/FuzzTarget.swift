/// What is fed with any bytes: `make fuzz` does so for as long as it is let, `make test` with the seeds alone.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The JSON reader.
  case json
  /// The template reader, and an interview asked with what it read.
  case template
  /// A session's journal, and the interview that its events fold to.
  case journal
  /// Lines typed at the link prompt of a chain.
  case link
  /// Bytes from a keyboard, and the line that they edit.
  case keys

  /// What is not as it must be, in a sentence; nothing when all is well.
  package func finding(in bytes: [UInt8]) -> String? {
    do throws(Finding) {
      switch self {
      case .json: try holdJSON(bytes)
      case .template: try holdTemplate(bytes)
      case .journal: try holdJournal(bytes)
      case .link: try holdLinks(bytes)
      case .keys: try holdKeys(bytes)
      }
      return nil
    } catch { return error.words }
  }
}

/// A property that does not hold.
struct Finding: Error {
  let words: String
}

func hold(_ isSo: Bool, _ words: @autoclosure () -> String) throws(Finding) {
  if !isSo { throw Finding(words: words()) }
}
