import Documents
import Forms

/// Reads short things that semicolons part: `scheduling; repair after a hard session`.
struct ThingsReader {
  let things: [String]

  init(_ text: some StringProtocol) {
    things = text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  var json: JSON { .array(things.map { .string($0) }) }
}

/// Reads who meets for how long and how often: `individual 50 weekly`, `skills training 120 minutes weekly`.
struct MeetingReader {
  let context: ReadingContext

  func read(_ text: String, _ path: Path) -> (changes: [Change], sayings: [String]) {
    let words = Words(text)
    guard let position = words.words.firstIndex(where: { Int($0).map((5...1440).contains) ?? false }), position > 0,
      let minutes = Int(words.words[position])
    else { return ([.set(path, .string(text.trimmed))], [text.trimmed]) }
    let mode = words.words[..<position].joined(separator: " ")
    var rest = words.words[(position + 1)...]
    if ["min", "mins", "minutes"].contains(rest.first?.lowercased()) { rest = rest.dropFirst() }
    let group = path.parent
    var changes: [Change] = [.set(path, .string(mode)), .set(group.appending("minutes"), JSON(minutes))]
    if !rest.isEmpty { changes.append(.set(group.appending("frequency"), .string(rest.joined(separator: " ")))) }
    return (
      changes,
      [
        ([mode, "\(minutes) minutes"] + [rest.joined(separator: " ")]).filter { !$0.isEmpty }
          .joined(separator: ", ")
      ]
    )
  }
}

extension FieldReader {
  /// What an agreement asks for beyond what other forms do; nothing for those.
  func agreementField(_ field: Field, _ text: String) throws(AnswerProblem) -> Reading? {
    let path = context.path(field)
    var reading = Reading()
    switch field.content {
    case .things:
      let things = ThingsReader(text)
      guard !things.things.isEmpty else { throw .isRequired }
      if let names = context.tree["$known"]?[path.description]?.array?.compactMap(\.string) {
        return try known(among: names, text, path)
      }
      reading.add([.set(path, things.json)], [things.things.joined(separator: " · ")])
    case .meeting:
      let meeting = MeetingReader(context: context).read(text, path)
      reading.add(meeting.changes, meeting.sayings)
    case .rule: return RuleReader(context: context).read(text)
    case .ruleCount:
      guard let count = RuleCount(text) else { throw .isNotUnderstood(said: text, shape: field.ask) }
      let cleared = RuleCount.keys.filter { count.members[$0] == nil && context.tree[path.parent.appending($0)] != nil }
      reading.add(
        cleared.map { .remove(path.parent.appending($0)) }
          + count.members.map { .set(path.parent.appending($0.key), $0.value) }, [text])
    case .ends:
      let open = path.parent.appending("openEnded")
      if ["open", "open-ended", "open ended", "no end"].contains(text.lowercased().trimmingStop) {
        reading.add([.remove(path), .set(open, true)], ["no end date"])
        return reading
      }
      guard let (date, used) = HeadReader(context: context).readDue(Words(text).words),
        used == Words(text).count
      else { throw .isNoDay(said: text, isAhead: true) }
      let isOpen = context.tree[open] != nil
      reading.add(
        [.set(path, .string(date.description))] + (isOpen ? [.remove(open)] : []),
        ["\(field.says ?? "") \(date.spoken(from: context.today))".trimmed])
    case .dayIfYes:
      switch text.lowercased().trimmingStop {
      case "y", "yes": reading.add([.set(path, .string(context.today.description))], [field.says ?? ""])
      case "n", "no": reading.add([.set(statePath(path), "noneIdentified")], ["not yet"])
      default:
        guard let day = readDay(Words(text).words, today: context.today, .past) else {
          throw .isNotAChoice(said: text, of: ["y", "n"], didYouMean: nil)
        }
        reading.add([.set(path, .string(day.date.description))], ["\(field.says ?? "") \(day.date.spoken)".trimmed])
      }
    case .signature(let role):
      let name = text.trimmed
      guard !SignedName.isAnswer(name, clauses: clauses) else { throw .isNoName(said: name) }
      guard !isOthers(name, role) else { throw .isOthersName(said: name) }
      return signature(role, name, path)
    case .text, .yesNo, .choice, .choices, .number, .scale, .card, .outOf, .plan, .span, .momentOfDay, .linkTime, .due,
      .dayGone, .dayOrNo, .amount, .emotion, .ref, .refs, .skill, .tried, .person, .amendment, .time, .hours, .notice,
      .measured, .lines:
      return nil
    case .step: return nil
    }
    return reading
  }

  /// Where it is known what there is, only that is taken: by its place in what is shown, from 1, or by its name; in the
  /// order in which it was offered.
  private func known(among known: [String], _ text: String, _ path: Path) throws(AnswerProblem) -> Reading {
    var chosen: Set<String> = []
    for word in text.split(whereSeparator: { " ,;".contains($0) }) {
      if let number = Int(word), known.indices.contains(number - 1) {
        chosen.insert(known[number - 1])
      } else if known.contains(String(word)) {
        chosen.insert(String(word))
      } else {
        throw .hasNoID(said: String(word), of: known.indices.map { String($0 + 1) })
      }
    }
    let offered = context.tree.offered(at: path)?.array?.compactMap(\.string) ?? known
    let kept = offered.filter(chosen.contains)
    var reading = Reading()
    reading.add([.set(path, .array(kept.map { .string($0) }))], ["\(kept.count) of \(known.count)"])
    return reading
  }

  /// What the clauses of the text are called that a name is asked for under.
  private var clauses: [String] {
    let terms = AgreementReview.base(ofTermsIn: context.tree)
    return AmendedClause.names(in: context.tree[terms] ?? [:])
  }

  /// Whether it is the name or the code of the other one.
  private func isOthers(_ name: String, _ role: String) -> Bool {
    let other = role == "client" ? "therapist" : "client"
    let names = [context.tree["$signed"]?[other]?["name"], context.tree["\(other)Ref"]]
    return names.contains { $0?.string?.lowercased() == name.lowercased() }
  }

  /// A name typed under a text: who, when, which version, and the fingerprint of what was read.
  private func signature(_ role: String, _ name: String, _ path: Path) -> Reading {
    var members: JSON.Members = [
      "role": .string(role), "name": .string(name), "method": "typed", "at": .string(context.now.description),
    ]
    members["version"] = context.tree["version"] ?? context.tree["newVersion"]
    members["sha256"] = context.seal.map { .string($0(context.tree)) }
    var reading = Reading()
    reading.add([.set(path, .object(members))], ["signed by the \(role): \(name)"])
    return reading
  }
}
