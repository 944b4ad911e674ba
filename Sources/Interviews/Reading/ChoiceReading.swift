import Forms

/// What a typed word comes to among a question's words.
enum ChoiceMatch: Hashable {
  case one(Int)
  case several([Int])
  case none
}

extension Options {
  /// Finds the word that was meant: its number, its letter or mark, the exact word, or the beginning of any part of it;
  /// the exact word goes first, then the beginning of the whole, then that of a later part.
  func match(_ typed: some StringProtocol, minimum: Int = 1, numbers: Bool = true) -> ChoiceMatch {
    let word = typed.lowercased()
    // "not" alone begins many words and means none of them.
    if word.isEmpty || word == "not" && !all.contains(where: { $0.also.contains(word) }) { return .none }
    if numbers, let number = Int(word), all.indices.contains(number - 1) { return .one(number - 1) }
    if let found = all.firstIndex(where: { $0.letter == word || $0.mark.map { matchesMark($0, word) } ?? false }) {
      return .one(found)
    }
    return bestMatch(word, among: all.map { [$0.value, $0.says] + $0.also }, minimum: minimum)
  }

  private func matchesMark(_ mark: String, _ word: String) -> Bool {
    if mark == "-" { return word == "-" || word == "−" || word == "–" }
    if mark == "±" { return word == "±" || word == "+-" || word == "+/-" }
    return word == mark
  }

  func option(_ match: ChoiceMatch) -> Option? {
    if case .one(let index) = match { all[index] } else { nil }
  }
}

/// Finds the one name whose word, or the beginning of whose parts, was typed.
func bestMatch(_ word: String, among names: [[String]], minimum: Int) -> ChoiceMatch {
  var ranks: [[Int]] = [[], [], [], []]
  for (index, spellings) in names.enumerated() {
    var best = 4
    for spelling in spellings {
      let parts = nameParts(spelling)
      if spelling.lowercased() == word || parts.joined(separator: " ") == word || parts.joined() == word {
        best = min(best, 0)
      }
      guard word.count >= minimum else { continue }
      if parts.first == word {
        best = min(best, 1)
      } else if parts.joined(separator: " ").hasPrefix(word) || parts.joined().hasPrefix(word) {
        best = min(best, 2)
      } else if parts.dropFirst().contains(where: { $0.hasPrefix(word) }) {
        best = min(best, 3)
      }
    }
    if best < 4 { ranks[best].append(index) }
  }
  guard let found = ranks.first(where: { !$0.isEmpty }) else { return .none }
  return found.count == 1 ? .one(found[0]) : .several(found)
}

/// The parts of a name in small letters: `selfHarm`, `self-harm` and `Self harm` have two.
func nameParts(_ name: String) -> [String] {
  var parts: [String] = []
  var part = ""
  var previous: Character?
  for character in name {
    if !(character.isLetter || character.isNumber || character == "'") {
      if !part.isEmpty { parts.append(part) }
      part = ""
    } else {
      if character.isUppercase, let previous, previous.isLowercase, !part.isEmpty {
        parts.append(part)
        part = ""
      }
      part.append(contentsOf: character.lowercased())
    }
    previous = character
  }
  if !part.isEmpty { parts.append(part) }
  return parts
}

extension Catalog {
  /// The skill that a word of its name or id begins.
  func match(_ typed: some StringProtocol, minimum: Int = 3) -> ChoiceMatch {
    bestMatch(
      typed.lowercased(),
      among: skills.map { [$0.name, $0.id, String($0.id.split(separator: ".").last ?? "")] }, minimum: minimum)
  }
}
