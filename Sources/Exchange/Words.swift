/// How the words of the enumerations are said to a person.
enum Words {
  /// A state of spec 2.3: not knowing is an answer.
  static func state(_ state: String) -> String {
    switch state {
    case "unknown": "not known"
    case "declined": "not said"
    case "later": "not asked"
    case "notApplicable": "does not apply"
    case "noneIdentified": "looked for, none"
    default: said(state)
    }
  }

  /// A word that is not listed is said by its parts: `illnessOrPain` as "illness or pain"; one that a template adds
  /// goes without its `x-`.
  static func said(_ word: String) -> String {
    // It may begin a line, and a word outside the list may be anything.
    listed[word] ?? MarkdownText(plain(word)).inline(atLineStart: true)
  }

  /// The same as plain text.
  static func plain(_ word: String) -> String {
    if let listed = listed[word] { return listed }
    var parts = ""
    for character in word.hasPrefix("x-") ? word.dropFirst(2) : word[...] {
      if character.isASCII, character.isUppercase {
        if !parts.isEmpty { parts += " " }
        parts += character.lowercased()
      } else {
        parts.append(character)
      }
    }
    return parts
  }

  private static let listed = [
    "lifeThreatening": "life-threatening", "therapyInterfering": "therapy-interfering", "skills": "skills to build",
    "selfHarm": "self-harm", "amends": "amends",
    "emotion": "feeling",
    "immediate": "at once", "shortTerm": "same day or next", "longTerm": "in the long run",
    "internal": "inside", "external": "around",
    "increases": "more likely", "decreases": "less likely", "unclear": "effect unclear",
    "escapeDemand": "escape from a demand", "attentionOrCare": "attention or care", "lostLearning": "lost learning",
    "notKept": "not kept", "partly": "partly", "notDue": "not due yet",
    "devilsAdvocate": "devil's advocate", "prosAndCons": "pros and cons", "footInTheDoor": "foot in the door",
    "doorInTheFace": "door in the face",
    "with": "belongs with", "target": "target of", "under": "under", "reviews": "reviews",
    "surface": "on the surface",
    "lateNotice": "late notice", "inTime": "in time", "namedInSession": "named in session",
    "ownedAndRepaired": "owned and repaired", "conversation": "a conversation", "notDone": "not done",
    "repeatedTib": "repeated TIB", "unaddressedTib": "unaddressed TIB", "overAccommodate": "over-accommodate",
    "dontKnowHow": "don't know how", "fearOfLosingClient": "fear of losing the client",
    "cancelledByClient": "cancelled by the client", "cancelledByTherapist": "cancelled by the therapist",
  ]
}
