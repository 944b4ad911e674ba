import Documents
import Forms
import Insights
import Interviews

extension Session {
  /// What a reflection begins with besides: the session that it is about, and the measure that is on file.
  static func addReflection(
    _ start: SessionStart, on today: CivilDate, _ documents: [JSON], to members: inout JSON.Members
  ) {
    members["mode"] = "therapistOnly"
    let others = documents.filter {
      ![.reflection, .note].contains(Envelope($0).kind) && Envelope($0).status != "void"
    }
    let about = start.about.flatMap { id in documents.first { $0["id"]?.string == id } }
    let number =
      start.session ?? about.flatMap { Envelope($0).sessionNumber }
      ?? others.compactMap { Envelope($0).sessionNumber }.max()
    members["sessionNumber"] = number.map { JSON($0) }
    let days = others.filter { number != nil && Envelope($0).sessionNumber == number }
      .compactMap { Envelope($0).sessionDate }.filter { $0 <= today }
    let day = about.flatMap { Envelope($0).sessionDate } ?? days.max() ?? today
    members["sessionDate"] = .string(day.description)
    if start.about?.hasPrefix("tib-") ?? false { members["$aboutEvent"] = true }
    if let offered = offered(Undertreatment(documents, on: today)) { members["$offered"] = offered }
  }

  /// The line of the measure as it would be typed, and what it would fill.
  private static func offered(_ file: Undertreatment) -> JSON? {
    guard let course = file.lastMeasured, let first = course.totals.first, let last = course.totals.last else {
      return nil
    }
    return [
      "line": .string("\(course.measure) \(first.total) \(last.total) \(last.on.short)"),
      "undertreatment": [
        "measure": .string(course.measure), "baselineScore": JSON(first.total), "lastScore": JSON(last.total),
        "lastMeasuredOn": .string(last.on.description),
      ],
    ]
  }

  /// What follows in a reflection from its answers and from what is on file with the client; nothing for other kinds.
  ///
  /// `written` are the flags of one that is edited: those that came from other documents stay what they were when it was
  /// written (spec 7.7).
  static func follows(
    _ kind: Kind, with client: ClientCode, on day: CivilDate, written: Set<String>? = nil, in world: World
  ) throws(VerbFailure) -> (@Sendable (JSON) -> [Change])? {
    guard kind == .reflection else { return nil }
    let reliable = try Settings(from: world.store).reliableChange
    let documents: [JSON]
    do throws(StoreProblem) {
      documents = written == nil ? try Practice(store: world.store).documents(of: client, includingPrivate: true) : []
    } catch {
      throw .store(error)
    }
    let file = Undertreatment(documents, reliable: reliable, on: day)
    return { tree in whatIsUp(in: tree, file, written: written) }
  }

  /// The same for a session that is taken up again.
  static func follows(
    _ kind: Kind, _ head: SessionHead, opening: Event, in world: World
  ) throws(VerbFailure) -> (@Sendable (JSON) -> [Change])? {
    let written = head.base == nil ? nil : Reflection(JSON.object([:]).applying(opening.changes)).flags
    return try follows(kind, with: head.client, on: head.startedAt.date, written: written, in: world)
  }

  /// What comes from other documents, and not from the answers of the reflection itself.
  private static let fromDocuments: Set = [
    "noRecentMeasure", "repeatedTib", "unaddressedTib", "brokenCommitment", "targetUnchanged",
  ]

  private static func whatIsUp(in tree: JSON, _ file: Undertreatment, written: Set<String>?) -> [Change] {
    guard let check = tree["undertreatment"], !check.isEmpty else { return [] }
    // What only the therapist can say stands among the flags of a document that is edited.
    let clinician: Set = ["riskUp", "functionDown"]
    let said =
      (tree["$clinician"]?.array).map { Set($0.compactMap(\.string)) } ?? (written ?? []).intersection(clinician)
    var flags = file.flags(of: tree, clinician: said.intersection(clinician))
    if written != nil { flags.removeAll { fromDocuments.contains($0.name) } }
    let kept = (written ?? []).intersection(fromDocuments)
    let up = Set(flags.map(\.name)).union(kept)
    let advice = UndertreatmentAdvice(names: up)
    let words = Wording.sentence(advice, isAnythingUp: !up.isEmpty)
    let lines = kept.sorted().map(Wording.standing) + flags.map(Wording.sentence) + [words]
    let isCareLookedAt =
      advice == .consultThisWeek || file.barriersAskForCare
      || (tree["nextSteps"]?.array ?? []).contains { $0["rung"] == "levelOfCare" }
    var wanted: [(Path, JSON)] = [
      ("undertreatment.flags", .array(Reflection.flagNames.filter(up.contains).map { .string($0) })),
      ("$flags", .array(lines.map { .string($0) })), ("$advice", [.string(words)]),
      ("$needsStep", .bool(Reflection.asksForStep(up))), ("$care", .bool(isCareLookedAt)),
    ]
    if let sessions = file.sessions(of: tree) { wanted.append(("undertreatment.sessionsSinceStart", JSON(sessions))) }
    return wanted.filter { tree[$0.0] != $0.1 }.map { .set($0.0, $0.1) }
  }
}
