/// A session that was held elsewhere, read turn by turn from a text or from WebVTT (spec 8.3): nothing that was said is
/// lost, and what no line gives to anybody stays with nobody.
package struct HeardConversation: Hashable, Sendable {
  /// What one speaker said without a break.
  package struct Turn: Hashable, Sendable {
    /// The label as it stands in the file; nothing where none does.
    package var speaker: String?
    /// Seconds from the start, where the file says them.
    package var seconds: Int?
    /// Its lines, joined by line feeds.
    package var text: String
    /// The line of the file that it begins on, from 1.
    package var line: Int
  }

  package enum Problem: Error, Hashable, Sendable {
    case isEmpty
    /// It is no UTF-8, and no UTF-16 with a byte-order mark; the byte, from 0, where that is known.
    case isNoText(at: Int?)
    /// No line says who speaks; the first line that says something, and what it says.
    case isUnlabelled(line: Int, String)
  }

  package private(set) var turns: [Turn] = []

  /// The labels in the order in which they are first heard.
  package var speakers: [String] {
    turns.compactMap(\.speaker).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  package init(reading bytes: [UInt8]) throws(Problem) {
    let lines = try HeardText(bytes).lines
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { throw .isEmpty }
    // Captions of another kind begin with a number and their times.
    let opening = lines[first...].prefix(3)
    let isCaptions =
      lines[first].trimmedWords.split(separator: " ").first == "WEBVTT"
      || opening.contains { Captions.times($0.trimmedWords) != nil }
    let heard = isCaptions ? Captions(lines).turns : LabelledLines(lines).turns
    guard let said = heard.first(where: { !$0.text.isEmpty }) else { throw .isEmpty }
    guard heard.contains(where: { $0.speaker != nil }) else {
      throw .isUnlabelled(line: said.line, said.text.split(separator: "\n").first.map(String.init) ?? "")
    }
    turns = HeardConversation.merged(heard)
  }

  /// The same where a label is none: what stood before a colon, as in `Then: I left`, belongs to what was said before it.
  package func without(label: String) -> HeardConversation {
    var other = self
    other.turns = HeardConversation.merged(
      turns.reduce(into: []) { turns, turn in
        guard turn.speaker == label else { return turns.append(turn) }
        if turns.isEmpty {
          var first = turn
          first.speaker = nil
          first.text = "\(label): \(turn.text)"
          turns.append(first)
        } else {
          turns[turns.count - 1].text += "\n\(label): \(turn.text)"
        }
      })
    return other
  }

  /// One speaker's neighboring lines are one turn; lines of nobody stay by themselves.
  private static func merged(_ heard: [Turn]) -> [Turn] {
    heard.filter { !$0.text.isEmpty }.reduce(into: []) { turns, turn in
      if let last = turns.last, let speaker = last.speaker, speaker == turn.speaker {
        turns[turns.count - 1].text += "\n" + turn.text
      } else {
        turns.append(turn)
      }
    }
  }
}

extension HeardConversation {
  /// Who a label is.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    case therapist, client, other

    /// `t`, `Client`, `OTHER`: by name or first letter.
    package init?(spoken text: some StringProtocol) {
      let lower = text.lowercased()
      guard let role = Role.allCases.first(where: { $0.rawValue == lower || String($0.rawValue.prefix(1)) == lower })
      else { return nil }
      self = role
    }
  }

  /// Who a label names by itself: `T`, `C`, `Therapist`, `Client`.
  package static func role(of label: String) -> Role? {
    switch label.lowercased() {
    case "t", "therapist": .therapist
    case "c", "client": .client
    default: nil
    }
  }
}
