import Documents

/// One field of a document as a line can fill it.
package struct Field: Hashable, Sendable {
  /// Where in a line it stands.
  package enum Position: String, CaseIterable, Hashable, Sendable {
    /// Before the text.
    case lead
    /// Before a colon.
    case label
    /// The sentence itself, or one of its parts.
    case text
    /// After the text.
    case trail
  }

  /// What it takes.
  package enum Content: Hashable, Sendable {
    case text
    case yesNo
    case choice(options: String)
    case choices(options: String)
    case number(ClosedRange<Int>)
    /// An intensity on the document's own scale, 0–100 or 0–5.
    case scale
    /// How much of the diary card is filled: `4 of 7`, or a word.
    case card
    /// How often of how often: `4 of 7`; fills its own path, and beside it that of `timesExpected`.
    case outOf
    /// What is done about an obstacle, with the kind or the skill before a colon: `cue: Card on the shelf.` Fills
    /// `kind`, `skill` and `text` under its own path.
    case plan(options: String)
    /// A day and from when to when; fills the start at its own path, and `endedAt` and `durationMinutes` beside it.
    case span
    /// A time of the day.
    case time
    /// A time of the day, with the one that was agreed before it where it is said: `17:00-17:18`. Fills its own path,
    /// and `scheduledStart` beside it.
    case hours
    /// A message before or after the hour: when, how long before, or none; `17:05`, `26h`, `none`. What it says is
    /// worked out once the hour is known.
    case notice
    /// A time on the day of the behavior.
    case momentOfDay
    /// The time of a step in a chain.
    case linkTime
    /// A day to come.
    case due
    /// A day gone by.
    case dayGone
    /// A day gone by, or no.
    case dayOrNo
    /// A number with its unit, or words.
    case amount
    /// The family of a feeling, found in the words of the step.
    case emotion
    /// One element of these lists, or the prompting event.
    case ref(lists: [Path], events: Bool)
    /// Several elements of a list.
    case refs(lists: [Path])
    /// A skill of the catalog.
    case skill
    /// A skill or words, and how much it helped.
    case tried
    /// Somebody, by role.
    case person
  }

  /// In the document; inside the element where the question is about one.
  package let path: Path
  package let content: Content
  package let position: Position
  /// The mark that parts it from the text before it.
  package let after: String?
  package let isRequired: Bool
  package let when: Condition
  /// The short question when it is missing.
  package let ask: String?
  /// The word that it is said back with; empty when its value says enough.
  package let says: String?
  /// The client's own judgment: never read out of a sentence, never with a default.
  package let isJudgment: Bool
  /// Whether only its own words answer it: a sentence is asked about again.
  package let isStrict: Bool
  /// A fact that is taken when nothing is said.
  package let standard: Standard?

  package enum Standard: String, CaseIterable, Hashable, Sendable {
    case nextSession
    /// The day on which it is said, where anything else of the line is.
    case today
    /// The words that were made of what was answered before, under `$offered`.
    case offered
  }
}
