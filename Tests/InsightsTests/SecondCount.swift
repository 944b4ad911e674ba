import Documents
import TestSupport

/// A log as a person would keep it on paper, a line a day, and the count of a rule as one would do it by hand: slow,
/// obvious, and written without a look at the first.
struct PaperLog {
  enum Happened: CaseIterable {
    case nothingWritten, held, missed, cancelledByClient, cancelledByTherapist, cancelledTogether
  }

  struct Line {
    var day: Int
    var mode: String
    var happened: Happened
    var clientsEvent: (category: String, minutes: Int, countsUnder: String?)?
    var therapistsEvent: String?
  }

  var lines: [Line]

  init(chance: inout Chance) {
    lines = []
    var day = 0
    for _ in 0..<Int.random(in: 0...24, using: &chance) {
      day += Int.random(in: 1...(Int.random(in: 0...5, using: &chance) == 0 ? 30 : 8), using: &chance)
      var line = Line(
        day: day,
        mode: ["individual", "individual", "individual", "group", "telehealth"].randomElement(using: &chance) ?? "",
        happened: Happened.allCases.randomElement(using: &chance) ?? .held)
      if Int.random(in: 0...2, using: &chance) > 0 {
        line.clientsEvent = (
          ["late", "late", "missed", "leftEarly", "workNotDone", "attention"].randomElement(using: &chance) ?? "",
          Int.random(in: 0...25, using: &chance),
          [nil, nil, nil, "r1", "r9", "none"].randomElement(using: &chance) ?? nil
        )
      }
      if Int.random(in: 0...3, using: &chance) == 0 {
        line.therapistsEvent =
          ["startedLate", "cancelledShortNotice", "endedEarly", "forgotAgreed"].randomElement(using: &chance)
      }
      if line.happened != .nothingWritten || line.clientsEvent != nil || line.therapistsEvent != nil {
        lines.append(line)
      }
    }
  }

  static func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: 20_463 + day) }

  /// The documents that the log would be.
  var documents: [JSON] {
    lines.flatMap { line -> [JSON] in
      func document(_ kind: JSON, _ more: JSON.Members) -> JSON {
        var members: JSON.Members = [
          "kind": kind, "status": "complete", "sessionDate": .string(PaperLog.date(line.day).description),
          "mode": "inSession", "therapyMode": .string(line.mode),
        ]
        for (key, value) in more { members[key] = value }
        return .object(members)
      }
      var found: [JSON] = []
      if line.happened != .nothingWritten {
        found.append(document("session", ["outcome": .string("\(line.happened)"), "minutes": 50]))
      }
      if let event = line.clientsEvent {
        found.append(
          document(
            "tibEvent",
            [
              "who": "client", "category": .string(event.category), "minutesLate": JSON(event.minutes),
              "countsUnder": event.countsUnder.map { .string($0) } ?? .null,
            ]))
      }
      if let category = line.therapistsEvent {
        found.append(document("tibEvent", ["who": "therapist", "category": .string(category)]))
      }
      return found
    }
  }
}

/// A rule in the same plain terms.
struct PaperRule {
  var what = "late"
  var basis = "rolling"
  var minutes = 10
  var window: Int?
  var days: Int?
  var weeks = 4
  var modes = ["individual"]
  var clears: (good: Int, of: Int)?

  init(chance: inout Chance) {
    func pick<Element>(_ all: [Element]) -> Element { all[Int.random(in: 0..<all.count, using: &chance)] }
    what = pick(["late", "missed", "leftEarly", "workNotDone"])
    basis = pick(["consecutive", "consecutiveWeeks", "rolling", "cumulative", "percent", "fixedPeriod"])
    window = pick([nil, 2, 4, 8])
    days = pick([nil, nil, 20, 60])
    weeks = pick([1, 3, 8])
    modes = pick([["individual"], ["individual", "telehealth"], ["individual", "group"], ["group"]])
    clears = pick([nil, (2, 2), (4, 4), (2, 3), (3, 5)])
  }

  var rule: AttendanceRule {
    AttendanceRule([
      "id": "r1", "what": .string(what), "basis": .string(basis), "minMinutes": JSON(minutes), "threshold": 3,
      "windowSessions": window.map { JSON($0) } ?? .null, "windowDays": days.map { JSON($0) } ?? .null,
      "periodWeeks": JSON(weeks), "modes": .array(modes.map { .string($0) }),
      "clearsWhen": clears.map { ["attended": JSON($0.good), "of": JSON($0.of)] } ?? .null,
    ])
  }

  // MARK: By hand

  private func belongs(_ line: PaperLog.Line) -> Bool {
    modes.contains(line.mode) || line.clientsEvent?.countsUnder == "r1"
  }

  /// Only the part of a day that belongs: an event that names the rule brings its own session, not the record beside it.
  private func seen(_ line: PaperLog.Line) -> PaperLog.Line {
    guard !modes.contains(line.mode) else { return line }
    var line = line
    line.happened = .nothingWritten
    line.therapistsEvent = nil
    return line
  }

  private func isOff(_ line: PaperLog.Line) -> Bool {
    if line.happened == .nothingWritten { return line.therapistsEvent == "cancelledShortNotice" }
    return line.happened == .cancelledByTherapist || line.happened == .cancelledTogether
  }

  private func came(_ line: PaperLog.Line) -> Bool {
    if line.happened == .nothingWritten { return line.clientsEvent?.category != "missed" }
    return line.happened == .held
  }

  private func counts(_ line: PaperLog.Line) -> Bool {
    if let event = line.clientsEvent {
      if event.countsUnder == "r1" { return true }
      if event.countsUnder == nil, event.category == what, what != "late" || event.minutes >= minutes { return true }
    }
    return what == "missed" && line.happened == .missed && line.clientsEvent?.category != "missed"
  }

  private func isTherapists(_ line: PaperLog.Line) -> Bool {
    let same = [
      "late": "startedLate", "missed": "cancelledShortNotice", "leftEarly": "endedEarly", "workNotDone": "forgotAgreed",
    ]
    return line.therapistsEvent == same[what]
  }

  func count(_ log: PaperLog, since: Int, on day: Int) -> [Int] {
    let lines = log.lines.filter { since <= $0.day && $0.day <= day && belongs($0) }.map(seen)
    if basis.hasPrefix("consecutive") {
      let rows = [lines.filter { $0.mode != "group" }, lines.filter { $0.mode == "group" }].filter { !$0.isEmpty }
      let longest = rows.map(longest)
      return [0, 1].map { side in longest.map { $0[side] }.max() ?? 0 }
    }
    var from = since
    if basis == "fixedPeriod" { while from + weeks * 7 <= day { from += weeks * 7 } }
    /// The day of the last session that is crossed out: again and again, until nothing is left to cross out.
    func crossedOut(_ all: [PaperLog.Line], _ counts: (PaperLog.Line) -> Bool) -> Int? {
      var kept = all
      var last: Int?
      while let clears, let end = firstClearing(kept, clears, counts) {
        last = kept[end].day
        kept.removeFirst(end + 1)
      }
      return last
    }
    func looked(since start: Int) -> (kept: [PaperLog.Line], from: Int) {
      var from = start
      var kept = lines.filter { $0.day >= from && !isOff($0) }
      if basis == "rolling" || basis == "percent" {
        if let window { while kept.count > window { kept.removeFirst(); from = kept[0].day } }
        if let days { from = max(from, day - days) }
        kept.removeAll { $0.day < from }
      }
      return (kept, from)
    }
    func number(_ count: Int, of scheduled: Int) -> Int {
      guard basis == "percent" else { return count }
      return scheduled < 4 ? 0 : min(100, Int(Double(count * 100) / Double(scheduled)))
    }
    let period = lines.filter { $0.day >= from }
    let clients = crossedOut(period.filter { !isOff($0) }, counts)
    let therapists = crossedOut(period.filter { !isOff($0) || isTherapists($0) }, isTherapists)
    let (kept, _) = looked(since: clients.map { $0 + 1 } ?? from)
    // The therapist's own is crossed out only where both were, by the one that was so earlier.
    let both = clients.flatMap { client in therapists.map { min(client, $0) } }
    let (own, start) = looked(since: both.map { $0 + 1 } ?? from)
    return [
      number(kept.count(where: counts), of: kept.count),
      number(lines.count { $0.day >= start && isTherapists($0) }, of: own.count),
    ]
  }

  /// The first session at which enough of the sessions in a row have gone well, seen from each session on which something
  /// had counted by then.
  private func firstClearing(
    _ kept: [PaperLog.Line], _ clears: (good: Int, of: Int), _ counts: (PaperLog.Line) -> Bool
  ) -> Int? {
    for last in kept.indices where came(kept[last]) && !counts(kept[last]) {
      guard let first = kept.firstIndex(where: counts), first <= last else { continue }
      for begin in first...last where last - begin < clears.of {
        let good = kept[begin...last].count { came($0) && !counts($0) }
        if good >= clears.good { return last }
      }
    }
    return nil
  }

  /// The longest row at the end, found by trying every length.
  private func longest(_ row: [PaperLog.Line]) -> [Int] {
    let isByWeek = basis == "consecutiveWeeks"
    func week(_ line: PaperLog.Line) -> Int { PaperLog.date(line.day).weekday == .monday ? line.day : monday(line.day) }
    func monday(_ day: Int) -> Int {
      var day = day
      while PaperLog.date(day).weekday != .monday { day -= 1 }
      return day
    }
    func joins(_ a: Int, _ b: Int) -> Bool {
      let there = row.filter { a < $0.day && $0.day < b }
      let stops = [a] + there.map(\.day) + [b]
      return zip(stops, stops.dropFirst()).allSatisfy { isByWeek ? monday($1) - monday($0) <= 7 : $1 - $0 <= 10 }
    }
    func ending(_ lines: [PaperLog.Line], _ isMeant: (PaperLog.Line) -> Bool) -> Int {
      var best = 0
      for length in stride(from: 1, through: lines.count, by: 1) {
        let tail = lines.suffix(length)
        guard tail.allSatisfy(isMeant), zip(tail, tail.dropFirst()).allSatisfy({ joins($0.day, $1.day) }) else { break }
        best = length
      }
      guard isByWeek else { return best }
      // Only whole weeks count: one of whose sessions lies before the row does not.
      let tail = lines.suffix(best)
      let cut = best < lines.count ? lines[lines.count - best - 1] : nil
      let whole = Set(tail.map(week)).subtracting(cut.map { [week($0)] } ?? [])
      return whole.count
    }
    func absent(_ line: PaperLog.Line) -> Bool {
      counts(line) || isByWeek && what == "missed" && !came(line) && line.clientsEvent?.countsUnder == nil
    }
    return [
      ending(row.filter { !isOff($0) }, absent), ending(row.filter { !isOff($0) || isTherapists($0) }, isTherapists),
    ]
  }
}
