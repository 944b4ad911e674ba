import Documents
import Forms

/// Reads the head of a link line: `18:12 F`, and finds what is doubtful about it.
struct LinkHeadReader {
  let context: ReadingContext

  struct Head {
    var changes: [Change] = []
    var sayings: [String] = []
    var doubts: [Doubt] = []
  }

  /// Takes the time and the letter off `words`.
  func take(time timeField: Field, type typeField: Field?, from words: inout Words) -> Head {
    var head = Head()
    if let typed = readTime(words.words) {
      var rest = words
      rest.dropFirst(typed.words)
      // With am or pm it is a time only before a letter: "7 pm was late" is a sentence.
      let isLetter = rest.first.map { letter($0, typeField) != nil } ?? true
      if !typed.hasMeridiem || isLetter {
        words = rest
        place(typed, timeField, into: &head)
      }
    }
    if let typeField, let first = words.first, let option = letter(first, typeField) {
      let path = context.path(typeField)
      var rest = words
      rest.dropFirst()
      if option.letter == "a", let next = rest.first, !isDoing(next) {
        let event = context.options(of: typeField)?.all.first { $0.letter == "e" }
        head.doubts.append(
          Doubt(
            fact: .actionOrEvent,
            choices: [
              Doubt.Choice(
                keys: ["a", "did"], says: option.says,
                changes: [
                  .set(path, .string(option.value)), .set(context.base.appending("text"), .string(rest.text)),
                ]),
              Doubt.Choice(
                keys: ["e", "around"], says: event?.says ?? "around me",
                changes: [.set(path, .string(event?.value ?? "event"))]),
            ], standard: nil))
        return head
      }
      words = rest
      head.changes.append(.set(path, .string(option.value)))
      head.sayings.append(option.says)
    }
    return head
  }

  private func letter(_ word: Substring, _ field: Field?) -> Option? {
    guard let field, word.count == 1 else { return nil }
    return context.options(of: field)?.all.first { $0.letter == word.lowercased() }
  }

  private func isDoing(_ word: Substring) -> Bool {
    let plain = word.lowercased().filter(\.isLetter)
    return plain.hasSuffix("s") || plain.hasSuffix("ed") || shortDoings.contains(plain)
  }

  // MARK: The time

  private func place(_ typed: TypedTime, _ field: Field, into head: inout Head) {
    let path = context.path(field)
    let offset = context.base.appending("dayOffset")
    head.changes.append(.set(path, .string(typed.time.description)))
    head.sayings.append(typed.time.description)
    let base = context.previousDayOffset
    set(base, offset, into: &head.changes)
    guard let previous = context.previousTime else {
      if base == 0, let start = context.behaviorStart, typed.time > start, start.hour < 12 {
        askForEvening(typed, offset, into: &head)
      }
      return
    }
    if !typed.isCertain, typed.time < previous,
      let later = TimeOfDay(hour: typed.time.hour + 12, minute: typed.time.minute), later >= previous
    {
      head.doubts.append(
        Doubt(
          fact: .laterHour(given: typed.time.description, offered: later.description),
          choices: [
            Doubt.Choice(
              keys: ["y", "yes"], says: later.description, changes: [.set(path, .string(later.description))]),
            Doubt.Choice(keys: ["n", "no"], says: typed.time.description, changes: []),
          ], standard: 0))
    } else if previous.minutes - typed.time.minutes > 6 * 60 {
      head.doubts.append(
        Doubt(
          fact: .nextDay(typed.time.description),
          choices: [
            Doubt.Choice(
              keys: ["y", "yes"], says: "the next day",
              changes: base + 1 == 0 ? [.remove(offset)] : [.set(offset, JSON(base + 1))]),
            Doubt.Choice(keys: ["n", "no"], says: "the same day", changes: []),
          ], standard: 0))
    }
  }

  /// A first step later in the day than a behavior past midnight lies on the evening before.
  private func askForEvening(_ typed: TypedTime, _ offset: Path, into head: inout Head) {
    head.doubts.append(
      Doubt(
        fact: .eveningBefore(typed.time.description),
        choices: [
          Doubt.Choice(keys: ["y", "yes"], says: "the day before", changes: [.set(offset, -1)]),
          Doubt.Choice(keys: ["n", "no"], says: "the same day", changes: []),
        ], standard: 0))
  }

  private func set(_ days: Int, _ path: Path, into changes: inout [Change]) {
    if days != 0 { changes.append(.set(path, JSON(days))) }
  }
}

extension ReadingContext {
  /// The links before the one that the line is about.
  private var linksBefore: [JSON] {
    let links = tree["links"]?.array ?? []
    let own = base.last
    if let before, let position = links.firstIndex(where: { $0["id"]?.string == before }) {
      return Array(links[..<position]).filter { $0["id"]?.string != own }
    }
    if let position = links.firstIndex(where: { $0["id"]?.string == own }) { return Array(links[..<position]) }
    return links
  }

  private var previousTimed: JSON? { linksBefore.last { $0["at"]?.string != nil } }

  /// When the behavior began, on its day.
  var behaviorStart: TimeOfDay? { tree["target"]?["startedAt"]?.string.flatMap { Moment($0) }?.time }

  /// The time of the link before.
  var previousTime: TimeOfDay? { previousTimed?["at"]?.string.flatMap { TimeOfDay($0) } }

  /// The day of the link before, from that of the behavior; for the first link, the day of what set it off.
  var previousDayOffset: Int {
    if let previousTimed { return previousTimed["dayOffset"]?.int ?? 0 }
    func day(_ value: JSON?) -> CivilDate? { value?.string.flatMap { CivilDate($0.prefix(10)) } }
    guard let event = day(tree["promptingEvent"]?["at"]), let start = day(tree["target"]?["startedAt"]) else {
      return 0
    }
    let days = event - start
    return (-1...0).contains(days) ? days : 0
  }
}

/// Doings that end in neither -s nor -ed.
private let shortDoings: Set<String> = [
  "did", "went", "got", "took", "left", "ran", "sat", "put", "said", "told", "drove", "bought", "drank", "ate", "cut",
  "hit", "threw", "slept", "lay", "stood", "wrote", "sent", "read", "made", "gave", "kept", "held", "hid", "began",
  "came", "saw", "broke", "shut", "let", "quit", "found", "called", "lost", "spent", "paid", "sold", "swore", "wept",
  "met", "rode", "sang", "shook", "shot", "sought", "spoke", "stole", "stuck", "swam", "swept", "tore", "woke", "wore",
  "bit", "bled", "blew", "bent", "built", "caught", "chose", "dug", "drew", "fed", "fell", "felt", "fought", "flew",
  "forgot", "grew", "hung", "heard", "knelt", "knew", "led", "lit", "rang", "rose", "set", "spat", "thought", "fled",
]
