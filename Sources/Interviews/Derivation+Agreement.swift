import Documents
import Forms

extension Derivation {
  /// What follows in an agreement: numbers of lists that are told by their order, what a rule counts and in which
  /// sessions, what stands for coaching that is not offered, and what conditions look at. Terms that stood before and
  /// that nobody touched stay as they are: an agreement changes by what is said, and by nothing else.
  static func agreement(from before: JSON, to after: JSON) -> [Change] {
    var changes = numbers(from: before, to: after, "targets", "order")
    changes += numbers(from: before, to: after, "tib.response", "step")
    changes += rules(from: before, to: after)
    let rule: Path = "contact.twentyFourHourRule.enabled"
    if let offered = after["contact"]?["offered"]?.string, offered != before["contact"]?["offered"]?.string,
      offered != "dbtCoaching", after[rule] != false
    {
      changes.append(.set(rule, false))
    }
    changes += amendments(from: before, to: after, on: after["effective"])
    return changes + agreementFlags(after)
  }

  /// What follows in a review: its changes hold from its day on, and the terms they lead to are those of an agreement.
  static func review(from before: JSON, to after: JSON) -> [Change] {
    var changes = amendments(from: before, to: after, on: after["sessionDate"])
    let tree = after.applying(changes)
    guard let terms = tree[AgreementReview.terms] else { return changes }
    changes += agreement(from: before[AgreementReview.terms] ?? [:], to: terms).map { $0.under(AgreementReview.terms) }
    return changes
  }

  private static func numbers(from before: JSON, to after: JSON, _ list: Path, _ key: String) -> [Change] {
    let (old, new) = (before[list]?.array ?? [], after[list]?.array ?? [])
    guard isRearranged(old, new, key) else { return [] }
    return new.enumerated().compactMap { index, element in
      guard element.object != nil, element[key]?.int != index + 1 else { return nil }
      let name = element["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index + 1)
      return .set(Path(list.steps + [name, key]), JSON(index + 1))
    }
  }

  /// Whether something came, went, took the place of another or stands elsewhere now.
  private static func isRearranged(_ old: [JSON], _ new: [JSON], _ key: String) -> Bool {
    if old.count != new.count { return true }
    if zip(old, new).contains(where: { $0[key] != nil && $1[key] == nil }) { return true }
    return old != new && Set(old) == Set(new)
  }

  private static func rules(from before: JSON, to tree: JSON) -> [Change] {
    let agreement = Agreement(tree)
    let modes = JSON.array(agreement.modes.map { .string($0) })
    let notice = tree["attendance"]?["notice"]?.string.flatMap(hours) ?? 24
    let known = Set(Agreement(before).rules.compactMap { $0["id"]?.string })
    let hadModes = !Agreement(before).modes.isEmpty
    return agreement.rules.flatMap { rule -> [Change] in
      guard let id = rule["id"]?.string else { return [] }
      let path = Path(["attendance", "rules", id])
      var changes: [Change] = []
      if let what = rule["what"]?.string, rule["$counts"] == true {
        let counts = Agreement.counts(what, minutes: rule["minMinutes"]?.int, noticeHours: notice)
        if rule["counts"]?.string != counts { changes.append(.set(path.appending("counts"), .string(counts))) }
      }
      let isOpen = rule["modes"] == nil && (!known.contains(id) || !hadModes)
      if isOpen || rule["$modes"] == true, !modes.isEmpty, rule["modes"] != modes {
        changes += [.set(path.appending("modes"), modes), .set(path.appending("$modes"), true)]
      }
      return changes
    }
  }

  /// The hours of notice in words: `24 hours by text or phone`.
  private static func hours(_ notice: String) -> Int? {
    let words = notice.lowercased().split { !$0.isLetter && !$0.isNumber }
    for (word, next) in zip(words, words.dropFirst()) where ["hour", "hours", "h"].contains(next) {
      if let hours = Int(word), (1...720).contains(hours) { return hours }
    }
    return nil
  }

  /// A change of the terms takes effect with its version; one that is taken out is taken back.
  private static func amendments(from before: JSON, to after: JSON, on effective: JSON?) -> [Change] {
    let (old, new) = (before["amendments"]?.array ?? [], after["amendments"]?.array ?? [])
    var changes: [Change] = []
    if new.count < old.count, old.prefix(new.count).elementsEqual(new) {
      for amendment in old.dropFirst(new.count).reversed() { changes += AmendmentReader.takingBack(amendment) }
    }
    guard let effective else { return changes }
    for (index, amendment) in new.enumerated()
    where amendment[AmendmentReader.place] != nil && amendment["effective"] != effective {
      changes.append(.set(Path(["amendments", String(index + 1), "effective"]), effective))
    }
    return changes
  }

  private static func agreementFlags(_ tree: JSON) -> [Change] {
    let statement = tree["format"]?["modelStatement"]?.string ?? ""
    let consent = tree["orientation"]?["informedConsentOn"]?.string.flatMap { CivilDate($0) }
    let start = tree["sessionDate"]?.string.flatMap { CivilDate($0) }
    let isUnnamed =
      tree["format"]?["dbtComprehensive"] == false && statement.contains("DBT")
      && !statement.contains("DBT-informed")
    let flags: [(String, Bool)] = [
      ("$fewLimits", (1...2).contains(tree["confidentiality"]?["limitsListed"]?.array?.count ?? 0)),
      ("$lifeThreatening", (tree["targets"]?.array ?? []).contains { $0["tier"] == "lifeThreatening" }),
      ("$modelUnnamed", isUnnamed),
      ("$consentLater", consent.flatMap { consent in start.map { consent > $0 } } ?? false),
    ]
    return flags.compactMap { name, value in
      (tree[name]?.bool ?? false) == value ? nil : .set(Path([name]), .bool(value))
    }
  }
}
