import Documents

extension Derivation {
  /// The domains that are looked at, the day to look again, and what weighs (spec 6.4, 6.5).
  static func conversation(from before: JSON, to after: JSON) -> [Change] {
    var changes: [Change] = []
    func set(_ path: Path, _ value: JSON?) {
      if after[path] != value { changes.append(value.map { .set(path, $0) } ?? .remove(path)) }
    }
    if after["$barriers"] != before["$barriers"] { set("assessment", domains(after)) }
    let conversation = Accountability(after)
    func weighs(_ domain: String) -> JSON? { (conversation.domain(domain)?["rating"]?.int ?? 0) >= 2 ? true : nil }
    set("$healthWeighs", weighs("healthSeverity"))
    set("$fitWeighs", weighs("relationshipOrFit"))
    let promises = (after["agree"]?["client"]?.array ?? []) + (after["agree"]?["therapist"]?.array ?? [])
    if let day = promises.lazy.compactMap({ $0["followUpOn"] ?? $0["by"] }).first {
      set("$offered.close.followUpOn", day)
    }
    return changes
  }

  /// What was picked, in the order of the nine; where it was not wanted, the five that are looked at before that too.
  /// What was said of one that is picked no more stays.
  private static func domains(_ tree: JSON) -> JSON? {
    var wanted = Set((tree["$barriers"]?.array ?? []).compactMap(\.string))
    if wanted.contains("willingness") { wanted.formUnion(Accountability.beforeWillingness) }
    let there = Accountability(tree)
    let domains = Accountability.domains.compactMap { name -> JSON? in
      let said = there.domain(name)
      let isSaid = ["rating", "evidenceFor", "evidenceAgainst"].contains { !(said?[$0]?.isAbsent ?? true) }
      guard wanted.contains(name) || isSaid else { return nil }
      var domain = said?.object ?? ["domain": .string(name)]
      domain["$ask"] = questions[name].map { .string($0) }
      return .object(domain)
    }
    let others = (tree["assessment"]?.array ?? []).filter { other in
      !Accountability.domains.contains { other["domain"]?.string == $0 }
    }
    return domains.isEmpty && others.isEmpty ? nil : .array(domains + others)
  }

  /// What each domain asks (spec 6.5).
  private static let questions = [
    "knowledge": "Knowledge. Was it clear?",
    "skills": "Skills. Have you ever been able to do it?",
    "emotion": "Emotion. What feeling gets in the way?",
    "beliefs": "Beliefs. What do you tell yourself?",
    "contingencies": "What follows. What happens when you do, and when you don’t?",
    "practical": "Practical. Transport, money, time, care, privacy, access.",
    "healthSeverity":
      "Health. Depression, sleep, pain, substances, cognition, psychosis, neurodivergence, medication.",
    "relationshipOrFit": "Us. Trust, rupture, culture, language, method, my part.",
    "willingness": "Wanting. All else possible, do you want this?",
  ]
}
