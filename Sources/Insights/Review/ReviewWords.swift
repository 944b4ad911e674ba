import Documents

// What stands beside the numbers: somebody's own words, with their day and their place; and what to ask next.
extension ClientReview {
  /// For each part that counts something, the latest words about each thing counted, by its name.
  var words: JSON.Members {
    var found = JSON.Members()
    func take(_ part: String, _ name: String, _ document: JSON, _ sub: String?, _ text: JSON?) {
      guard let text = text?.string, !text.isEmpty, let on = Envelope(document).sessionDate else { return }
      let id = document["id"]?.string ?? ""
      var members = found[part]?.object ?? JSON.Members()
      members[name] = [
        "on": .string("\(on)"), "ref": .string(sub.map { "\(id)#\($0)" } ?? id), "text": .string(text),
      ]
      found[part] = .object(members)
    }
    for chain in chains {
      take("R4", "target", chain, nil, chain["target"]?["behavior"])
      let isTop = topTag.map { chain["target"]?["tags"]?.items.contains(.string($0)) ?? false } ?? true
      if isTop, chain["target"]?["outcome"] == "urgeResisted" {
        take("R5", "resisted", chain, nil, chain["target"]?["whatWorked"])
      }
      if let peak = peak(of: chain) {
        take("R6", chain["id"]?.string ?? "", chain, peak.link["id"]?.string, peak.link["text"])
      }
      for one in chain["vulnerabilities"]?.items ?? [] {
        take("R7", one["category"]?.string ?? "", chain, one["id"]?.string, one["description"])
      }
      for tag in (chain["promptingEvent"]?["tags"]?.items ?? []).compactMap(\.string) {
        take("R8", tag, chain, chain["promptingEvent"]?["id"]?.string, chain["promptingEvent"]?["description"])
      }
      for link in chain["links"]?.items ?? [] where link["key"] == true {
        take("R9", name(of: link) ?? "", chain, link["id"]?.string, link["text"])
      }
      for one in chain["consequences"]?.items ?? [] where one["effect"] == "increases" {
        take("R10", one["mechanism"]?.string ?? "", chain, one["id"]?.string, one["text"])
      }
      for plan in chosen(in: chain) {
        take("R12", plan["skill"]?.string ?? "", chain, plan["id"]?.string, plan["plan"])
      }
    }
    for (promise, outcome) in told(.client) + told(.therapist) {
      let document = documents.first { $0["id"]?.string == promise.document.text }
      take("R2", "\(promise.sort.side) \(outcome)", document ?? .null, promise.id, promise.tree["text"])
    }
    for document in documents {
      for repair in Promise.all(in: document) where repair.sort == .repair {
        take("R18", repair.ref, document, repair.id, .string(repair.text))
      }
    }
    for event in events {
      for (side, isTheirs) in [("client", event.isClients), ("therapist", event.isTherapists)] where isTheirs {
        take(
          "R14", "\(side) \(event.category)", event.tree, nil, event.tree["statedReason"] ?? event.tree["description"])
      }
    }
    for look in recent(.accountability) {
      for one in look["assessment"]?.items ?? [] where (one["rating"]?.int ?? 0) >= 2 {
        take("R22", one["domain"]?.string ?? "", look, nil, one["evidenceFor"])
      }
    }
    return found
  }

  /// Every total of each measure, oldest first.
  var courses: JSON.Members {
    var found = JSON.Members()
    for course in measures { found[course.measure] = .array(course.totals.map { JSON($0.total) }) }
    return found
  }

  /// Three to five questions for the next session, where the documents give rise to them (spec 8.2).
  package var questions: [String] {
    var asked: [String] = openCommitments.items.prefix(2).compactMap { row in
      row["text"]?.string.map { "What happened with “\(ended($0))”?" }
    }
    asked += [slowest, worked].compactMap(\.self)
    // Of two chains nothing is said that recurs.
    if chains.count >= 3 { asked += [often, shame, untied].compactMap(\.self) }
    return Array(asked.prefix(5))
  }

  /// A sentence inside another one has no full stop.
  private func ended(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private var slowest: String? {
    let late = timeToRaise["days"]?.items.filter { ($0["days"]?.int ?? 0) >= 7 }.max {
      ($0["days"]?.int ?? 0) < ($1["days"]?.int ?? 0)
    }
    guard let late, let event = log.events.first(where: { $0.tree["id"] == late["ref"] }), let date = event.date else {
      return nil
    }
    let what = event.minutesLate.map { "\($0) minutes" } ?? "what happened"
    return "It took \(late["days"]?.int ?? 0) days to raise \(what) on \(date.spokenShort). What was in the way for me?"
  }

  private var worked: String? {
    chains.last { $0["target"]?["outcome"] == "urgeResisted" }.flatMap { day(of: $0) }.map {
      "What worked on \($0.spokenShort)?"
    }
  }

  private var often: String? {
    guard let first = vulnerabilities.items.first, let what = first["what"]?.string, let count = first["n"]?.int else {
      return nil
    }
    let words = spelled(what)
    let asks = what == "sleep" ? "What would one better night take?" : "What would help before it gets that far?"
    return "\(words.prefix(1).uppercased())\(words.dropFirst()) came up in \(count) of \(chains.count) chains. \(asks)"
  }

  private var shame: String? {
    guard let first = keyLinks.items.first(where: { $0["what"]?.string?.hasPrefix("emotion:") ?? false }),
      2 * (first["n"]?.int ?? 0) >= chains.count, let name = first["what"]?.string?.dropFirst("emotion:".count)
    else { return nil }
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) carries a lot of these. Have we worked on \(name) itself?"
  }

  private var untied: String? {
    guard let type = skillGaps["uncoveredTypes"]?.items.first?.string else { return nil }
    return "No plan has ever been tied to \(spelled(type.replacing("emotion:", with: ""))) links. Why not?"
  }

  /// `priorBehavior` as it is said: prior behavior.
  private func spelled(_ name: String) -> String {
    name.reduce(into: "") { words, letter in words += letter.isUppercase ? " \(letter.lowercased())" : String(letter) }
  }
}

extension CivilDate {
  /// A day in a sentence: `February 6`.
  fileprivate var spokenShort: String { "\(monthNames[month - 1]) \(day)" }
}
