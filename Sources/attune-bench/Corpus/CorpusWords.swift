/// The words that synthetic documents are written with: everyday ones, the first of each list the most often.
enum CorpusWords {
  static let places = ["kitchen at home", "car", "office", "bedroom", "bus stop", "hallway at work", "garden", "shop"]

  static func sentence(_ chance: inout CorpusChance) -> String {
    let parts = (0..<chance.number(1...3)).map { _ in clause(&chance) }
    let text = parts.joined(separator: chance.one(of: ["; ", ", and ", ", then "]))
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func clause(_ chance: inout CorpusChance) -> String {
    if chance.percent(2) { return "the thought that it was not good enough" }
    return [
      often(who, &chance), often(did, &chance), often(what, &chance), often(how, &chance), often(whenWhere, &chance),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Words at the beginning of a list come far more often than those at its end, as in any language.
  private static func often(_ words: [String], _ chance: inout CorpusChance) -> String {
    let share = Double(chance.number(0...999)) / 1000
    return words[min(words.count - 1, Int(share * share * Double(words.count)))]
  }

  private static let who = [
    "she", "he", "they", "my sister", "the manager", "a colleague", "my mother", "the neighbor", "everyone", "a friend",
    "my partner", "the driver", "the teacher", "someone behind me", "the landlord", "my brother", "the nurse",
  ]
  private static let did = [
    "said nothing about", "looked at", "asked for", "put off", "walked away from", "argued about", "read", "answered",
    "forgot", "closed", "opened", "laughed at", "counted", "hid", "wrote down", "promised", "refused", "cancelled",
    "repeated", "noticed", "dropped", "cleaned", "left behind", "returned", "explained", "called about", "borrowed",
    "imagined", "rehearsed", "postponed", "checked", "doubted", "ignored", "remembered", "feared", "wanted",
  ]
  private static let what = [
    "the message", "the email", "dinner", "the report", "the call", "the door", "the bill", "the list", "the deadline",
    "the plan", "the card", "the meeting", "the invitation", "the bottle", "the phone", "the laptop", "the appointment",
    "the argument", "the laundry", "the rent", "the test", "the letter", "the form", "the schedule", "the medicine",
    "the train", "the birthday", "the review", "the shelf", "the umbrella", "the calendar", "the suitcase", "the key",
    "the mirror", "the photograph", "the window", "the blanket", "the radio", "the lamp", "the ladder", "the notebook",
    "the envelope", "the elevator", "the parcel", "the ticket", "the recipe", "the bicycle", "the piano", "the fence",
    "the harbor", "the compass", "the telescope", "the accordion", "the chandelier", "the sextant",
  ]
  private static let how = [
    "", "again", "in a hurry", "with a tight chest", "without a word", "twice", "with shaking hands", "very slowly",
    "with shame", "out of habit", "under pressure", "in tears", "with relief", "by accident", "in a low voice",
    "half asleep", "hungry", "on purpose", "absentmindedly", "reluctantly", "defiantly", "gratefully", "clumsily",
  ]
  private static let whenWhere = [
    "in the kitchen", "after work", "before dinner", "on the bus", "at the desk", "late at night", "in the car",
    "on Friday", "in the hallway", "during the break", "at the door", "in the garden", "over lunch", "on the stairs",
    "in the waiting room", "at the market", "by the river", "near the station", "on the balcony", "at the library",
    "in the basement", "under the bridge", "behind the bakery", "at the lighthouse", "in the observatory",
  ]
}
