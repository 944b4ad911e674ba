import Documents

extension Undertreatment {
  /// Whether barrier reviews ask to look at the level of care (spec 6.5): health has a clear part in the last one, or
  /// the same barrier has in three.
  package var barriersAskForCare: Bool {
    let reviews = documents.filter { Envelope($0).kind == .accountability && !($0["assessment"]?.isEmpty ?? true) }
      .sorted { ($0["sessionDate"]?.string ?? "") < ($1["sessionDate"]?.string ?? "") }
    func weighty(_ review: JSON) -> Set<String> {
      Set(
        (review["assessment"]?.array ?? []).filter { $0["rating"]?.int ?? 0 >= 2 }.compactMap { $0["domain"]?.string })
    }
    if let last = reviews.last, weighty(last).contains("healthSeverity") { return true }
    var times: [String: Int] = [:]
    for barrier in reviews.flatMap(weighty) { times[barrier, default: 0] += 1 }
    return times.values.contains { $0 >= 3 }
  }
}
