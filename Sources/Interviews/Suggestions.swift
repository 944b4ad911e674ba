import Documents
import Forms

extension Catalog {
  /// Skills that may fit a step (spec 3.8): offered, never inserted. Intensities compare by their converted value.
  package func suggestions(for id: String, in tree: JSON) -> [Skill] {
    var found: [String] = []
    let scale = tree["scale"] == "0-5" ? 20 : 1
    let tags = Set((tree["target"]?["tags"]?.array ?? []).compactMap(\.string))
    if let link = tree["links"]?[Path([id])] {
      let rating = link["intensity"]?.int.map { $0 * scale } ?? 0
      if link["type"] == "urge", !tags.isDisjoint(with: ["alcohol", "drugs"]) {
        found += ["dt.burningBridges", "dt.alternateRebellion", "dt.adaptiveDenial"]
      }
      if rating >= 80 {
        found = ["dt.stop", "dt.tip.pacedBreathing", "dt.selfSoothe", "dt.accepts"] + found
      } else if rating >= 40 {
        found += ["er.checkFacts", "er.oppositeAction", "er.problemSolving"]
      } else if link["type"] == "thought" {
        found += ["er.checkFacts"]
      }
    } else if id == tree["promptingEvent"]?["id"]?.string {
      let event = Set((tree["promptingEvent"]?["tags"]?.array ?? []).compactMap(\.string))
      found += ["er.copeAhead"]
      if !event.isDisjoint(with: ["criticism", "conflict", "request"]) {
        found += ["ie.dearMan", "ie.give", "ie.fast"]
      }
    } else if let cause = tree["vulnerabilities"]?[Path([id])] {
      found += cause["changeable"] == "no" ? ["dt.radicalAcceptance"] : ["er.please", "er.buildMastery"]
    }
    return found.prefix(4).compactMap { skill($0) }
  }
}

/// The next step that has no plan yet: key links first, then what set it off.
package func nextWithoutPlan(in tree: JSON) -> String? {
  let planned = Set((tree["solutions"]?.array ?? []).compactMap { $0["ref"]?.string })
  let keys = (tree["links"]?.array ?? []).filter { $0["key"] == true }.compactMap { $0["id"]?.string }
  let event = tree["promptingEvent"]?["id"]?.string
  return (keys + [event].compactMap { $0 }).first { !planned.contains($0) }
}
