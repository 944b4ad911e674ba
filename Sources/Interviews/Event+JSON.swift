import Documents
import Forms

// One line of a session's journal for each event.

extension Event {
  /// The event as the journal keeps it.
  package var json: JSON {
    var members: JSON.Members = ["event": .string(what.rawValue), "at": .string(at.description)]
    members["place"] = place?.json
    members["said"] = said.map { .string($0) }
    members["voice"] = voice.map { .string($0.rawValue) }
    if !changes.isEmpty { members["changes"] = .array(changes.map(\.json)) }
    if !passes.isEmpty { members["passes"] = .array(passes.map(\.json)) }
    if !reopens.isEmpty { members["reopens"] = .array(reopens.map(\.json)) }
    if !doubts.isEmpty { members["doubts"] = .array(doubts.map(\.json)) }
    if !nudges.isEmpty { members["nudges"] = .array(nudges.map { .string($0) }) }
    members["facts"] = facts
    members["next"] = next?.json
    members["returnsTo"] = returnsTo?.json
    return .object(members)
  }

  /// Reads one back; nothing when it is none of ours.
  package init?(_ json: JSON) {
    guard let what = json["event"]?.string.flatMap(What.init), let at = json["at"]?.string.flatMap({ Moment($0) })
    else {
      return nil
    }
    self.init(what, at: at, place: json["place"].flatMap(Place.init), said: json["said"]?.string)
    voice = json["voice"]?.string.flatMap(Voice.init)
    guard let changes = every(json["changes"], Change.init), let passes = every(json["passes"], Place.init),
      let reopens = every(json["reopens"], Place.init), let doubts = every(json["doubts"], Doubt.init)
    else { return nil }
    self.changes = changes
    self.passes = passes
    self.reopens = reopens
    self.doubts = doubts
    nudges = (json["nudges"]?.array ?? []).compactMap(\.string)
    facts = json["facts"]
    next = json["next"].flatMap(Place.init)
    returnsTo = json["returnsTo"].flatMap(Place.init)
  }
}

/// Every element of a list, or nothing when one of them is none of ours: an event is taken whole or not at all.
private func every<Value>(_ list: JSON?, _ read: (JSON) -> Value?) -> [Value]? {
  var values: [Value] = []
  for element in list?.array ?? [] {
    guard let value = read(element) else { return nil }
    values.append(value)
  }
  return values
}

extension Place {
  var json: JSON {
    var members: JSON.Members = ["question": .string(question)]
    members["element"] = element.map { .string($0) }
    if line > 0 { members["line"] = JSON(line) }
    members["field"] = field?.json
    members["before"] = before.map { .string($0) }
    return .object(members)
  }

  init?(_ json: JSON) {
    guard let question = json["question"]?.string else { return nil }
    self.init(
      question, element: json["element"]?.string, line: json["line"]?.int ?? 0, field: json["field"].flatMap(Path.init),
      before: json["before"]?.string)
  }
}

extension Path {
  /// Its steps: a step may hold a dot of its own, as a key of `fieldStates` does.
  var json: JSON { .array(steps.map { .string($0) }) }

  init?(_ json: JSON) {
    // No place of a document lies so deep; a tree that did would be too deep to be read again.
    guard let elements = json.array, elements.count <= 64 else { return nil }
    self.init(elements.compactMap(\.string))
  }
}

extension Change {
  var json: JSON {
    switch self {
    case .set(let path, let value): ["set": path.json, "value": value]
    case .remove(let path): ["remove": path.json]
    case .insert(let element, let list, let position):
      position.map { ["insert": element, "into": list.json, "at": JSON($0)] } ?? ["insert": element, "into": list.json]
    case .move(let id, let list, let position): ["move": .string(id), "in": list.json, "to": JSON(position)]
    }
  }

  init?(_ json: JSON) {
    if let path = json["set"].flatMap(Path.init) {
      self = .set(path, json["value"] ?? .null)
    } else if let path = json["remove"].flatMap(Path.init) {
      self = .remove(path)
    } else if let element = json["insert"], let list = json["into"].flatMap(Path.init) {
      self = .insert(element, into: list, at: json["at"]?.int)
    } else if let id = json["move"]?.string, let list = json["in"].flatMap(Path.init), let position = json["to"]?.int {
      self = .move(id: id, in: list, to: position)
    } else {
      return nil
    }
  }
}

extension Doubt {
  var json: JSON {
    var members: JSON.Members = ["fact": fact.json]
    members["choices"] = .array(
      choices.map {
        [
          "keys": .array($0.keys.map { .string($0) }), "says": .string($0.says),
          "changes": .array($0.changes.map(\.json)),
        ]
      })
    members["standard"] = standard.map { JSON($0) }
    return .object(members)
  }

  init?(_ json: JSON) {
    guard let fact = json["fact"].flatMap(Fact.init) else { return nil }
    self.init(
      fact: fact,
      choices: (json["choices"]?.array ?? []).map {
        Choice(
          keys: ($0["keys"]?.array ?? []).compactMap(\.string), says: $0["says"]?.string ?? "",
          changes: ($0["changes"]?.array ?? []).compactMap(Change.init))
      }, standard: json["standard"]?.int)
  }
}

extension Doubt.Fact {
  var json: JSON {
    switch self {
    case .number(let number, let means): ["number", JSON(number), .string(means)]
    case .actionOrEvent: ["actionOrEvent"]
    case .laterHour(let given, let offered): ["laterHour", .string(given), .string(offered)]
    case .dayInSentence(let day): ["dayInSentence", .string(day)]
    case .nextDay(let time): ["nextDay", .string(time)]
    case .eveningBefore(let time): ["eveningBefore", .string(time)]
    case .level: ["level"]
    case .thenOrNow: ["thenOrNow"]
    case .promise(let text, let kind): ["promise", .string(text), .string(kind.rawValue)]
    case .identifies(let pattern): ["identifies", .string(pattern.rawValue)]
    }
  }

  init?(_ json: JSON) {
    guard let parts = json.array, let name = parts.first?.string else { return nil }
    func text(_ index: Int) -> String { parts.indices.contains(index) ? parts[index].string ?? "" : "" }
    switch name {
    case "number": self = .number(parts.count > 1 ? parts[1].int ?? 0 : 0, means: text(2))
    case "actionOrEvent": self = .actionOrEvent
    case "laterHour": self = .laterHour(given: text(1), offered: text(2))
    case "dayInSentence": self = .dayInSentence(text(1))
    case "nextDay": self = .nextDay(text(1))
    case "eveningBefore": self = .eveningBefore(text(1))
    case "level": self = .level
    case "thenOrNow": self = .thenOrNow
    case "promise": self = .promise(text(1), WordingLists.Promise(rawValue: text(2)) ?? .promise)
    case "identifies": self = .identifies(IdentifyingPattern(rawValue: text(1)) ?? .phone)
    default: return nil
    }
  }
}
