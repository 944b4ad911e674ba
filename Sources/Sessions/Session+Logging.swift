import Documents
import Insights
import Interviews

extension Session {
  /// What an event or a session record begins with besides: the hour, the minutes and the rules that were agreed, and
  /// the therapist's own late starts of the last four sessions.
  static func addLog(
    _ start: SessionStart, on day: CivilDate, _ documents: [JSON], to members: inout JSON.Members
  ) {
    let terms = AttendanceTerms.inForce(on: day, among: documents)
    if let id = terms?.id {
      members["related"] = .array((members["related"]?.array ?? []) + [["rel": "under", "id": .string(id)]])
    }
    let mode = terms?.mode ?? "individual"
    members["therapyMode"] = .string(mode)
    let versions = AttendanceTerms.everyVersion(among: documents).map(version)
    if !versions.isEmpty { members["$versions"] = .array(versions) }
    let hour = terms?.hour.map { JSON.string($0.description) }
    guard start.kind == .tibEvent else {
      members["scheduledStart"] = hour
      members["minutes"] = terms?.minutes.map { JSON($0) }
      return
    }
    members["who"] = .string(start.who)
    for (key, value) in agreed(terms) { members[key] = value }
    guard start.who != "therapist" else { return }
    let mine = AttendanceLog(documents).lateStarts(inLast: 4, in: mode, before: day)
    if !mine.isEmpty { members["$mine"] = .string(Wording.lateStarts(mine)) }
  }

  /// What a line about another day needs of the version that was in force then.
  private static func version(_ terms: AttendanceTerms) -> JSON {
    var facts: JSON.Members = ["from": .string(terms.effective?.description ?? "")]
    facts["id"] = terms.id.map { .string($0) }
    facts["mode"] = terms.mode.map { .string($0) }
    facts["minutes"] = terms.minutes.map { JSON($0) }
    for (key, value) in agreed(terms) { facts[String(key.dropFirst())] = value }
    return .object(facts)
  }

  /// What an agreement says that the line of an event is held against.
  private static func agreed(_ terms: AttendanceTerms?) -> JSON.Members {
    guard let terms else { return [:] }
    var facts: JSON.Members = ["$rules": .array(terms.rules.map(\.tree))]
    facts["$due"] = terms.hour.map { .string($0.description) }
    facts["$notice"] = terms.noticeMinutes.map { JSON($0) }
    return facts
  }

  /// The same for an event that is edited: that of the agreement that was in force on its day.
  static func agreed(
    of document: JSON, with client: ClientCode, in world: World
  ) throws(StoreProblem) -> [Change] {
    guard Envelope(document).kind == .tibEvent, let day = Envelope(document).sessionDate else { return [] }
    let documents = try Practice(store: world.store).documents(of: client)
    var facts = agreed(AttendanceTerms.inForce(on: day, among: documents))
    facts["$message"] = message(of: InterferingEvent(document)).map { .string($0) }
    return facts.map { .set(Path([$0.key]), $0.value) }
  }

  /// What was answered to whether there was a message: its hour, how long before, or none.
  private static func message(of event: InterferingEvent) -> String? {
    guard let minutes = event.tree["noticeMinutes"]?.int else {
      return event.tree["noticeGiven"] == "none" ? "none" : nil
    }
    let sent = event.scheduledStart.map { $0.minutes - minutes }.flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
    return sent?.description ?? (minutes < 0 ? nil : "\(minutes)m")
  }

  /// Takes the line that was typed behind the verb, as if the question had been asked; where the conversation is kept,
  /// it is asked, so that what is kept reads as one.
  func takeOpening(_ line: String) {
    opening = nil
    if let recorder {
      ask()
      recorder.note(typed: line)
    }
    asked = interview.state.cursor
    typed = line
    handle(interview.answer(line, in: surroundings))
    asks = true
  }

  /// Whether nothing is asked any more of a record that one line was enough for.
  var isDoneByItself: Bool { closesByItself && interview.state.cursor == nil && interview.state.doubts.isEmpty }

  /// What is usually no interference was not to be logged: then nothing of it is kept.
  var isNotLogged: Bool { template.kind == .tibEvent && head.base == nil && tree["$logAnyway"] == false }

  func leaveUnlogged() -> End {
    do throws(StoreProblem) {
      let wasSaved = try world.store.fingerprint(of: head.document) != nil
      try journal.finish()
      page.say(
        .dim(
          wasSaved
            ? "Not logged. The draft that was saved before stays until it is voided: attune void \(head.document)"
            : "Not logged, and nothing of it is kept. attune log session keeps how the session went."))
    } catch {
      journal.leave()
    }
    return .left
  }
}

extension Session {
  /// Where a rule stands that an event which was just logged brought near its number, or over it.
  package func sayWhereItStands() {
    guard template.kind == .tibEvent else { return }
    do throws(StoreProblem) {
      let documents = try Practice(store: world.store).documents(of: head.client)
      let day = Envelope(tree).sessionDate ?? surroundings.now.date
      guard let terms = AttendanceTerms.inForce(on: day, among: documents) else { return }
      AttendancePage(page, terms, AttendanceLog(documents), on: day).sayIfNear(InterferingEvent(tree))
    } catch {
      // What was logged is safe; the count can be asked for at any time.
      page.say(.dim("The count could not be read: \(Wording.sentence(error).message)"))
    }
  }

  /// Whether it was a record of one line.
  package var wasOneLine: Bool { closesByItself && tree["outreach"] == nil }
}
