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
    /// Short things, parted by semicolons: `scheduling; repair after a hard session`.
    case things
    /// Who meets for how long and how often: `individual 50 weekly`; fills its own path, and `minutes` and `frequency`
    /// beside it.
    case meeting
    /// A rule of attendance: `late 10: 3 in 8 -> conversation; clears 4 of 4`; fills the fields of its element.
    case rule
    /// How many, counted how: `3 in 8`, `4 in a row`; fills the threshold at its own path, and the basis and the window
    /// beside it.
    case ruleCount
    /// A day to come, or `open`, which fills `openEnded` beside it.
    case ends
    /// Whether it was done today: yes is the day.
    case dayIfYes
    /// A name that signs; fills an element of its own path's list.
    case signature(role: String)
    /// A change of a clause that stands: `c r1: 2 in 8 | why`; fills its element, and the clause itself.
    case amendment
    /// What is done next: `consult Fri peer group: Ask how they say it.`; fills its text, and beside it `rung`, `by` and
    /// `with`.
    case step
    /// A measure, then and now: `PHQ-9 14 9 25 Feb`. Fills its own path, and `baseline`, `now` and `on` beside it; or that
    /// none is used, and why: `none: …`, which fills `noneUsed` and `reason`.
    case measured
    /// Lines of a list of texts, by their numbers: `1 3`; what is kept is their words.
    case lines(of: Path)
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
  /// What is offered and taken by an empty Enter.
  package let offer: Offer?
  /// How many days on a day to come may lie at most.
  package let within: Int?

  package enum Offer: Hashable, Sendable {
    case text(String)
    /// A day so many weeks after the session.
    case weeks(Int)
  }

  package enum Standard: String, CaseIterable, Hashable, Sendable {
    case nextSession
    /// The day on which it is said, where anything else of the line is.
    case today
    /// The words that were made of what was answered before, under `$offered`.
    case offered
  }
}
