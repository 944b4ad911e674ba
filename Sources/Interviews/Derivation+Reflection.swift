import Documents

extension Derivation {
  /// What follows in a reflection: its scale is always the same, and a measure typed with one total has that as its last.
  static func reflection(_ tree: JSON) -> [Change] {
    var changes: [Change] = []
    let scale: Path = "annoyance.scale"
    if tree["annoyance"]?["intensity"] != nil {
      if tree[scale] != "0-100" { changes.append(.set(scale, "0-100")) }
    } else if tree[scale] != nil {
      changes.append(.remove(scale))
    }
    let check = tree["undertreatment"]
    let words = check?["measure"]?.string?.split(whereSeparator: \.isWhitespace) ?? []
    if words.count > 1, let total = words.last.flatMap({ Int($0) }), (0...100_000).contains(total),
      check?["lastScore"] == nil
    {
      changes.append(.set("undertreatment.measure", .string(words.dropLast().joined(separator: " "))))
      changes.append(.set("undertreatment.lastScore", JSON(total)))
    }
    return changes
  }
}
