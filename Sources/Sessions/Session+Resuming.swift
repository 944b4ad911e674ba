import Console
import Documents
import Forms
import Interviews

/// A session that was not finished, as it is offered.
package struct OpenSession: Hashable, Sendable {
  package let name: String
  package let client: ClientCode
  package let document: DocumentID

  /// What kind of document it makes, as its id says.
  package var kind: Kind? {
    Kind.allCases.first { document.text.hasPrefix("\($0.idPrefix)-") }
  }

  /// How it stands, with a sentence that says so: "A chain with SYN-MAPLE from today 16:05 is not finished (links 5)."
  package enum Standing: Hashable, Sendable {
    case unfinished(String)
    /// Another program has it.
    case elsewhere(String)
    case unreadable(String)

    package var words: String {
      switch self {
      case .unfinished(let words), .elsewhere(let words), .unreadable(let words): words
      }
    }

    package var canBeResumed: Bool {
      switch self {
      case .unfinished: true
      case .elsewhere, .unreadable: false
      }
    }
  }

  init?(_ name: String) {
    guard let dot = name.firstIndex(of: "."), let client = ClientCode(String(name[..<dot])),
      let document = DocumentID(OpenSession.subject(name[name.index(after: dot)...]))
    else { return nil }
    self.name = name
    self.client = client
    self.document = document
  }

  private static func subject(_ name: Substring) -> String {
    String(name.hasPrefix("private.") ? name.dropFirst("private.".count) : name)
  }

  /// Those of a practice: one look into one folder. Private ones are looked for only when no client is at the screen.
  package static func all(in world: World) throws(VerbFailure) -> [OpenSession] {
    do throws(StoreProblem) { return try world.store.openSessions().compactMap(OpenSession.init) } catch {
      throw .store(error)
    }
  }

  /// Those whose documents are private.
  package static func allPrivate(in world: World) throws(VerbFailure) -> [OpenSession] {
    do throws(StoreProblem) { return try world.store.openPrivateSessions().compactMap(OpenSession.init) } catch {
      throw .store(error)
    }
  }
}

extension Session {
  /// Takes an unfinished session up where it stood, with the line that was half typed. A session whose closing was
  /// under way is closed, and there is nothing to go on with.
  package static func resume(_ open: OpenSession, in world: World) throws(VerbFailure) -> Session? {
    let journal: any Journal
    do throws(StoreProblem) { journal = try world.store.resumeJournal(open.name) } catch { throw .store(error) }
    let head: SessionHead
    let events: [Event]
    let heard: [JSON]
    switch JournalContent(journal.lines) {
    case .session(let found, let read, let kept): (head, events, heard) = (found, read, kept)
    case .nothing:
      // Cut off before anything was asked: nothing is in it.
      do throws(StoreProblem) { try journal.finish() } catch { throw .store(error) }
      return nil
    case .unreadable(let line):
      journal.leave()
      throw .badJournal(open.name, line: line)
    }
    let template: Template
    do throws(VerbFailure) { template = try templateOf(head, in: world) } catch {
      journal.leave()
      throw error
    }
    let follows: (@Sendable (JSON) -> [Change])?
    do throws(VerbFailure) { follows = try self.follows(template.kind, head, opening: events[0], in: world) } catch {
      journal.leave()
      throw error
    }
    let interview = Interview(
      template: template, catalog: BuiltIn.catalog(), folding: events, seal: Signing.seal(of: template.kind),
      follows: follows)
    let session = Session(
      world: world, template: template, head: head, journal: SessionJournal(journal, heard: heard),
      interview: interview)
    if let last = events.last, last.what == .closing, let facts = last.facts {
      do throws(ClosingProblem) { session.say(try session.finish(facts)) } catch {
        journal.leave()
        throw .store(error.problem)
      }
      return nil
    }
    session.takeUp(draft: journal.draft, lastSaid: events.last { $0.said != nil }?.said)
    session.sweepEdits()
    if !head.isPrivate, keepsTranscripts(world) { session.listen(to: ["resume", head.document.text], reading: []) }
    return session
  }

  private static func templateOf(_ head: SessionHead, in world: World) throws(VerbFailure) -> Template {
    guard let tree = head.templateTree else {
      // What was begun with the built-in form is gone on with in it, whatever the practice has got since.
      guard let template = BuiltIn.template(head.template) else {
        throw .unknownTemplate(head.template, known: BuiltIn.templateNames)
      }
      return template
    }
    do throws(TemplateProblem) { return try Template(tree) } catch {
      throw .badTemplate(name: head.template, error)
    }
  }

  private func takeUp(draft: String?, lastSaid: String?) {
    opened = Set(template.sections.map(\.id))
    guard let draft, !draft.isEmpty else {
      _ = takeUpEdit(lastSaid: lastSaid)
      return
    }
    if takeUpEdit(lastSaid: lastSaid) {
      abandoned = draft
      return
    }
    initial = draft
  }

  /// How an open session stands. Nothing where it was closed and only its closing was cut off: resuming finishes that.
  package static func standing(of open: OpenSession, in world: World) throws(VerbFailure) -> OpenSession.Standing? {
    let noun = open.kind?.noun ?? "a session"
    let name = "\(noun.prefix(1).uppercased())\(noun.dropFirst()) with \(open.client)"
    let journal: any Journal
    do throws(StoreProblem) { journal = try world.store.resumeJournal(open.name) } catch {
      if case .inUse = error { return .elsewhere("\(name) is open in another attune.") }
      throw .store(error)
    }
    defer { journal.leave() }
    let head: SessionHead
    let events: [Event]
    switch JournalContent(journal.lines) {
    case .session(let found, let read, _): (head, events) = (found, read)
    case .nothing: return nil
    case .unreadable(let line):
      return .unreadable("\(name) does not read in line \(line) of its journal; the file is left as it is.")
    }
    let template: Template
    do throws(VerbFailure) { template = try templateOf(head, in: world) } catch {
      return .unreadable("\(name) was asked with a template that does not read now; its journal is left as it is.")
    }
    if events.last?.what == .closing { return nil }
    let interview = Interview(
      template: template, catalog: BuiltIn.catalog(), folding: events, seal: Signing.seal(of: template.kind))
    let day = head.startedAt.date
    let today = world.clock.now().date
    let when = day == today ? "today" : day == today.adding(days: -1) ? "yesterday" : day.spoken
    var place = "at the end"
    if let cursor = interview.state.cursor, let section = template.section(of: cursor.question) {
      place = section.title.lowercased()
      if let list = template.question(cursor.question)?.list, template.list(list) != nil, cursor.element == nil {
        place += " \(interview.state.tree.ids(in: list).count + 1)"
      }
    }
    return .unfinished("\(name) from \(when) \(head.startedAt.time) is not finished (\(place)).")
  }
}
