import Documents

/// The wording patterns of spec 2.7 and Q30, English: `wording.json` is the law, this only applies it.
package struct WordingLists: Sendable {
  package enum List: String, CaseIterable, Hashable, Sendable {
    case vague, judgmental, generalizing, generalizingWithoutStart, interpretation
  }

  /// What a sentence that should not stand in an agreement reads as.
  package enum Promise: String, Hashable, Sendable {
    case promise, crisisBar, punitive, stayAlive, absolute, none
  }

  private let tree: JSON
  private let compiled = CompiledPatterns()

  package init(_ tree: JSON) { self.tree = tree }

  /// The listed words in a text, as they stand there. What stands between double quotation marks, and phrases that are
  /// allowed, count for nothing.
  package func matches(_ list: List, in text: String) -> [String] {
    var blanked = WordingLists.plain(text).replacing(WordingLists.quotation, with: { blank($0.output.count) })
    for pattern in patterns("allowed", list) {
      for range in compiled.ranges(of: pattern, in: blanked).reversed() {
        blanked.replaceSubrange(range, with: blank(blanked[range].count))
      }
    }
    return patterns("words", list).flatMap { pattern in
      compiled.ranges(of: pattern, in: blanked).filter { isWhole($0, in: blanked) }.map { String(blanked[$0]) }
    }
  }

  /// Whether a feeling is named as what someone did: an interpretation, or "felt that", "felt like".
  package func isInterpretation(_ text: String) -> Bool {
    if !matches(.interpretation, in: text).isEmpty { return true }
    let felt = tree["feltThat"]
    return finds(felt?["match"]?.string, in: text) && !finds(felt?["unless"]?.string, in: text)
  }

  private func patterns(_ group: String, _ list: List) -> [String] {
    (tree[group]?[list.rawValue]?.array ?? []).compactMap(\.string)
  }

  // MARK: Promises (Q30)

  package func promise(in text: String) -> Promise {
    let sentences = WordingLists.sentences(WordingLists.plain(text))
    if sentences.contains(where: isPromise) { return .promise }
    if sentences.contains(where: isCrisisBar) { return .crisisBar }
    if sentences.contains(where: isPunitive) { return .punitive }
    return sentences.contains { finds(pattern("stayAlive"), in: $0) } ? .stayAlive : .none
  }

  /// What a text that binds somebody reads as, where that is worth a question; a promise that everything stays private
  /// counts where one can stand.
  package func reading(of text: BindingText) -> Promise? {
    let kind = promise(in: text.text)
    if kind != .none { return kind }
    return text.canBeAbsolute && isAbsolute(text.text) ? .absolute : nil
  }

  private func isAbsolute(_ text: String) -> Bool {
    finds(pattern("absolute"), in: text) && !finds(pattern("absoluteUnlessText"), in: text)
  }

  private func pattern(_ name: String) -> String? { tree["agreement"]?[name]?.string }
  private func agreementPatterns(_ name: String) -> [String] {
    (tree["agreement"]?[name]?.array ?? []).compactMap(\.string)
  }

  private func isPromise(_ sentence: String) -> Bool {
    let excuses = agreementPatterns("promiseUnlessSentence")
    let isExcused = excuses.contains { finds($0, in: sentence) }
    for pattern in agreementPatterns("promise") where !isExcused {
      guard let match = compiled.firstRange(of: pattern, in: sentence) else { continue }
      // The match's own words, from its first negation on.
      let words = String(sentence[match])
      var own = words
      if let negation = self.pattern("promiseNegation"),
        let found = compiled.firstRange(of: negation, in: words)
      {
        own = String(words[found.lowerBound...])
      }
      if !finds(self.pattern("promiseUnlessMatch"), in: own) { return true }
    }
    guard finds(pattern("promiseFixed"), in: sentence) else { return false }
    return !(excuses.count > 1 && finds(excuses[1], in: sentence))
  }

  private func isCrisisBar(_ sentence: String) -> Bool {
    if let bar = pattern("crisisBar"), let match = compiled.firstRange(of: bar, in: sentence) {
      let isUndone =
        finds(pattern("crisisBarUnlessSentence"), in: sentence)
        || finds(pattern("crisisBarUnlessMatch"), in: String(sentence[match]))
      if !isUndone { return true }
    }
    return agreementPatterns("crisisBarFixed").contains { finds($0, in: sentence) }
  }

  private func isPunitive(_ sentence: String) -> Bool {
    finds(pattern("punitive"), in: sentence) && !finds(pattern("punitiveUnlessSentence"), in: sentence)
  }

  // MARK: Patterns

  private func finds(_ pattern: String?, in text: String) -> Bool {
    guard let pattern else { return false }
    return compiled.firstRange(of: pattern, in: WordingLists.plain(text)) != nil
  }

  private static var quotation: Regex<Substring> { /["“][^"“”]*["”]/ }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// A curly apostrophe counts as a straight one.
  private static func plain(_ text: String) -> String { String(text.map { $0 == "’" ? "'" : $0 }) }

  private func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
    func joins(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_" || character == "'"
    }
    if range.lowerBound > text.startIndex, joins(text[text.index(before: range.lowerBound)]) { return false }
    return range.upperBound == text.endIndex || !joins(text[range.upperBound])
  }

  /// Sentences, parted after `.`, `!` or `?` and a blank.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    var previous: Character = " "
    for character in text {
      if character.isWhitespace, ".!?".contains(previous) {
        sentences.append(current)
        current = ""
      } else {
        current.append(character)
      }
      previous = character
    }
    return (sentences + [current]).filter { !$0.isEmpty }
  }
}
