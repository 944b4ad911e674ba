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

/// The word lists that interviews and documents share. Each is read when it is first wanted: a session begins with none.
package struct Catalog: Sendable {
  package typealias Emotions = [(family: String, words: Set<String>)]

  package var skills: [Skill] { lazySkills.value }
  /// The families of feelings, each with its words in small letters.
  package var emotions: Emotions { lazyEmotions.value }
  /// The wording patterns of spec 2.7.
  package var wording: WordingLists { lazyWording.value }

  private let lazySkills: Lazily<[Skill]>
  private let lazyEmotions: Lazily<Emotions>
  private let lazyWording: Lazily<WordingLists>
  /// Words that are asked about, whether that was then or is here now (spec 9.2). It misses most ways people say this.
  /// Each as its words, under the first of them.
  private let lexicon: Lazily<[String: [[Substring]]]>

  /// Whether a text holds one of the words that are asked about.
  package func holdsListedWords(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.indices.contains { start in
      (lexicon.value[String(words[start])] ?? []).contains { words[start...].starts(with: $0) }
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

  /// The lists of the trees that `tree` finds under their names.
  init(_ tree: @escaping @Sendable (String) -> JSON?) {
    lazySkills = Lazily { (tree("skills")?.array ?? []).map(Skill.init) }
    lazyEmotions = Lazily {
      (tree("emotions")?["families"]?.object ?? [:]).map { family, words in
        (family, Set((words.array ?? []).compactMap(\.string) + [family]))
      }
    }
    lazyWording = Lazily { WordingLists(tree("wording") ?? [:]) }
    lexicon = Lazily {
      let phrases = (tree("lexicon")?["phrases"]?.array ?? []).compactMap(\.string).map { $0.split(separator: " ") }
      return Dictionary(grouping: phrases) { $0.first.map(String.init) ?? "" }
    }
  }
}

extension Skill {
  init(_ skill: JSON) {
    self.init(
      id: skill["id"]?.string ?? "", module: skill["module"]?.string ?? "", name: skill["name"]?.string ?? "",
      uses: (skill["use"]?.array ?? []).compactMap(\.string), oneLine: skill["oneLine"]?.string ?? "",
      caution: skill["caution"]?.string)
  }
}
