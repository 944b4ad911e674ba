import Documents

/// Targets in the order of their tiers, life first.
enum H4: Check {
  static let id = "H4"

  private static let tiers = ["lifeThreatening", "therapyInterfering", "qualityOfLife", "skills"]

  static func findings(in document: Checked) -> [Finding] {
    let targets = document.elements("targets")
    if targets.isEmpty {
      return document.isAnsweredWithState("targets")
        ? [] : [consider("targets", "What stands in the way of the goals?")]
    }
    let ordered = targets.enumerated().sorted { first, second in
      // Those without an order come last, as they stand.
      let orders = (first.element["order"]?.int ?? .max, second.element["order"]?.int ?? .max)
      return orders.0 == orders.1 ? first.offset < second.offset : orders.0 < orders.1
    }
    let ranks = ordered.compactMap { target in target.element["tier"]?.string.flatMap { tiers.firstIndex(of: $0) } }
    guard zip(ranks, ranks.dropFirst()).contains(where: { $0 > $1 }) else { return [] }
    return [consider("targets", "Life first, then therapy, then the rest: is this the order?")]
  }
}
