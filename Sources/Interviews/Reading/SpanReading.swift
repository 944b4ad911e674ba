import Documents
import Forms

/// Reads when something happened.
struct SpanReader {
  let context: ReadingContext

  /// A day and from when to when. Fills the start, `endedAt` and `durationMinutes` beside it.
  func span(_ field: Field, from words: [Substring], isWholeLine: Bool) throws(AnswerProblem) -> Taken? {
    let parent = context.path(field).parent
    let startPath = context.path(field)
    let day = readDay(words, today: context.today, .past)
    guard let day else {
      // A time without a day: which one cannot be known.
      if readSpan(words) != nil { throw .needsADay }
      return nil
    }
    let rest = Array(words.dropFirst(day.words))
    let times = readSpan(rest)
    if day.isShort, times == nil, !rest.isEmpty { return nil }
    var changes: [Change] = [
      .remove(parent.appending("endedAt")), .remove(parent.appending("durationMinutes")),
      .remove(parent.appending("\(startPath.last)Part")),
    ]
    guard let times = times.map({ $0.inPart(day.part) }) else {
      changes.append(.set(startPath, .string(day.date.description)))
      if let part = day.part { changes.append(.set(parent.appending("\(startPath.last)Part"), .string(part.rawValue))) }
      let part = day.part.map { ", \(nameParts($0.rawValue).joined(separator: " "))" } ?? ""
      return Taken(changes: changes, saying: day.date.spoken + part, words: day.words)
    }
    var date = day.date
    // A weekday is the latest one past: this evening's hour is last week's.
    if day.isWeekday, context.zone.moment(date, times.start).instant > context.now.instant {
      date = date.adding(days: -7)
    }
    let start = context.zone.moment(date, times.start)
    guard start.instant <= context.now.instant else { throw .isStillToCome }
    changes.append(.set(startPath, .string(start.description)))
    var saying = "\(date.spoken), \(times.start)"
    if let end = times.end {
      let endDay = end < times.start ? date.adding(days: 1) : date
      let ended = context.zone.moment(endDay, end)
      let minutes = (ended.instant - start.instant) / 60
      changes.append(.set(parent.appending("endedAt"), .string(ended.description)))
      changes.append(.set(parent.appending("durationMinutes"), JSON(minutes)))
      saying += " to \(end)\(endDay == date ? "" : " the next day"), \(minutes) minutes"
    }
    return Taken(changes: changes, saying: saying, words: day.words + times.words)
  }

  /// A time on the day of the behavior, or a day and a time.
  func momentOfDay(_ field: Field, from words: [Substring]) throws(AnswerProblem) -> Taken? {
    let path = context.path(field)
    let partPath = path.parent.appending("\(path.last)Part")
    let started = context.tree["target"]?["startedAt"]?.string
    let behaviorDay = started.flatMap { CivilDate($0.prefix(10)) }
    if let day = readDay(words, today: context.today, .past) {
      let rest = Array(words.dropFirst(day.words))
      if let time = readTime(rest) {
        return taken(path, partPath, context.zone.moment(day.date, time.time), words: day.words + time.words)
      }
      if day.isShort, !rest.isEmpty { return nil }
      var changes: [Change] = [.set(path, .string(day.date.description)), .remove(partPath)]
      if let part = day.part { changes.append(.set(partPath, .string(part.rawValue))) }
      return Taken(changes: changes, saying: day.date.spoken, words: day.words)
    }
    guard let time = readTime(words) else { return nil }
    guard let behaviorDay else { throw .needsADay }
    // What set it off came before: past midnight, that is the evening before.
    let sameDay = context.zone.moment(behaviorDay, time.time)
    let isAfter = started.flatMap { Moment($0) }.map { sameDay.instant > $0.instant } ?? false
    let moment = isAfter ? context.zone.moment(behaviorDay.adding(days: -1), time.time) : sameDay
    return taken(path, partPath, moment, words: time.words)
  }

  private func taken(_ path: Path, _ partPath: Path, _ moment: Moment, words: Int) -> Taken {
    Taken(
      changes: [.set(path, .string(moment.description)), .remove(partPath)],
      saying: "\(moment.date.spoken), \(moment.time)", words: words)
  }
}
