import Documents

extension Undertreatment {
  /// Three events of one kind of one side in six weeks. What is nobody's doing is none.
  var repeatedTib: UndertreatmentFlag? {
    let recent = events.filter { day - ($0.date ?? day) <= 42 && !$0.category.isEmpty }
    var kinds: [Kind: [InterferingEvent]] = [:]
    for event in recent {
      // What both did is each one's.
      for (who, isTheirs) in [("client", event.isClients), ("therapist", event.isTherapists)] where isTheirs {
        kinds[Kind(who: who, category: event.category), default: []].append(event)
      }
    }
    let often = kinds.filter { $0.value.count >= 3 }.max {
      ($0.value.count, $1.key.category) < ($1.value.count, $0.key.category)
    }
    return often.map {
      .repeatedTib(who: $0.key.who, category: $0.key.category, on: $0.value.compactMap(\.date).sorted())
    }
  }

  private struct Kind: Hashable {
    let who: String
    let category: String
  }

  /// What was more than a week ago and had not been raised by that day. What is nobody's doing need not be.
  var unaddressedTib: UndertreatmentFlag? {
    let open = events.filter { event in
      guard let date = event.date, day - date > 7, event.isClients || event.isTherapists,
        !event.tree.isStated("addressedOn")
      else { return false }
      return event.addressedOn.map { $0 > day } ?? true
    }
    return open.isEmpty ? nil : .unaddressedTib(open.compactMap(\.date).sorted())
  }

  private var events: [InterferingEvent] {
    documents.filter { Envelope($0).kind == .tibEvent }.map { InterferingEvent($0) }.sorted { $0.order < $1.order }
  }

  // MARK: Chains

  /// A commitment that was not kept three times: `repeats` says which earlier one each takes over.
  var brokenCommitment: UndertreatmentFlag? {
    var all: [String: JSON] = [:]
    var order: [String] = []
    for document in documents where [.chain, .missingLinks].contains(Envelope(document).kind) {
      for commitment in document["commitments"]?.array ?? [] {
        guard let id = document["id"]?.string, let sub = commitment["id"]?.string else { continue }
        all["\(id)#\(sub)"] = commitment
        order.append("\(id)#\(sub)")
      }
    }
    var found: (text: String, times: Int)?
    for ref in order {
      var seen: Set<String> = []
      var next: String? = ref
      var times = 0
      while let here = next, let commitment = all[here], seen.insert(here).inserted {
        let told = commitment["outcomeOn"]?.string.flatMap { CivilDate($0) }
        if commitment["outcome"] == "notKept", told.map({ $0 <= day }) ?? true { times += 1 }
        next = commitment["repeats"]?.string
      }
      if times >= 3, times > found?.times ?? 0 { found = (all[ref]?["text"]?.string ?? "", times) }
    }
    return found.map { .brokenCommitment(text: $0.text, times: $0.times) }
  }

  /// The target that comes first in the hierarchy is as frequent as it was four weeks before, or more so. What has not
  /// been looked at for eight weeks says nothing of today.
  var targetUnchanged: UndertreatmentFlag? {
    let tiers = ["lifeThreatening", "therapyInterfering", "qualityOfLife"]
    let chains = documents.filter { Envelope($0).kind == .chain }.compactMap { chain -> Look? in
      guard let on = Envelope(chain).sessionDate, let tier = chain["target"]?["tier"]?.string.flatMap(tiers.firstIndex),
        let times = chain["target"]?["timesLast4Weeks"]?.int
      else { return nil }
      let tags = Set((chain["target"]?["tags"]?.array ?? []).compactMap(\.string)).subtracting(["other"])
      return Look(tier: tier, tags: tags, seen: UndertreatmentFlag.Frequency(times: times, on: on))
    }
    let recent = chains.filter { day - $0.seen.on <= 56 }
    guard let top = recent.map(\.tier).min(),
      let last = recent.filter({ $0.tier == top }).max(by: { $0.seen.on < $1.seen.on })
    else { return nil }
    let before = chains.filter {
      $0.tier == top && !$0.tags.isDisjoint(with: last.tags) && last.seen.on - $0.seen.on >= 28
    }.max { $0.seen.on < $1.seen.on }
    guard let before, last.seen.times >= before.seen.times, last.seen.times > 0 else { return nil }
    return .targetUnchanged(from: before.seen, to: last.seen)
  }

  private struct Look {
    let tier: Int
    let tags: Set<String>
    let seen: UndertreatmentFlag.Frequency
  }
}
