import Documents

/// What a review of an agreement counts from the log and the session records (spec 5.11): the days after the agreement
/// came into force, up to the day of the review.
package struct ReviewCounts: Hashable, Sendable {
  package let sessionsScheduled: Int
  package let sessionsHeld: Int
  package let clientLate: Int
  package let clientMissed: Int
  package let therapistLate: Int
  package let therapistCancelled: Int
  package let practiceDone: Int
  package let practicePartly: Int
  package let practiceNotDone: Int
  /// The minutes that the client's late arrivals took, and those that the sessions had.
  package let minutesLost: Int
  package let minutesOfThose: Int
  /// Days until each event was raised that was, oldest first, both sides' together.
  package let daysToRaise: [Int]

  package init(_ log: AttendanceLog, under terms: AttendanceTerms, on day: CivilDate) {
    func isWithin(_ date: CivilDate) -> Bool { (terms.effective.map { $0 < date } ?? true) && date <= day }
    let sessions = log.sessions([]).filter { isWithin($0.date) }
    let rule = terms.rules.first { $0.what == .late }
    func isLate(_ event: InterferingEvent) -> Bool {
      event.isClients && event.category == "late" && (event.minutesLate ?? 0) >= rule?.minMinutes ?? 0
    }
    func count(_ isMeant: (ScheduledSession) -> Bool) -> Int { sessions.count(where: isMeant) }
    let events = log.events.filter { $0.date.map(isWithin) ?? false }
    sessionsScheduled = sessions.count
    sessionsHeld = count(\.isAttended)
    clientLate = events.count(where: isLate)
    clientMissed = count { session in
      session.record?.outcome == .missed || session.events.contains { $0.isClients && $0.category == "missed" }
    }
    therapistLate = events.count { $0.isTherapists && $0.category == "startedLate" }
    therapistCancelled = count { session in
      session.record?.outcome == .cancelledByTherapist
        || session.events.contains { $0.isTherapists && $0.category == "cancelledShortNotice" }
    }
    practiceDone = count { $0.record?.practice == "done" }
    practicePartly = count { $0.record?.practice == "partly" }
    practiceNotDone = count { $0.record?.practice == "notDone" }
    let shortened = sessions.filter { $0.events.contains(where: isLate) }
    minutesLost = events.filter(isLate).reduce(0) { $0 + ($1.minutesLate ?? 0) }
    minutesOfThose = shortened.reduce(0) { $0 + ($1.record?.minutes ?? terms.minutes ?? 0) }
    daysToRaise = events.compactMap(\.daysToRaise)
  }

  /// As it stands in a review.
  package var json: JSON {
    [
      "sessionsScheduled": JSON(sessionsScheduled), "sessionsHeld": JSON(sessionsHeld), "clientLate": JSON(clientLate),
      "clientMissed": JSON(clientMissed), "therapistLate": JSON(therapistLate),
      "therapistCancelled": JSON(therapistCancelled), "practiceDone": JSON(practiceDone),
      "practicePartly": JSON(practicePartly), "practiceNotDone": JSON(practiceNotDone),
    ]
  }
}
