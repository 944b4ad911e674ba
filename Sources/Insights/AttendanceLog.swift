import Documents

/// What is on file about the sessions with one client: records, events, and other documents that were written in one.
///
/// Drafts and what is void say nothing.
package struct AttendanceLog {
  let records: [SessionRecord]
  let events: [InterferingEvent]
  /// The days of chains, conversations and reviews that were held in session: each says that there was one.
  let written: Set<CivilDate>
  /// The days of conversations about how the two work together.
  package let conversations: [CivilDate]

  package init(_ documents: [JSON]) {
    let valid = documents.filter { !["draft", "void"].contains(Envelope($0).status ?? "draft") }
    func all(_ kind: Kind) -> [JSON] { valid.filter { Envelope($0).kind == kind && Envelope($0).sessionDate != nil } }
    records = AttendanceLog.last(of: all(.session)).map { SessionRecord($0) }
    events = all(.tibEvent).map { InterferingEvent($0) }.sorted { $0.order < $1.order }
    let inSession = [Kind.chain, .missingLinks, .accountability, .agreementReview].flatMap(all)
    written = Set(inSession.filter { $0["mode"] == "inSession" }.compactMap { Envelope($0).sessionDate })
    conversations = all(.accountability).compactMap { Envelope($0).sessionDate }.sorted()
  }

  /// Of records of one session that was recorded twice, the later one: nobody misses the same hour twice.
  private static func last(of records: [JSON]) -> [JSON] {
    func isSame(_ a: JSON, _ b: JSON) -> Bool {
      ["sessionDate", "scheduledStart", "therapyMode"].allSatisfy { a[$0] == b[$0] }
    }
    func made(_ record: JSON) -> Int { Envelope(record).createdAt?.instant ?? 0 }
    return records.enumerated().filter { index, record in
      !records.enumerated().contains { other in
        other.offset != index && isSame(other.element, record)
          && (made(other.element), other.offset) > (made(record), index)
      }
    }.map(\.element)
  }

  /// The sessions of those ways of meeting, of all where there are none, in their order. An event that names the rule is
  /// of one of them, however it was held.
  func sessions(_ modes: [String], naming rule: String? = nil) -> [ScheduledSession] {
    func isMeant(_ mode: String?) -> Bool {
      modes.isEmpty || (mode.map(modes.contains) ?? modes.contains { $0 != "group" })
    }
    var sessions = records.filter { isMeant($0.therapyMode) }.compactMap { record in
      record.date.map {
        ScheduledSession(date: $0, start: record.scheduledStart, mode: record.therapyMode, record: record)
      }
    }
    for event in events {
      let names = rule != nil && event.countsUnder == rule
      guard let date = event.date, names || isMeant(event.therapyMode) && event.isOfASession else { continue }
      let there = sessions.indices.filter { index in
        sessions[index].date == date
          && (names || sessions[index].mode == event.therapyMode || event.therapyMode == nil
            || sessions[index].mode == nil)
          // Two hours on one day are two sessions, unless the record says which there was.
          && (sessions[index].record != nil || sessions[index].start == nil || event.scheduledStart == nil
            || sessions[index].start == event.scheduledStart)
      }
      let same = there.first { event.scheduledStart != nil && sessions[$0].start == event.scheduledStart }
      if let index = same ?? there.first {
        sessions[index].events.append(event)
      } else {
        sessions.append(
          ScheduledSession(
            date: date, start: event.scheduledStart, mode: event.therapyMode, record: nil, events: [event]))
      }
    }
    if isMeant(nil) {
      // A day that is known for a session of another way of meeting had none of this one because something was written
      // on it; an event that has no session of its own, as a slow reply by phone, says nothing of that.
      let known = Set(
        sessions.filter { !$0.isGroup }.map(\.date)
          + records.filter { $0.therapyMode != "group" }.compactMap(\.date))
      sessions += written.subtracting(known).map { ScheduledSession(date: $0, start: nil, mode: nil, record: nil) }
    }
    return sessions.sorted { ($0.date, $0.start?.minutes ?? 0) < ($1.date, $1.start?.minutes ?? 0) }
  }
}
