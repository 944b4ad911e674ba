import Documents
import Forms

/// Something worth a thought, said above the next question; it never takes an answer (spec 3.5).
package enum Nudge: Hashable, Sendable {
  case gap(minutes: Int, from: String, to: String)
  case jump(from: Int, to: Int, at: String)
  case nothingBetween(event: String, action: String)
  case typesNotUsed([String])
  case climbing
  case validate
  case timeIsShort(hasPlan: Bool)
  case keyLinkWithoutPlan([String])
  case suggestSkills([String])
  /// Ten more steps of a first-tier chain: how is it now?
  case rateAgain(Int)
  /// The same kind of behavior was looked at a few days ago.
  case sameBehavior(on: String)
  /// A cause that earlier chains had too, with their days.
  case alsoPresent(String, on: [String])

  /// Words of an agreement that a camera could not see, or that judge.
  case wording([String], judges: Bool)
  /// The therapist holds to fewer things than three.
  case fewMine(Int)

  /// What was said of danger can be named beside the target.
  case nameItToo

  /// What it is remembered by, so that it is said once.
  var key: String {
    switch self {
    case .gap(_, let from, let to): "gap \(from) \(to)"
    case .jump(_, _, let at): "jump \(at)"
    case .nothingBetween(let event, let action): "between \(event) \(action)"
    case .typesNotUsed: "types"
    case .climbing: "climbing"
    case .validate: "validate"
    case .timeIsShort: "time"
    case .keyLinkWithoutPlan: "plans"
    case .rateAgain(let count): "rate \(count)"
    case .sameBehavior: "same behavior"
    case .alsoPresent(let category, _): "also \(category)"
    case .nameItToo: "name it too"
    case .wording(let words, _): "wording \(words.joined(separator: " "))"
    case .fewMine: "few mine"
    case .suggestSkills(let names): "skills \(names.first ?? "")"
    }
  }
}

/// Finds what is worth a nudge. Every threshold on intensities holds for the converted value (spec 2.4).
struct NudgeFinder {
  let template: Template
  let tree: JSON
  let said: Set<String>
  /// The wording lists, where the document is told in their language.
  var lists: WordingLists?

  private var links: [JSON] { tree["links"]?.array ?? [] }
  private var scale: Int { tree["scale"] == "0-5" ? 20 : 1 }

  func afterElement(_ id: String, of list: Path) -> [Nudge] {
    var found: [Nudge] = []
    if list == "links" { found = afterLink(id) }
    if list == "vulnerabilities" { found = alsoPresent(list.appending(id)) }
    if template.kind == .agreement { found += wording(list, id) }
    return found.filter { !said.contains($0.key) }
  }

  /// What a target or a clause says in words that nobody could see or count, or that judge (spec 2.7, 13.2).
  private func wording(_ list: Path, _ id: String) -> [Nudge] {
    let key: String? =
      ["clientAgreements", "therapistAgreements"].contains(list) ? "text" : list == "targets" ? "behavior" : nil
    guard let lists, let key, let text = tree[list.appending(id).appending(key)]?.string else { return [] }
    let judgments = lists.matches(.judgmental, in: text)
    if !judgments.isEmpty { return [.wording(judgments, judges: true)] }
    // "Never wait for the next session" is a clause, and no generalization about a behavior.
    let vague = lists.matches(.vague, in: text) + (list == "targets" ? lists.matches(.generalizing, in: text) : [])
    return vague.isEmpty ? [] : [.wording(vague, judges: false)]
  }

  /// The same kind of behavior within two weeks: the short form may do.
  func afterTags() -> [Nudge] {
    guard tree["form"] != "short" else { return [] }
    let tags = (tree["target"]?["tags"]?.array ?? []).filter { $0 != "other" }
    let recent = (tree["$recent"]?.object ?? [:]).first { tags.contains(.string($0.key)) }
    return recent.map { [Nudge.sameBehavior(on: $0.value.string ?? "")] }?.filter { !said.contains($0.key) } ?? []
  }

  func afterList(_ list: Path?) -> [Nudge] {
    var found: [Nudge] = list == "solutions" && !uncovered.isEmpty ? [.keyLinkWithoutPlan(uncovered)] : []
    let mine = tree["therapistAgreements"]?.array?.count ?? 0
    if list == "therapistAgreements", template.kind == .agreement, mine < 3 { found.append(.fewMine(mine)) }
    return found.filter { !said.contains($0.key) }
  }

  private var uncovered: [String] {
    let planned = (tree["solutions"]?.array ?? []).compactMap { $0["ref"]?.string }
    return links.filter { $0["key"] == true }.compactMap { $0["id"]?.string }.filter { !planned.contains($0) }
  }

  private func afterLink(_ id: String) -> [Nudge] {
    guard let position = links.firstIndex(where: { $0["id"]?.string == id }) else { return [] }
    let link = links[position]
    let before = Array(links[..<position])
    var found: [Nudge] = []
    if let gap = gap(link, id, before) { found.append(gap) }
    if let last = before.last, last["type"] == "event", link["type"] == "action" {
      found.append(.nothingBetween(event: last["id"]?.string ?? "", action: id))
    }
    found += intensities(link, id, before)
    if links.count % 10 == 0, tree["target"]?["tier"] == "lifeThreatening" { found.append(.rateAgain(links.count)) }
    if links.count == 5, !typesNotUsed.isEmpty { found.append(.typesNotUsed(typesNotUsed)) }
    return found
  }

  /// More than an hour between neighbors of one day, unless the whole chain spans more than six.
  private func gap(_ link: JSON, _ id: String, _ before: [JSON]) -> Nudge? {
    guard let last = before.last(where: { $0["at"]?.string != nil }), let from = minutes(last), let to = minutes(link),
      let start = links.compactMap(minutes).min(), let end = links.compactMap(minutes).max()
    else { return nil }
    guard to - from > 60, end - start <= 360, last["dayOffset"] == link["dayOffset"] else { return nil }
    return .gap(minutes: to - from, from: last["id"]?.string ?? "", to: id)
  }

  private func minutes(_ link: JSON) -> Int? {
    guard let time = link["at"]?.string.flatMap({ TimeOfDay($0) }) else { return nil }
    return time.minutes + (link["dayOffset"]?.int ?? 0) * 1440
  }

  private func intensities(_ link: JSON, _ id: String, _ before: [JSON]) -> [Nudge] {
    guard let now = rating(link) else { return [] }
    var found: [Nudge] = []
    if link["type"] == "emotion" {
      if let last = before.last(where: { $0["type"] == "emotion" && rating($0) != nil }), let was = rating(last),
        now - was >= 30
      {
        found.append(.jump(from: was / scale, to: now / scale, at: id))
      }
      if now >= 50, (tree["validation"]?.array ?? []).isEmpty { found.append(.validate) }
    }
    let rated = before.compactMap(rating).suffix(2)
    if rated.count == 2, let first = rated.first, let second = rated.last, second - first >= 20, now - second >= 20 {
      found.append(.climbing)
    }
    return found
  }

  private func rating(_ link: JSON) -> Int? { link["intensity"]?.int.map { $0 * scale } }

  private var typesNotUsed: [String] {
    let used = Set(links.compactMap { $0["type"]?.string })
    return ["body", "thought", "emotion", "urge"].filter {
      !used.contains($0) && tree.state(at: Path(["links", $0])) == nil
    }
  }

  /// The same cause in two earlier chains or more.
  private func alsoPresent(_ cause: Path) -> [Nudge] {
    guard let category = tree[cause]?["category"]?.string, let days = tree["$earlier"]?[category]?.array,
      days.count >= 2
    else { return [] }
    return [.alsoPresent(category, on: days.compactMap(\.string))]
  }

  /// Twenty minutes before the end.
  func time(_ now: Moment, since began: Moment) -> [Nudge] {
    guard let minutes = tree["orientation"]?["minutesAvailable"]?.int, minutes > 20,
      now.minutes(since: began) >= minutes - 20
    else { return [] }
    let solutions = tree["solutions"]?.array ?? []
    guard !solutions.contains(where: { $0["rehearsed"] == true }) else { return [] }
    return [Nudge.timeIsShort(hasPlan: !solutions.isEmpty)].filter { !said.contains($0.key) }
  }
}
