import Documents

// How the two work together: what got in the way on both sides, the rules, and the agreement.
extension ReviewText {
  var interference: [ReviewLine] {
    var lines: [ReviewLine] = []
    for (side, whose) in [("therapist", "Me"), ("client", "You")] {
      guard part("R14")?.object != nil else { break }
      let own = part("R14")?[side]?.array ?? []
      if own.isEmpty { lines.append(line("\(whose): nothing logged")) }
      for row in own {
        let category = row["category"]?.string ?? ""
        let minutes = row["minutes"]?.int ?? 0
        let count = row["n"]?.int ?? 0
        let mean = count > 1 ? " in all, \(digits(Double(minutes) / Double(count))) each time on average" : ""
        let sum = minutes == 0 ? "" : ", \(number(minutes, "minute"))\(mean)"
        let times = count == 1 ? "once" : "\(count) times"
        lines.append(line("\(whose): \(said(category)) \(times)\(sum)", "R14", "\(side) \(category)"))
      }
    }
    for row in part("R14")?["rules"]?.array ?? [] {
      let number = row["threshold"]?.int.map { " of \($0)" } ?? ""
      lines.append(
        line(
          "Rule \(row["rule"]?.string ?? ""): me \(row["therapist"]?.int ?? 0)\(number), you \(row["client"]?.int ?? 0)\(number), "
            + "\(row["status"]?.string ?? "")"))
    }
    let days = part("R15")?["days"]?.array ?? []
    if !days.isEmpty {
      let values = days.map { $0["days"]?.int ?? 0 }
      let middle =
        part("R15")?["median"].flatMap {
          $0.number == nil
            ? nil : "; in the middle \(PlainWords.value($0)), at most \(PlainWords.value(part("R15")?["max"]))"
        } ?? ""
      lines.append(line("Days until it was raised: \(values.map(String.init).joined(separator: ", "))\(middle)"))
      for row in days where (row["days"]?.int ?? 0) > 7 {
        lines.append(line("More than a week: \(row["days"]?.int ?? 0) days  (\(row["ref"]?.string ?? ""))"))
      }
    }
    if let row = part("R16"), let of = row["of"]?.int {
      lines.append(
        line(
          "Led to a chain or a talk: \(row["withPlan"]?.int ?? 0) of \(of); came again within four sessions: "
            + "\(row["recurred"]?.int ?? 0) of \(of)"))
    }
    for row in rows("R22").prefix(3) {
      let domain = row["what"]?.string ?? ""
      lines.append(
        line("Made it hard: \(said(domain)), in \(row["n"]?.int ?? 0) of \(row["of"]?.int ?? 0) looks", "R22", domain))
    }
    return lines
  }

  var agreement: [ReviewLine] {
    guard let row = part("R17"), row.object != nil else { return [] }
    var lines: [ReviewLine] = []
    let version = row["version"]?.int.map { "Version \($0)" } ?? "In force"
    let review = row["reviewOn"]?.string.map { ", to be looked at again on \($0)" } ?? ""
    let when =
      switch row["daysToReview"]?.int {
      case nil: ""
      case 0?: " (today)"
      case let days? where days < 0: " (\(number(-days, "day")) ago)"
      case let days?: " (in \(number(days, "day")))"
      }
    lines.append(line("\(version)\(review)\(when)  (\(row["id"]?.string ?? ""))"))
    for (side, whose) in [("therapist", "Mine"), ("client", "Yours")] {
      guard let kept = row[side], kept.object != nil else { continue }
      let notDue = kept["notDue"]?.int ?? 0
      lines.append(
        line(
          "\(whose): \(kept["kept"]?.int ?? 0) kept, \(kept["partly"]?.int ?? 0) partly, \(kept["notKept"]?.int ?? 0) not kept"
            + (notDue == 0 ? "" : ", \(notDue) not due")))
    }
    return lines
  }
}
