import Documents
import Forms

// What a form offers whole: an empty Enter takes it, a number brings a line into the input line to be changed, `3: words`
// replaces it, `-3` leaves it out, and any other words are one more line.

extension Guide {
  /// The lines offered at a place, or those that stand there already.
  package func offeredLines(at place: Place) -> [String]? {
    guard let question = template.question(place.question), place.line == 0, place.field == nil else { return nil }
    if case .offer(let list, let lines) = question.manner {
      let standing = tree[list]?.array ?? []
      let isTouched = !standing.isEmpty || isChanging(question)
      return (isTouched ? standing : offered(lines)).map { line($0, question) }
    }
    guard question.manner == .line, question.first.isOffered else { return nil }
    return question.first.fields.map { field in
      let value =
        tree[field.path].flatMap { $0.isEmpty ? nil : $0 } ?? field.offer.map { self.value(of: $0, at: field.path) }
      let isOpen = field.content == .ends && tree[field.path] == nil && tree["openEnded"] == true
      let text = value?.string ?? ""
      let said = isOpen ? "open" : CivilDate(text)?.spoken(from: today) ?? text
      return [field.says ?? "", said].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The day of the session, from which days are said.
  var today: CivilDate { tree["sessionDate"]?.string.flatMap { CivilDate($0) } ?? CivilDate(dayNumber: 0) }

  /// Whether an offered list is being changed and was not taken yet.
  func isChanging(_ question: Question) -> Bool { tree[Interview.changing]?.string == question.id }

  /// The offered elements; one that names the rules which call for a conversation names those that there are.
  func offered(_ lines: [JSON]) -> [JSON] {
    let ids = (tree["attendance"]?["rules"]?.array ?? []).filter { $0["whenReached"] == "accountabilityConversation" }
      .compactMap { $0["id"]?.string }
    return lines.map { filled($0, ids.joined(separator: ", ")) }
  }

  private func filled(_ value: JSON, _ rules: String) -> JSON {
    switch value {
    case .string(let text):
      guard text.contains("{rules}") else { return value }
      if !rules.isEmpty { return .string(parted(text, at: "{rules}").joined(separator: rules)) }
      // Where no number calls for it, the sentence that names one is left out.
      let sentences = parted(text, at: ". ").filter { !$0.contains("{rules}") }
      return .string(sentences.joined(separator: ". "))
    case .object(let members): return .object(JSON.Members(members.map { ($0.key, filled($0.value, rules)) }) { $1 })
    case .null, .bool, .number, .array: return value
    }
  }

  private func parted(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// What a field is offered; what the session itself has to offer goes first.
  func value(of offer: Field.Offer, at path: Path) -> JSON {
    if let own = tree["$offers"]?[path.description] { return own }
    switch offer {
    case .text(let text): return .string(text)
    case .weeks(let weeks):
      let day = tree["sessionDate"]?.string.flatMap { CivilDate($0) }
      return day.map { .string($0.adding(days: weeks * 7).description) } ?? .null
    }
  }

  /// A line of an offered list: its words, or those of its fields.
  private func line(_ element: JSON, _ question: Question) -> String {
    if let text = element.string { return text }
    return question.first.fields.map { element[$0.path]?.string ?? "" }.joined(separator: " | ")
  }

  /// The lines that stand in a question to be taken by their number, as things are.
  package func presets(of question: Question) -> [Question.Preset] {
    let ends = tree["ends"]?.string.flatMap { CivilDate($0) }
    let day = ends.map { "\($0.spoken), when this one would have ended" } ?? "three months on"
    return question.presets.map {
      Question.Preset(line: parted($0.line, at: "{ends}").joined(separator: day), says: $0.says)
    }
  }
}

extension Interview {
  /// Names the question whose offered list is being changed.
  static let changing: Path = "$changing"

  /// Takes an offered list, or the fields of a line that is offered whole; nothing where the question offers none.
  func taken(_ question: Question, _ place: Place) -> (changes: [Change], sayings: [String])? {
    if guide.isChanging(question) { return ([.remove(Interview.changing)], []) }
    if case .offer(let list, let lines) = question.manner {
      guard !lines.isEmpty, state.tree[list]?.isEmpty ?? true else { return nil }
      return ([.set(list, .array(guide.offered(lines)))], ["all \(lines.count)"])
    }
    guard question.manner == .line, place.line == 0, place.field == nil, question.first.isOffered else { return nil }
    return (standingOffers(question.first, besides: []) + constants(question), sayings(question.first, [:]))
  }

  private func constants(_ question: Question) -> [Change] { question.passing.map { .set($0.0, $0.1) } }

  /// What the fields hold when nothing else is said of them.
  private func standingOffers(_ ask: Ask, besides said: Set<Path>) -> [Change] {
    ask.fields.compactMap { field in
      guard !said.contains(field.path), let offer = field.offer, !state.tree.isAnswered(field.path),
        !(field.content == .ends && state.tree["openEnded"] == true)
      else { return nil }
      return .set(field.path, guide.value(of: offer, at: field.path))
    }
  }

  private func sayings(_ ask: Ask, _ said: [Path: String]) -> [String] {
    ask.fields.compactMap { field in
      if let words = said[field.path] { return words }
      let value = state.tree[field.path]?.string ?? field.offer.map { guide.value(of: $0, at: field.path) }?.string
      guard let value else { return nil }
      return CivilDate(value).map { "\(field.says ?? "") \($0.spoken(from: guide.today))".trimmed }
    }
  }

  /// A line typed at an offered list.
  mutating func changeOffer(
    _ line: String, _ place: Place, _ question: Question, _ surroundings: Surroundings, _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    guard case .offer(let list, let lines) = question.manner else { return }
    let isFirst = (state.tree[list]?.isEmpty ?? true) && !guide.isChanging(question)
    var elements = isFirst ? guide.offered(lines) : state.tree[list]?.array ?? []
    let saying: String
    switch OfferLine(line, count: elements.count) {
    case .brings(let number):
      outcome.remarks.append(.brings("\(number): \(guide.offeredLines(at: place)?[number - 1] ?? "")"))
      return
    case .leavesOut(let numbers):
      elements = elements.enumerated().filter { !numbers.contains($0.offset + 1) }.map(\.element)
      saying = "left out \(numbers.map(String.init).joined(separator: ", ")); \(elements.count) left"
    case .replaces(let number, let words):
      elements[number - 1] = try element(words, question, surroundings)
      saying = "\(number) is changed"
    case .adds(let words):
      elements.append(try element(words, question, surroundings))
      saying = lines.isEmpty ? "\(elements.count) so far" : "one more, \(elements.count)"
    case .noSuchLine(let name): throw .hasNoID(said: name, of: (1...max(1, elements.count)).map(String.init))
    case .saysNothing: throw .isNotUnderstood(said: line.trimmed, shape: question.first.shape)
    }
    var event = Event(.answered, at: surroundings.now, place: place, said: line)
    event.changes = [.set(list, .array(elements)), .set(Interview.changing, .string(question.id))]
    event.changes += clearedStates(event.changes)
    event.reopens = [place.plain]
    outcome.events.append(take(event))
    outcome.remarks.append(.took(id: nil, [saying]))
  }

  private func element(
    _ words: String, _ question: Question, _ surroundings: Surroundings
  ) throws(AnswerProblem) -> JSON {
    guard !question.first.fields.isEmpty else { return .string(words) }
    let base: Path = "$line"
    let reading = try LineReader(context: context(base, tree: [:], surroundings)).read(words, question.first)
    return JSON.object([:]).applying(reading.changes)[base] ?? .string(words)
  }

  /// A line typed where the fields are offered whole: what it names is changed, the rest stands as it is offered.
  mutating func answerOffered(
    _ line: String, _ place: Place, _ question: Question, _ voice: Voice?, _ surroundings: Surroundings,
    _ outcome: inout Outcome
  ) throws(AnswerProblem) {
    let fields = question.first.fields
    var words: [(field: Field, text: String)] = []
    if fields.count == 1 {
      words = [(fields[0], line.trimmed)]
      if case .brings(1) = OfferLine(line, count: 1) {
        outcome.remarks.append(.brings(state.tree[fields[0].path]?.string ?? guide.offeredLines(at: place)?[0] ?? ""))
        return
      }
    } else {
      switch OfferLine(line, count: fields.count) {
      case .brings(let number):
        let field = fields[number - 1]
        let value =
          state.tree[field.path]?.string ?? field.offer.map { guide.value(of: $0, at: field.path) }?.string ?? ""
        outcome.remarks.append(.brings("\(number): \(CivilDate(value)?.short ?? value)"))
        return
      case .replaces:
        guard let several = OfferLine.several(line, count: fields.count) else {
          throw .isNotUnderstood(said: line.trimmed, shape: question.first.shape)
        }
        words = several.map { (fields[$0 - 1], $1) }
      case .leavesOut, .adds, .noSuchLine, .saysNothing:
        throw .isNotUnderstood(said: line.trimmed, shape: question.first.shape)
      }
    }
    let reader = FieldReader(context: context(.root, tree: state.tree, surroundings))
    var changes: [Change] = []
    var said: [Path: String] = [:]
    for (field, text) in words {
      let reading = try reader.read(text, field)
      changes += reading.changes
      said[field.path] = reading.sayings.first ?? ""
    }
    changes += standingOffers(question.first, besides: Set(said.keys)) + constants(question)
    var event = Event(.answered, at: surroundings.now, place: place, said: line)
    event.changes = changes + clearedStates(changes) + voiced(changes, at: place, voice)
    if fields.count > 1 {
      // It is shown once more, and Enter takes it.
      event.changes.append(.set(Interview.changing, .string(question.id)))
      event.reopens = [place.plain]
    }
    outcome.events.append(take(event))
    let sayings = fields.compactMap { said[$0.path] }.filter { !$0.isEmpty }
    if !sayings.isEmpty { outcome.remarks.append(.took(id: nil, sayings)) }
  }
}

extension Interview {
  /// A number that names a line which stands in the question: as if that line had been typed. One that says `none` is
  /// the answer that there is none.
  mutating func takePreset(
    _ text: String, _ place: Place, _ question: Question, _ voice: Voice?, in surroundings: Surroundings,
    _ outcome: inout Outcome
  ) throws(AnswerProblem) -> Bool {
    guard case .list(let list, let with, _) = question.manner, place.element == nil, let number = Int(text),
      question.presets.indices.contains(number - 1)
    else { return false }
    let line = guide.presets(of: question)[number - 1].line
    guard line == "none" else {
      try addElement(line, place, question, list, with, voice, surroundings, &outcome)
      return true
    }
    guard state.tree.ids(in: list).isEmpty else { throw .isNotUnderstood(said: text, shape: question.first.shape) }
    var event = Event(.skipped, at: surroundings.now, place: place, said: line)
    event.changes = [.set(statePath(list), .string(AnswerState.noneIdentified.rawValue))]
    event.passes = [place.plain]
    outcome.events.append(take(event))
    outcome.remarks.append(.took(id: nil, [question.presets[number - 1].says]))
    return true
  }
}
