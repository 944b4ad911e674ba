import Documents

/// A skill of the catalog: names only, with a line of our own (spec 2.6).
package struct Skill: Hashable, Sendable {
  package let id: String
  package let module: String
  package let name: String
  package let uses: [String]
  package let oneLine: String
  package let caution: String?
}

/// The word lists that interviews and documents share.
package struct Catalog: Sendable {
  package let skills: [Skill]
  /// The families of feelings, each with its words in small letters.
  package let emotions: [(family: String, words: Set<String>)]

  /// The wording patterns of spec 2.7.
  package let wording: WordingLists
  /// Words that are asked about, whether that was then or is here now (spec 9.2). It misses most ways people say this.
  /// Each as its words, under the first of them.
  private let lexicon: [String: [[Substring]]]

  /// Whether a text holds one of the words that are asked about.
  package func holdsListedWords(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.indices.contains { start in
      (lexicon[String(words[start])] ?? []).contains { words[start...].starts(with: $0) }
    }
  }

  package func skill(_ id: String) -> Skill? { skills.first { $0.id == id } }

  /// The family of the first listed word in a text. A feeling that stands after `not`, `no` or `less` is passed over.
  package func family(of text: String) -> String? {
    var negated = false
    for word in Catalog.words(text) {
      if negated {
        negated = false
        if emotions.contains(where: { $0.words.contains(word) }) { continue }
      }
      if let family = emotions.first(where: { $0.words.contains(word) })?.family { return family }
      negated = ["not", "no", "less", "without"].contains(word)
    }
    return nil
  }

  /// The words of a text in small letters; a hyphen inside a word belongs to it.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0 == "-" || $0 == "'" || $0 == "’") }.map(String.init)
  }

  package init(skills: JSON, emotions: JSON, wording: JSON = [:], lexicon: JSON = [:]) {
    self.wording = WordingLists(wording)
    let phrases = (lexicon["phrases"]?.array ?? []).compactMap(\.string).map { $0.split(separator: " ") }
    self.lexicon = Dictionary(grouping: phrases) { $0.first.map(String.init) ?? "" }
    self.skills = (skills.array ?? []).map { skill in
      Skill(
        id: skill["id"]?.string ?? "", module: skill["module"]?.string ?? "", name: skill["name"]?.string ?? "",
        uses: (skill["use"]?.array ?? []).compactMap(\.string), oneLine: skill["oneLine"]?.string ?? "",
        caution: skill["caution"]?.string)
    }
    self.emotions = (emotions["families"]?.object ?? [:]).map { family, words in
      (family, Set((words.array ?? []).compactMap(\.string) + [family]))
    }
  }
}
