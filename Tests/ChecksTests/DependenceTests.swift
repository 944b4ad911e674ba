import Checks
import Documents
import Forms
import TestSupport
import Testing

/// A check depends on nothing but what spec 13.3 names: documents are changed at random elsewhere, and it finds the same.
@Suite struct Dependence {
  /// What each check reads, `*` being any element; ids and states are read by all.
  static let reads: [String: [Path]] = [
    "Q01": [
      "target.behavior", "target.startedAt", "target.place", "target.amount", "target.durationMinutes",
      "target.intensity",
    ],
    "Q02": ["target.behavior"],
    "Q03": ["target.behavior", "target.startedAt"],
    "Q04": [
      "promptingEvent.description", "promptingEvent.external", "promptingEvent.internalCue",
      "promptingEvent.askedOutside",
    ],
    "Q05": ["promptingEvent.at", "promptingEvent.delayNote", "target.startedAt"],
    "Q06": ["vulnerabilities"],
    "Q07": ["links", "form"],
    "Q08": ["links.*.type", "links.*.at", "links.*.dayOffset"],
    "Q09": ["links.*.type"],
    "Q10": ["links.*.type", "promptingEvent.description", "form"],
    "Q11": ["links.*.type", "links.*.emotion", "links.*.text", "links.*.intensity"],
    "Q12": ["links.*.at", "links.*.dayOffset", "links.*.type", "links.*.text"],
    "Q13": ["links.*.key"],
    "Q14": ["consequences.*.effect", "function.hypothesis", "target.outcome"],
    "Q15": ["consequences.*.timing"],
    "Q16": ["solutions.*.ref", "links", "vulnerabilities", "consequences", "promptingEvent.id"],
    "Q17": ["links.*.key", "solutions.*.chosen", "solutions.*.ref"],
    "Q18": ["solutions.*.chosen", "solutions.*.plan"],
    "Q19": ["solutions.*.chosen", "solutions.*.rehearsed"],
    "Q20": ["vulnerabilities.*.changeable", "solutions.*.chosen", "solutions.*.ref", "promptingEvent", "links"],
    "Q21": ["consequences.*.harmTo", "repair.indicated", "repair.items", "repair.reason"],
    "Q22": [
      "commitments.*.by", "commitments.*.measure", "commitments.*.strength", "commitments.*.troubleshooting",
    ],
    "Q23": ["validation"],
    "Q24": ["safetyGate", "target.tier", "target.tags", "target.alsoHappened", "mode"],
    "Q25": ["commitments.*.followUpOn"],
    "H1": ["solutions.*.skill", "solutions.*.module", "dismissals"],
    "H2": [
      "solutions.*.skill", "solutions.*.ref", "solutions.*.kind", "links.*.intensity", "links.*.type", "scale",
      "solutions.*.chosen",
    ],
  ]
  /// Read by every check: whose document it is, what was answered with a state, what was dismissed, how it is told.
  static let common: [Path] = ["kind", "status", "fieldStates", "dismissals", "lang"]

  private let wording = WordingLists(BuiltIn.tree("wording") ?? .null)
  private let catalog = BuiltIn.catalog()

  private func findings(_ tree: JSON) -> [String: [Finding]] {
    Dictionary(grouping: Checks.findings(in: Checked(tree, wording: wording, catalog: catalog)), by: \.check)
  }

  @Test(arguments: ["case0-maple-chain", "case1-maple-chain", "case2-cedar-chain-lateness"])
  func `A change elsewhere changes no finding of a check`(name: String) throws {
    let fixture = try Fixtures.json(name)
    var chance = Chance(seed: 1303)
    var found: Set<String> = []
    for round in 0..<40 {
      // Something is amiss already, so that there are findings to be kept.
      var before = fixture
      for _ in 0..<Int.random(in: 0...8, using: &chance) { spoil(&before, &chance) }
      var after = before
      let path = spoil(&after, &chance)
      let (old, new) = (findings(before), findings(after))
      found.formUnion(old.keys)
      for (check, paths) in Dependence.reads where !(paths + Dependence.common).contains(where: { meets($0, path) }) {
        let same = old[check] == new[check]
        #expect(same, "\(check) changed with \(path) in round \(round): \(old[check] ?? []) \(new[check] ?? [])")
      }
    }
    #expect(found.count >= 14, "\(found.sorted())")
  }

  /// Changes one place at random: takes it out, empties it, or puts something of another kind there. Ids stay.
  @discardableResult
  private func spoil(_ tree: inout JSON, _ chance: inout Chance) -> Path {
    let all = places(of: tree, at: Path([])).filter { $0.last != "id" && !$0.isRoot }
    let path = all[Int.random(in: 0..<all.count, using: &chance)]
    let values: [JSON] = [
      .null, "", "other words that stand here instead", 3, 97, true, false, [], ["self"], .object([:]), "2026-01-01",
      "yes", "emotion", "later",
    ]
    if Int.random(in: 0..<4, using: &chance) == 0 {
      tree.apply(.remove(path))
    } else {
      tree.apply(.set(path, values[Int.random(in: 0..<values.count, using: &chance)]))
    }
    return path
  }

  private func places(of value: JSON, at path: Path) -> [Path] {
    switch value {
    case .object(let members): [path] + members.flatMap { places(of: $0.value, at: path.appending($0.key)) }
    case .array(let elements):
      [path]
        + elements.enumerated().flatMap { index, element in
          places(of: element, at: path.appending(element["id"]?.string ?? String(index + 1)))
        }
    default: [path]
    }
  }

  /// Whether one lies under the other.
  private func meets(_ pattern: Path, _ path: Path) -> Bool {
    zip(pattern.steps, path.steps).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
