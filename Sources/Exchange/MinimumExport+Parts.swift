import Documents
import Forms

extension MinimumExport {
  /// A row a session record; a day on which something else was written in a session counts as one held.
  var sessions: String? {
    let records = of(.session)
    let known = Set(records.compactMap { Envelope($0).sessionDate })
    let written = Set(
      documents.filter {
        $0["mode"] == "inSession"
          && [.chain, .missingLinks, .accountability, .agreementReview].contains(Envelope($0).kind)
      }
      .compactMap { Envelope($0).sessionDate }
    ).subtracting(known)
    let rows =
      records.map { record in
        (
          Envelope(record).sessionDate ?? CivilDate(dayNumber: 0),
          [
            day(Envelope(record).sessionDate), time(record["scheduledStart"]),
            record["outcome"] == "held" ? record["minutes"]?.int.map(String.init) ?? "" : "",
            word(record["therapyMode"]) ?? "", word(record["outcome"]) ?? "",
          ]
        )
      } + written.map { ($0, [day($0), "", "", "", "held"]) }
    return table(["Day", "Time", "Minutes", "How", "What"], rows.sorted { $0.0 < $1.0 }.map(\.1))
  }

  private func time(_ value: JSON?) -> String { value?.string.flatMap { TimeOfDay($0) }?.description ?? "" }

  /// What kind of behavior it is about: from the agreement, and from each chain.
  var targets: String? {
    let agreed = (inForce?["targets"]?.array ?? []).compactMap { target -> [String]? in
      word(target["tier"]).map { ["agreed", $0, word(target["direction"]) ?? "", ""] }
    }
    let chained = of(.chain).compactMap { chain -> [String]? in
      let target = chain["target"]
      let tags = (target?["tags"]?.array ?? []).compactMap { word($0) }
      guard let tier = word(target?["tier"]) else { return nil }
      return [
        day(Envelope(chain).sessionDate), ([tier] + tags).joined(separator: ", "), word(target?["outcome"]) ?? "",
        target?["timesLast4Weeks"]?.int.map(String.init) ?? "",
      ]
    }
    return table(["Day", "Kind", "What", "Times in 4 weeks"], agreed + chained)
  }

  /// Each chain by the kinds of its steps, what it did for the person, and what was planned.
  var chains: [String?] {
    let catalog = BuiltIn.catalog()
    return of(.chain).flatMap { chain -> [String?] in
      let steps = (chain["links"]?.array ?? []).compactMap { link -> String? in
        guard let type = word(link["type"]) else { return nil }
        let feeling = type == "feeling" ? word(link["emotion"]).map { " (\($0))" } ?? "" : ""
        let number = (link["intensity"]?.int ?? link["belief"]?.int).map { " \($0)" } ?? ""
        return type + feeling + number + (link["key"] == true ? ", key" : "")
      }
      let stage = (chain["vulnerabilities"]?.array ?? []).compactMap { word($0["category"]) }
      let does = (chain["consequences"]?.array ?? []).filter { $0["effect"] == "increases" }.compactMap {
        word($0["mechanism"])
      }
      let plans = (chain["solutions"]?.array ?? []).filter { $0["chosen"] == true }.map { plan in
        let name = plan["skill"]?.string.flatMap { catalog.skill($0)?.name } ?? word(plan["kind"]) ?? "a plan"
        return name + (plan["rehearsed"] == true ? ", practiced" : "")
      }
      return [
        "### \(day(Envelope(chain).sessionDate).capitalizedFirst)",
        MarkdownPage.list([
          stage.joinedIfAny(by: ", ").map { "**What set the stage:** \($0)" },
          steps.joinedIfAny(by: " → ").map { "**Step by step:** \($0)" },
          does.joinedIfAny(by: ", ").map { "**What keeps it going:** \($0)" },
          plans.joinedIfAny(by: "; ").map { "**Planned:** \($0)" },
          "**Made sense of:** \(chain["validation"]?.array?.count ?? 0) times",
        ]),
      ]
    }
  }

  /// What got in the way, both sides, and how soon it was raised.
  var events: String? {
    let events = of(.tibEvent).map { InterferingEvent($0) }
    let rows = events.filter { purpose != .court || MinimumExport.attendance.contains($0.category) }.map { event in
      let tree = event.tree
      return [
        day(event.date), word(tree["who"]) ?? "", word(tree["category"]) ?? "",
        event.minutesLate.map(String.init) ?? "", word(tree["noticeGiven"]) ?? "",
        event.daysToRaise.map { "after \($0) days" } ?? "not yet",
      ]
    }
    return table(["Day", "Whose", "What", "Minutes late", "Message", "Raised"], rows)
  }

  /// What is about being there, of both sides: all that attendance means.
  private static let attendance: Set = [
    "late", "missed", "leftEarly", "startedLate", "cancelledShortNotice", "endedEarly",
  ]

  /// The agreement that both signed and that is in force; one that waits for names says nothing yet.
  private var inForce: JSON? { Agreement.inForce(on: today, among: documents)?.tree }

  /// Measures, promises and clauses in numbers.
  var progress: String? {
    let measures = of(.measure).map {
      "\(name(ofMeasure: $0["name"])) \($0["total"]?.int.map(String.init) ?? ""), \(day($0["on"]))"
    }
    let reviewed = of(.agreementReview).compactMap { review -> String? in
      guard let measure = review["measure"], let was = measure["baseline"]?.int, let now = measure["now"]?.int else {
        return nil
      }
      return "\(name(ofMeasure: measure["name"])) \(was) → \(now), \(day(measure["on"]))"
    }
    var lines = (measures + reviewed).map { "**Measure:** \($0)" }
    let promised = documents.flatMap { $0["commitments"]?.array ?? [] }.compactMap { $0["outcome"]?.string }
    if let line = counted(promised, ["kept", "partly", "notKept"]) { lines.append("**Commitments:** \(line)") }
    if let review = of(.agreementReview).last {
      let kept = (review["clauses"]?.array ?? []).compactMap { $0["kept"]?.string }
      if let line = counted(kept, ["kept", "partly", "notKept", "notDue"]) {
        lines.append("**Clauses of the agreement, both sides:** \(line)")
      }
    }
    return lines.isEmpty ? nil : MarkdownPage.list(lines)
  }

  private func counted(_ words: [String], _ names: [String]) -> String? {
    names.compactMap { name in
      let count = words.count { $0 == name }
      return count == 0 ? nil : "\(count) \(Words.said(name))"
    }.joinedIfAny(by: ", ")
  }

  /// What was decided about the level of care, the status of the safety plan, and the skills that were planned.
  var care: String? {
    let catalog = BuiltIn.catalog()
    var lines = of(.agreementReview).compactMap { review in
      word(review["levelOfCare"]?["decision"]).map { "**Level of care:** \($0), \(day(Envelope(review).sessionDate))" }
    }
    if let safety = inForce?["safety"], let status = word(safety["safetyPlanStatus"]) {
      lines.append("**Safety plan:** \(status)" + (safety["reviewedOn"] == nil ? "" : ", \(day(safety["reviewedOn"]))"))
    }
    let skills = of(.chain).flatMap { $0["solutions"]?.array ?? [] }.filter { $0["chosen"] == true }
      .compactMap { $0["skill"]?.string }.compactMap { catalog.skill($0)?.name }
    if !skills.isEmpty { lines.append("**Skills planned:** \(Set(skills).sorted().joined(separator: ", "))") }
    return lines.isEmpty ? nil : MarkdownPage.list(lines)
  }

  var agreements: String? {
    let rows = of(.agreement).map { tree -> [String] in
      let agreement = Agreement(tree)
      return [
        agreement.version.map(String.init) ?? "", day(agreement.effective),
        agreement.ends.map { day($0) } ?? "open", signed(agreement), word(tree["status"]) ?? "",
      ]
    }
    return table(["Version", "From", "Until", "Signed", "Standing"], rows)
  }

  /// By whom, and whether the text is the one that they signed.
  private func signed(_ agreement: Agreement) -> String {
    guard agreement.isSigned else { return "no" }
    let fingerprint = agreementFingerprint(agreement.tree)
    let standings = (agreement.tree["signatures"]?.array ?? []).map {
      SignatureStanding($0, of: agreement.tree, fingerprint: fingerprint)
    }
    return standings.contains(.broken) ? "by both; the text was changed since" : "by both"
  }
}
