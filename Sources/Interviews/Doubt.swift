import Documents
import Forms

/// A line could be read in two ways, and it is better to ask than to take a word out of somebody's sentence.
package struct Doubt: Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    /// A number at the end: how much, or part of the sentence?
    case number(Int, means: String)
    /// `A` before a word that is no doing: did, or around you?
    case actionOrEvent
    /// An hour that fits twelve hours later.
    case laterHour(given: String, offered: String)
    /// A day in the middle of a sentence: that on which it was?
    case dayInSentence(String)
    /// A time long before the last one: the next day?
    case nextDay(String)
    /// A first step later in the day than the behavior began: the day before?
    case eveningBefore(String)
    /// A validation without its level.
    case level
    /// Words that may mean danger: then, or here now?
    case thenOrNow
    /// A sentence that may ask for a promise, or bar, punish or promise what it should not: does it?
    case promise(String, WordingLists.Promise)
    /// A form that may tell who somebody is: should it stand there?
    case identifies(IdentifyingPattern)
  }

  package struct Choice: Hashable, Sendable {
    /// What may be typed for it.
    package let keys: [String]
    package let says: String
    package let changes: [Change]
  }

  package let fact: Fact
  package let choices: [Choice]
  /// What an empty Enter takes; nothing leaves the text as it is.
  package let standard: Int?

  init(fact: Fact, choices: [Choice], standard: Int?) {
    self.fact = fact
    self.choices = choices
    // A journal may name one that there is not.
    self.standard = standard.flatMap { choices.indices.contains($0) ? $0 : nil }
  }

  package func choice(for text: String) -> Choice? {
    let word = text.lowercased().trimmed
    if word.isEmpty { return standard.map { choices[$0] } }
    return choices.first { $0.keys.contains(word) }
  }
}
