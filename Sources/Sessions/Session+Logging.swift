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
    let hour = terms?.hour.map { JSON.string($0.description) }
    guard start.kind == .tibEvent else {
      members["scheduledStart"] = hour
      members["minutes"] = terms?.minutes.map { JSON($0) }
      return
    }
    members["who"] = .string(start.who)
    members["$due"] = hour
    members["$notice"] = terms?.noticeMinutes.map { JSON($0) }
    members["$rules"] = terms.map { .array($0.rules.map(\.tree)) }
    guard start.who != "therapist" else { return }
    let mine = AttendanceLog(documents).lateStarts(inLast: 4, in: mode, before: day)
    if !mine.isEmpty { members["$mine"] = .string(Wording.lateStarts(mine)) }
  }

  /// Takes the line that was typed behind the verb, as if the question had been asked.
  func takeOpening(_ line: String) {
    opening = nil
    closesByItself = template.kind == .session
    asked = interview.state.cursor
    if let question = asked?.question, let ask = asked.flatMap({ interview.guide.ask(at: $0) }) {
      recorder?.asking = (question, voice(of: ask))
    }
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
      try journal.finish()
      page.say(.dim("Not logged, and nothing of it is kept. attune log session keeps how the session went."))
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
  package var wasOneLine: Bool { closesByItself }
}
