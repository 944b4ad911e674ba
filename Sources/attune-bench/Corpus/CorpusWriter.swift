import Documents

/// Writes the course of one client after another.
struct CorpusWriter {
  var chance: CorpusChance
  private var serial = 0

  init(seed: UInt64) { chance = CorpusChance(state: seed) }

  /// A session a week from a day on, with the documents that are made in it, until there are so many.
  mutating func course(of client: String, from start: CivilDate, count: Int) -> [JSON] {
    var documents: [JSON] = []
    var week = 0
    while documents.count < count {
      let day = start.adding(days: week * 7)
      documents += session(client, on: day, week: week).prefix(count - documents.count)
      week += 1
    }
    return documents
  }

  private mutating func session(_ client: String, on day: CivilDate, week: Int) -> [JSON] {
    let isLate = chance.percent(30)
    let byTherapist = chance.percent(20)
    var made: [JSON] = []
    if week == 0 { made.append(document("agreement", client, day, agreement(from: day))) }
    made.append(
      document("session", client, day, ["status": "held", "therapyMode": "individual", "scheduledStart": "17:00"]))
    if isLate { made.append(document("tibEvent", client, day, event(byTherapist: byTherapist))) }
    if chance.percent(35) { made.append(document("chain", client, day, chain(on: day))) }
    if chance.percent(8) { made.append(document("missingLinks", client, day, missingLinks())) }
    if isLate, chance.percent(25) { made.append(document("accountability", client, day, conversation(on: day))) }
    if week % 4 == 0 { made.append(document("measure", client, day, measure(on: day, week: week))) }
    if chance.percent(4) { made.append(document("reflection", client, day, reflection())) }
    return made
  }

  private mutating func document(_ kind: String, _ client: String, _ day: CivilDate, _ body: JSON.Members) -> JSON {
    serial += 1
    let prefix = Kind(rawValue: kind)?.idPrefix ?? kind
    let digits = day.description.filter { $0 != "-" }
    let made = "\(day)T17:\(10 + serial % 50):00-05:00"
    var members: JSON.Members = [
      "schema": .string("attune/\(kind)/1"), "id": .string("\(prefix)-\(digits)-\(serial)"), "kind": .string(kind),
      "synthetic": true, "clientRef": .string(client), "therapistRef": "SYN-T1", "createdAt": .string(made),
      "updatedAt": .string(made), "sessionDate": .string("\(day)"), "mode": "inSession", "status": "complete",
      "recordClass": kind == "reflection" ? "private" : kind == "session" ? "administrative" : "clinicalRecord",
    ]
    for (key, value) in body { members[key] = value }
    return .object(members)
  }

  mutating func sentence() -> JSON { .string(CorpusWords.sentence(&chance)) }
}

/// Chance that is the same every time: the generator SplitMix64.
struct CorpusChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func percent(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &self) < share }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }
}
