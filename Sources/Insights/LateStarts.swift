import Documents

/// A late beginning of the therapist's own.
package struct LateStart: Hashable, Sendable {
  package let date: CivilDate
  package let minutes: Int?
}

extension AttendanceLog {
  /// The minutes of an event of that day and category, where it has some.
  package func minutesLate(on day: CivilDate, category: String) -> Int? {
    events.last { $0.date == day && $0.category == category }?.minutesLate
  }

  /// The therapist's late starts in the last sessions of a way of meeting before a day, oldest first.
  package func lateStarts(inLast count: Int, in mode: String, before day: CivilDate) -> [LateStart] {
    sessions([mode]).filter { $0.date <= day && !$0.isCalledOff }.suffix(count).flatMap { session in
      session.events.filter { $0.isTherapists && $0.category == "startedLate" }
        .map { LateStart(date: session.date, minutes: $0.minutesLate) }
    }
  }
}
