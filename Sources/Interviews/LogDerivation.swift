import Documents
import Forms

/// What follows from the line of an event or of a session record: minutes, notice, the rule, and a description to keep.
struct LogDerivation {
  private let before: JSON
  private let template: Template
  private var tree: JSON
  private(set) var changes: [Change] = []

  init(from before: JSON, to after: JSON, template: Template) {
    self.before = before
    self.template = template
    tree = after
    if hasChanged("$day"), let day = tree["$day"] {
      set("sessionDate", day)
      holdAgainstTheVersion()
    }
    guard after["kind"] == "tibEvent" else {
      if hasChanged("$message") { set("noticeMinutes", minutesOfNotice.map { JSON($0) }) }
      return
    }
    side()
    hours()
    notice()
    rule()
    set("$usuallyNot", usuallyNot.map { .string($0) })
    set("$offered", offered.map { ["description": .string($0)] })
  }

  private func hasChanged(_ key: String) -> Bool { before[key] != tree[key] }

  private mutating func set(_ path: Path, _ value: JSON?) {
    guard tree[path] != value else { return }
    let change: Change = value.map { .set(path, $0) } ?? .remove(path)
    tree.apply(change)
    changes.append(change)
  }

  /// What happened on another day is held against the version of the agreement that was in force then.
  private mutating func holdAgainstTheVersion() {
    guard let versions = tree["$versions"]?.array, let day = tree["sessionDate"]?.string else { return }
    let version = versions.last { ($0["from"]?.string ?? "") <= day }
    let due = tree["$due"] ?? tree["scheduledStart"]
    var related = (tree["related"]?.array ?? []).filter { $0["rel"] != "under" }
    if let id = version?["id"] { related.append(["rel": "under", "id": id]) }
    set("related", related.isEmpty ? nil : .array(related))
    set("therapyMode", version?["mode"] ?? "individual")
    // An hour that was said with the day stays what was said.
    if tree["scheduledStart"] == due, due != nil, !hasChanged("scheduledStart") {
      set("scheduledStart", version?["due"])
    }
    guard tree["kind"] == "tibEvent" else { return set("minutes", version?["minutes"]) }
    set("$due", version?["due"])
    set("$notice", version?["notice"])
    set("$rules", version?["rules"])
  }

  private var event: InterferingEvent { InterferingEvent(tree) }

  /// A bus or a broken line is nobody's doing.
  private mutating func side() {
    guard hasChanged("category"), tree["who"] != "therapist" else { return }
    set("who", InterferingEvent.systemCategories.contains(event.category) ? "system" : "client")
  }

  /// Those that have an hour take the agreed one, unless it was said.
  private mutating func hours() {
    let timed = ["late", "startedLate", "missed", "cancelledShortNotice"]
    if tree["scheduledStart"] == nil, hasChanged("category"), timed.contains(event.category), let due = tree["$due"] {
      set("scheduledStart", due)
    }
    guard hasChanged("actualStart") || hasChanged("scheduledStart") else { return }
    if let due = event.scheduledStart, let arrived = event.actualStart {
      set("minutesLate", JSON(InterferingEvent.minutes(from: due, to: arrived)))
    } else if tree["actualStart"] == nil {
      set("minutesLate", nil)
    }
  }

  /// No word of a message is none. One in good time comes before the notice that was agreed, a day where none was.
  private mutating func notice() {
    guard !event.category.isEmpty,
      hasChanged("$message") || hasChanged("scheduledStart") || tree["noticeGiven"] == nil
    else { return }
    guard tree["$message"] != nil || tree["noticeGiven"] == nil else { return }
    guard let minutes = minutesOfNotice else {
      set("noticeGiven", tree["$message"].map { $0 == "none" ? "none" : "lateNotice" } ?? "none")
      return set("noticeMinutes", nil)
    }
    set("noticeGiven", minutes >= tree["$notice"]?.int ?? 1440 ? "inTime" : "lateNotice")
    set("noticeMinutes", JSON(minutes))
  }

  /// Minutes from the message to the hour, negative when it came after it.
  private var minutesOfNotice: Int? {
    guard let message = tree["$message"]?.string else { return nil }
    if message.hasSuffix("m") { return Int(message.dropLast()) }
    guard let sent = TimeOfDay(message),
      let due = (tree["scheduledStart"] ?? tree["$due"])?.string.flatMap({ TimeOfDay($0) })
    else { return nil }
    return due.minutes - sent.minutes
  }

  /// The one rule of the agreement in force that a client's event fits. Where several do, it counts under each by itself.
  private mutating func rule() {
    if hasChanged("countsUnder"), let typed = tree["countsUnder"]?.string {
      let known = (tree["$rules"]?.array ?? []).compactMap { $0["id"]?.string } + ["none"]
      if let meant = known.first(where: { $0.lowercased() == typed.lowercased() }) {
        set("countsUnder", .string(meant))
      }
    }
    guard hasChanged("category") || hasChanged("minutesLate") || hasChanged("$rules") else { return }
    guard tree["$rules"] != nil || before["$rules"] != nil else { return }
    let mode = event.therapyMode
    let fitting = (tree["$rules"]?.array ?? []).map { AttendanceRule($0) }.filter { rule in
      event.isClients && event.fits(rule) && (rule.modes.isEmpty || mode.map(rule.modes.contains) ?? true)
    }
    set("countsUnder", fitting.count == 1 ? fitting[0].id.map { .string($0) } : nil)
  }

  /// The word that says that it is usually no interference.
  private var usuallyNot: String? {
    // What is edited was logged.
    guard tree["status"] == "draft" else { return nil }
    let reason = " " + nameParts(tree["statedReason"]?.string ?? "").joined(separator: " ") + " "
    let words = (template.options["usuallyNot"]?.all ?? []).flatMap { [$0.says] + $0.also }
    return words.first { reason.contains(" \($0.lowercased()) ") }
  }

  // MARK: A description to keep

  private var offered: String? {
    let due = event.scheduledStart.map { " the \($0.spoken) session" }
    switch event.category {
    case "late":
      guard let arrived = event.actualStart, let due = event.scheduledStart else { return nil }
      let message = self.message
      return message == nil
        ? "Arrived at \(arrived.spoken) for the \(due.spoken) session; no message."
        : "Arrived at \(arrived.spoken); \(message ?? "")."
    case "startedLate":
      guard let began = event.actualStart, let due = event.scheduledStart else { return nil }
      return "Began at \(began.spoken) for the \(due.spoken) session."
    case "missed": return "Did not come to\(due ?? " the session"); \(message ?? "no message")."
    case "cancelledShortNotice": return "Cancelled\(due ?? " the session"); \(message ?? "no message")."
    default: return nil
    }
  }

  /// How word was sent; nothing when none was.
  private var message: String? {
    if let sent = tree["$message"]?.string.flatMap({ TimeOfDay($0) }) { return "texted at \(sent.spoken)" }
    guard tree["noticeGiven"] != "none", let minutes = tree["noticeMinutes"]?.int else { return nil }
    let isWhole = minutes % 60 == 0
    let number = isWhole ? minutes / 60 : minutes
    let length = "\(number) \(isWhole ? "hour" : "minute")\(number == 1 ? "" : "s")"
    return minutes > 0 ? "gave notice \(length) before" : nil
  }
}

extension TimeOfDay {
  /// As it is said: `5:12 pm`.
  package var spoken: String {
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    return "\(twelve):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
  }
}
