import Checks
import Documents

/// Several documents that are looked at together, for what one of them alone cannot show (spec 13.2).
package struct SetOfDocuments {
  private let trees: [JSON]
  private let today: CivilDate

  package init(_ trees: [JSON], on today: CivilDate) {
    self.trees = trees
    self.today = today
  }

  /// What is found, each with the position of its document. One document is no set.
  package var findings: [(position: Int, finding: Finding)] {
    guard trees.count > 1 else { return [] }
    let clients = Dictionary(grouping: trees.indices) { trees[$0]["clientRef"]?.string ?? "" }
    return due + clients.values.flatMap { reached(among: $0) + running(among: $0) }
  }

  private func isInForce(_ tree: JSON) -> Bool {
    !["draft", "void", "superseded"].contains(tree["status"]?.string ?? "draft")
  }

  /// Q25, as a review asks it: promises that are due and say nothing of what became of them.
  private var due: [(position: Int, finding: Finding)] {
    let lists: [Path] = ["commitments", "therapistCommitments", "agree.client", "agree.therapist"]
    return trees.enumerated().flatMap { position, tree -> [(position: Int, finding: Finding)] in
      guard isInForce(tree) else { return [] }
      return lists.flatMap { list in
        (tree[list]?.array ?? []).enumerated().compactMap { index, promise in
          let path = list.appending(promise["id"]?.string ?? String(index + 1))
          guard promise["outcome"]?.isAbsent ?? true, let by = promise["by"]?.string.flatMap({ CivilDate($0) }),
            by <= today, !tree.isStated(path.appending("outcome"))
          else { return nil }
          return (position, Finding("Q25", .fix, at: path, "Due \(by). What became of it?"))
        }
      }
    }
  }

  /// Q32, for a rule: it was reached, and no conversation has followed. It stands at the event that made it so.
  private func reached(among positions: [Int]) -> [(position: Int, finding: Finding)] {
    let own = positions.map { trees[$0] }
    guard let terms = AttendanceTerms.inForce(on: today, among: own) else { return [] }
    let log = AttendanceLog(own)
    return terms.rules.flatMap { rule -> [(position: Int, finding: Finding)] in
      let days = log.daysReached(rule, since: terms.start(of: rule) ?? today, until: today)
      return days.filter { day in !log.conversations.contains { $0 >= day } }.compactMap { day in
        let event = positions.last { position in
          let event = InterferingEvent(trees[position])
          return trees[position]["kind"] == "tibEvent" && event.date == day && event.isClients
            && event.counts(under: rule)
        }
        let record = positions.last {
          trees[$0]["kind"] == "session" && Envelope(trees[$0]).sessionDate == day
        }
        return (event ?? record).map { ($0, Q32.reached(on: day, rule: rule.words)) }
      }
    }
  }

  /// H6: one skill in four chains running and more, of which nobody has said whether it helps. It stands at the last.
  private func running(among positions: [Int]) -> [(position: Int, finding: Finding)] {
    let chains = positions.filter { trees[$0]["kind"] == "chain" && isInForce(trees[$0]) }.sorted {
      (trees[$0]["sessionDate"]?.string ?? "", trees[$0]["createdAt"]?.string ?? "")
        < (trees[$1]["sessionDate"]?.string ?? "", trees[$1]["createdAt"]?.string ?? "")
    }
    let skills = Set(chains.flatMap { chosen(in: trees[$0]).keys })
    return skills.sorted().flatMap { skill -> [(position: Int, finding: Finding)] in
      var run = 0
      var found: [(position: Int, finding: Finding)] = []
      for (index, position) in chains.enumerated() {
        guard let path = chosen(in: trees[position])[skill], !isRated(skill, in: trees[position]) else {
          run = 0
          continue
        }
        run += 1
        let goesOn =
          index + 1 < chains.count && chosen(in: trees[chains[index + 1]])[skill] != nil
          && !isRated(skill, in: trees[chains[index + 1]])
        if run >= 4, !goesOn {
          found.append(
            (position, Finding("H6", .consider, at: path, "In \(run) chains running. Does it help? 0 to 10.")))
        }
      }
      return found
    }
  }

  /// The skills that were chosen, each with the place of the first solution that holds it.
  private func chosen(in tree: JSON) -> [String: Path] {
    var found: [String: Path] = [:]
    for (index, solution) in (tree["solutions"]?.array ?? []).enumerated() where solution["chosen"] == true {
      guard let skill = solution["skill"]?.string, !skill.isEmpty, found[skill] == nil else { continue }
      found[skill] = Path(["solutions", solution["id"]?.string ?? String(index + 1), "skill"])
    }
    return found
  }

  /// Whether it was said how much a skill helped: at the step where it was tried, or at a commitment that rests on it.
  private func isRated(_ skill: String, in tree: JSON) -> Bool {
    let tried = (tree["links"]?.array ?? []).compactMap { $0["tried"] }
    if tried.contains(where: { $0["skill"]?.string == skill && $0["helped"]?.number != nil }) { return true }
    let solutions = (tree["solutions"]?.array ?? []).filter { $0["skill"]?.string == skill }.compactMap { $0["id"] }
    return (tree["commitments"]?.array ?? []).contains { commitment in
      commitment["helped"]?.number != nil
        && (commitment["solutionRefs"]?.array ?? []).contains(where: solutions.contains)
    }
  }
}
