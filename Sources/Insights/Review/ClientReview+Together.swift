import Documents

// R14 to R17, R20, R22: how the two work together, and whether it helps.
extension ClientReview {
  /// R14: what got in the way, the client's and the therapist's, and where the rules stand.
  var interference: JSON {
    let terms = AttendanceTerms.inForce(on: day, among: documents)
    let hasLog = log.events.contains { $0.date.map { $0 <= day } ?? false }
    guard hasLog || terms != nil else { return .null }
    func rows(_ isMeant: (InterferingEvent) -> Bool) -> JSON {
      let own = events.filter(isMeant)
      return .array(
        ranked(own.map(\.category)).map { row in
          let minutes = own.filter { $0.category == row.what }.reduce(0) { $0 + ($1.minutesLate ?? 0) }
          return ["category": .string(row.what), "n": JSON(row.n), "minutes": JSON(minutes)]
        })
    }
    return [
      "client": rows(\.isClients), "therapist": rows(\.isTherapists),
      "rules": .array(terms.map { log.counts(under: $0, on: day).map(\.json) } ?? []),
    ]
  }

  /// Those that are somebody's doing.
  private var ownEvents: [InterferingEvent] { events.filter { $0.isClients || $0.isTherapists } }

  /// R15: days until each was raised that was.
  var timeToRaise: JSON {
    guard !ownEvents.isEmpty else { return .null }
    let raised = ownEvents.filter { $0.addressedOn.map { $0 <= day } ?? false }.compactMap { event in
      event.daysToRaise.map { (ref: event.tree["id"] ?? .null, days: $0) }
    }
    let days = raised.map { Double($0.days) }
    return [
      "days": .array(raised.map { ["ref": $0.ref, "days": JSON($0.days)] }),
      "median": JSON(days.count < 3 ? nil : median(days)), "max": JSON(days.count < 3 ? nil : days.max()),
    ]
  }

  /// R16: how many led to a look or a talk, and how many came again within four sessions.
  var interferenceOutcome: JSON {
    guard !ownEvents.isEmpty else { return .null }
    let plans = ["shortChain", "chain", "missingLinks", "conversation", "review"]
    let sessions = log.sessions([]).map(\.date)
    let all = log.events.filter { $0.date.map { $0 <= day } ?? false }
    func recurred(_ event: InterferingEvent) -> Bool {
      guard let date = event.date else { return false }
      // Up to the fourth session, whether it happened in one or between two.
      let next = sessions.filter { $0 > date }.prefix(4)
      let last = next.count == 4 ? next.last ?? day : day
      return all.contains { other in
        other.category == event.category && other.date.map { date < $0 && $0 <= last } ?? false
          && (event.isClients && other.isClients || event.isTherapists && other.isTherapists)
      }
    }
    return [
      "withPlan": JSON(
        ownEvents.count { event in
          plans.contains(event.tree["addressedHow"]?.string ?? "") && event.addressedOn.map { $0 <= day } ?? true
        }),
      "recurred": JSON(ownEvents.count(where: recurred)), "of": JSON(ownEvents.count),
    ]
  }

  /// R17: the version in force, its next review, and what the last review found kept.
  var agreement: JSON {
    guard let terms = AttendanceTerms.inForce(on: day, among: documents) else { return .null }
    let review = documents.last { Envelope($0).kind == .agreementReview }
    return [
      "id": terms.id.map { .string($0) } ?? .null, "version": terms.version.map { JSON($0) } ?? .null,
      "reviewOn": terms.reviewOn.map { .string("\($0)") } ?? .null,
      "daysToReview": terms.reviewOn.map { JSON($0 - day) } ?? .null,
      "client": clauses(in: review, "clientAgreements", "ca"),
      "therapist": clauses(in: review, "therapistAgreements", "ta"),
    ]
  }

  private func clauses(in review: JSON?, _ list: String, _ prefix: String) -> JSON {
    guard let review else { return .null }
    let reviewed = documents.first { $0["id"] == review["agreementRef"] }
    let known = reviewed.map { Set(($0[list]?.array ?? []).compactMap { $0["id"]?.string }) }
    let kept = (review["clauses"]?.array ?? []).compactMap { clause -> String? in
      guard let ref = clause["ref"]?.string, known?.contains(ref) ?? ref.hasPrefix(prefix) else { return nil }
      return clause["kept"]?.string
    }
    return .object(tally(kept, ["kept", "partly", "notKept", "notDue"]))
  }

  /// R20: the first total of each measure and the last.
  var measureCourses: JSON {
    let courses = measures
    guard !courses.isEmpty else { return .null }
    return .array(
      courses.compactMap { course in
        guard let first = course.totals.first, let last = course.totals.last else { return nil }
        let change = last.total - first.total
        return [
          "name": .string(course.measure), "first": JSON(first.total), "last": JSON(last.total), "change": JSON(change),
          "reliable": reliableChange(of: course.measure).map { .bool(abs(change) >= $0) } ?? .null,
          "on": .string("\(last.on)"),
        ]
      })
  }

  /// R22: what made it hard, in how many looks it had a clear part or the main one.
  var barriers: JSON {
    let looks = recent(.accountability).compactMap { $0["assessment"]?.array }.filter { !$0.isEmpty }
    guard !looks.isEmpty else { return .null }
    let domains = looks.flatMap { look in
      Set(look.filter { ($0["rating"]?.int ?? 0) >= 2 }.compactMap { $0["domain"]?.string }).sorted()
    }
    return .array(
      ranked(domains).map { ["what": .string($0.what), "n": JSON($0.n), "of": JSON(looks.count)] })
  }
}
