import Checks
import Documents

// R4 to R10: what happened, how strong, and what keeps recurring.
extension ClientReview {
  /// The day of what a chain is about.
  func day(of chain: JSON) -> CivilDate? {
    chain["target"]?["startedAt"]?.string.flatMap { CivilDate($0.prefix(10)) } ?? Envelope(chain).sessionDate
  }

  /// The tag that the first target in the hierarchy has most often; nothing where none has one.
  var topTag: String? {
    let tiers = ["lifeThreatening", "therapyInterfering", "qualityOfLife", "skills"]
    func tier(_ chain: JSON) -> Int { chain["target"]?["tier"]?.string.flatMap(tiers.firstIndex) ?? tiers.count }
    guard let first = chains.map(tier).min() else { return nil }
    let tags = chains.filter { tier($0) == first }.flatMap { $0["target"]?["tags"]?.items.compactMap(\.string) ?? [] }
    return ranked(tags).first?.what
  }

  /// Words with how often each stands, the most frequent first.
  func ranked(_ words: [String]) -> [(what: String, n: Int)] {
    Dictionary(grouping: words) { $0 }.map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// In how many of the chains something stands, however often in each.
  private func rows(_ found: (JSON) -> [String]) -> JSON {
    guard !chains.isEmpty else { return .null }
    return .array(
      ranked(chains.flatMap { Set(found($0)).sorted() }).map { row in
        ["what": .string(row.what), "n": JSON(row.n), "of": JSON(chains.count)]
      })
  }

  /// R4: how often, by week and as the last chain has it.
  var targetFrequency: JSON {
    guard !chains.isEmpty else { return .null }
    let mondays = chains.compactMap { day(of: $0) }.map { $0.adding(days: -(($0.dayNumber + 3) % 7)) }
    let weeks = Dictionary(grouping: mondays) { $0 }
    return [
      "byWeek": .array(
        weeks.keys.sorted().map { ["week": .string("\($0)"), "count": JSON(weeks[$0]?.count ?? 0)] }),
      "last4Weeks": chains.compactMap { $0["target"]?["timesLast4Weeks"]?.int }.last.map { JSON($0) } ?? .null,
    ]
  }

  /// R5: of the first target, how often the urge was resisted.
  var urgesResisted: JSON {
    let tagged = chains.filter { chain in
      topTag.map { tag in chain["target"]?["tags"]?.items.contains(.string(tag)) ?? false } ?? true
    }
    guard !tagged.isEmpty else { return .null }
    return ["resisted": JSON(tagged.count { $0["target"]?["outcome"] == "urgeResisted" }), "of": JSON(tagged.count)]
  }

  /// The link of a chain that hurt most, and how much on 0–100.
  func peak(of chain: JSON) -> (link: JSON, value: Int)? {
    let scale = chain["scale"] == "0-5" ? 20 : 1
    let felt = (chain["links"]?.items ?? []).filter { $0["type"] == "emotion" }.compactMap { link in
      link["intensity"]?.int.map { (link: link, value: $0 * scale) }
    }
    return felt.max { $0.value < $1.value }
  }

  /// R6: the strongest feeling of each chain, and whether that rises or falls in a week, from five chains on.
  var peaks: JSON {
    let found = chains.compactMap { chain -> (chain: JSON, day: CivilDate, value: Int)? in
      guard let day = day(of: chain), let peak = peak(of: chain) else { return nil }
      return (chain, day, peak.value)
    }.sorted { $0.day < $1.day }
    guard !found.isEmpty else { return .null }
    let points = found.map { (x: Double($0.day.dayNumber) / 7, y: Double($0.value)) }
    return [
      "peaks": .array(found.map { ["ref": $0.chain["id"] ?? .null, "value": JSON($0.value)] }),
      "slope": JSON(found.count < 5 ? nil : theilSenSlope(points)),
    ]
  }

  /// R7: what set the stage in two chains and more, and in a third of them.
  var vulnerabilities: JSON {
    let all = rows { chain in (chain["vulnerabilities"]?.items ?? []).compactMap { $0["category"]?.string } }
    guard let rows = all.array else { return .null }
    return .array(rows.filter { ($0["n"]?.int ?? 0) >= 2 && 3 * ($0["n"]?.int ?? 0) >= chains.count })
  }

  /// R8: what it began with, by its tags; texts are never taken for one another.
  var promptingEvents: JSON {
    rows { chain in (chain["promptingEvent"]?["tags"]?.items ?? []).compactMap(\.string) }
  }

  /// What a link is counted as: its type, or its feeling.
  func name(of link: JSON) -> String? {
    guard let type = link["type"]?.string else { return nil }
    return type == "emotion" ? link["emotion"]?.string.map { "emotion:\($0)" } ?? type : type
  }

  /// R9: the links that carry the chains.
  var keyLinks: JSON {
    rows { chain in (chain["links"]?.items ?? []).filter { $0["key"] == true }.compactMap { name(of: $0) } }
  }

  /// R10: what it did for the person.
  var function: JSON {
    rows { chain in
      (chain["consequences"]?.items ?? []).filter { $0["effect"] == "increases" }.compactMap { $0["mechanism"]?.string }
        .filter { $0 != "none" }
    }
  }

  /// R13: the two looks that find something most often.
  var chainQuality: JSON {
    guard !chains.isEmpty else { return .null }
    let found = chains.flatMap { chain in
      Checks.findings(in: Checked(chain, wording: wording, catalog: catalog, on: day)).filter { $0.severity == .fix }
        .map(\.check)
    }
    return .array(ranked(found).prefix(2).map { ["check": .string($0.what), "n": JSON($0.n)] })
  }
}
