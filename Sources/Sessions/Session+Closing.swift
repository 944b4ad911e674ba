import Console
import Documents
import Interviews

/// Why a closing could not be carried out, and what is safe by then.
struct ClosingProblem: Error {
  let problem: StoreProblem
  /// The document, when it was saved and only what follows from it failed.
  let saved: DocumentFile?
}

extension Session {
  /// Closes the session: its own document first, then what became of earlier commitments, then the journal goes.
  ///
  /// While something is owed the session is left instead, as a draft that can be gone on with.
  func close() -> End? {
    if head.base != nil, !interview.canUndo {
      leaveNothing()
      return .left
    }
    guard isWhole else {
      leave()
      return .left
    }
    if let end = askForNotes() { return end }
    let keepsTranscript = asksToKeepTranscript()
    let now = surroundings.now
    var event = Event(.closing, at: now)
    event.facts = closingFacts(at: now)
    if keepsTranscript, let id = newTranscriptID() { event.facts?.apply(.set("transcript", .string(id.text))) }
    interview.fold(event)
    keep([event])
    guard !journal.hasUnwritten, let facts = event.facts else { return nil }
    do throws(ClosingProblem) {
      let file = try finish(facts)
      say(file)
      page.sayCode(of: facts["agreement"] ?? facts["document"] ?? .null)
      return .closed([file])
    } catch {
      let words = Wording.sentence(error.problem)
      savedAtClosing = error.saved
      if let saved = error.saved {
        page.say(.strong("The document is safe at \(saved.path)"))
        page.say(.strong("What follows from it is not all written yet: \(words.message)"))
      } else {
        page.say(.strong("Not saved yet: \(words.message)"))
      }
      page.say(.dim("Every answer is safe at \(journal.place). \(words.hint)"))
      return nil
    }
  }

  /// Everything that the closing carries out, fixed before it begins: the document as it will be, and what is written
  /// into others.
  private func closingFacts(at now: Moment) -> JSON {
    let closing = Closing(interview.state)
    let reachable = closing.outcomes(on: now.date).filter { isReachable($0.document, $0.element, on: now.date) }
    let document = closing.document(
      status: closedStatus, updatedAt: now,
      writtenHome: Set(reachable.map { "\($0.document)#\($0.element)" }), isNew: head.base == nil)
    var facts: JSON = [
      "at": .string(now.description),
      "document": document,
      "outcomes": .array(
        reachable.map {
          ["document": .string($0.document.text), "element": .string($0.element), "fields": .object($0.fields)]
        } + raisedEvents()),
    ]
    if template.kind == .agreementReview, head.base == nil { addVersion(to: &facts, at: now) }
    return facts
  }

  private var closedStatus: String {
    if template.kind == .agreement, Agreement(tree).isSigned { return "active" }
    // What was prepared alone waits to be held.
    return tree["$alone"] == true ? "draft" : "complete"
  }

  /// Complete, unless the safety gate is open, an answer is still owed, or one was put off.
  private var isWhole: Bool {
    // What became of an earlier promise may be said another day; it stays open where it stands.
    let putOff = (tree["fieldStates"]?.object ?? [:]).contains { path, state in
      state == "later" && !Path("orientation.priorCommitments").covers(Path(path))
    }
    return Closing(interview.state).isComplete && openPlaces.isEmpty && !putOff && !interview.isHalfSigned
      && stopFindings.isEmpty
  }

  /// Whether a commitment can be told its outcome: it is there, reads, and has no later one.
  private func isReachable(_ id: DocumentID, _ element: String, on day: CivilDate) -> Bool {
    do throws(StoreProblem) {
      guard let home = try world.store.load(id, includingPrivate: false)?[Path(["commitments", element])] else {
        return false
      }
      return home["outcomeOn"]?.string.flatMap { CivilDate($0) }.map { $0 <= day } ?? true
    } catch {
      return false
    }
  }

  /// Carries a closing out; doing it twice changes no byte.
  func finish(_ facts: JSON) throws(ClosingProblem) -> DocumentFile {
    var saved: DocumentFile?
    do throws(StoreProblem) {
      try holdAgainstBase(facts["document"] ?? .null)
      let file = try DocumentKeeping(world.store).save(facts["document"] ?? .null)
      saved = file
      if let agreement = facts["agreement"] { try DocumentKeeping(world.store).save(agreement) }
      try Agreements(world).supersede(by: facts["agreement"] ?? facts["document"] ?? .null, at: facts["at"] ?? .null)
      for outcome in facts["outcomes"]?.array ?? [] { try writeHome(outcome, at: facts["at"] ?? .null) }
      try saveTranscript(facts)
      takeAwayJournal()
      return file
    } catch {
      throw ClosingProblem(problem: error, saved: saved)
    }
  }

  /// All is carried out: a journal that cannot be taken away holds its closing, which the next to resume it carries out
  /// again to the same bytes.
  private func takeAwayJournal() {
    do throws(StoreProblem) { try journal.finish() } catch {
      page.say(.dim("The session's journal could not be taken away: \(Wording.sentence(error).message)"))
    }
  }

  /// What is edited must be as it was when it was taken up, or be what this closing made of it already.
  private func holdAgainstBase(_ document: JSON) throws(StoreProblem) {
    guard let base = head.base, let now = try world.store.fingerprint(of: head.document) else { return }
    guard now != base, try world.store.load(head.document, includingPrivate: true) != document else { return }
    let files = try world.store.documents(includingPrivate: true)
    throw .changedMeanwhile(path: files.first { $0.id == head.document }?.path ?? head.document.text)
  }

  func say(_ file: DocumentFile) {
    page.blank()
    page.say(tree["$alone"] == true ? "Prepared. It is held in the room with: attune talk" : "Saved.")
    page.say(.dim(file.path))
    page.say(.dim(file.markdownPath))
    if let transcript { page.say(.dim("Transcript: \(transcript.markdownPath)")) }
  }

  /// Writes what became of a commitment where it stands, in the file as it is now, and nothing else of it.
  private func writeHome(_ outcome: JSON, at closed: JSON) throws(StoreProblem) {
    guard let id = outcome["document"]?.string.flatMap(DocumentID.init), let element = outcome["element"]?.string,
      var document = try world.store.load(id, includingPrivate: false)
    else { return }
    // An event is told about as a whole.
    let path = element.isEmpty ? .root : Path(["commitments", element])
    guard let home = document[path] else { return }
    let changed = (outcome["fields"]?.object ?? [:]).filter { home[$0.key] != $0.value }
    guard !changed.isEmpty else { return }
    for (key, value) in changed { document.apply(.set(path.appending(key), value)) }
    document.apply(.set("updatedAt", closed))
    try DocumentKeeping(world.store).save(document)
  }

  /// Leaves: the journal stays, and the document is written as a draft. Where nothing was answered nothing is kept.
  /// A line that was half typed is something, too.
  func leave(halfTyped line: String = "") {
    recorder?.note(.left)
    if !interview.canUndo, !interview.canRedo, line.trimmed.isEmpty, !hasEdit { return leaveNothing() }
    if head.base != nil { return leaveEdited(halfTyped: line) }
    if let saved = savedAtClosing {
      page.say("The document is safe at \(saved.path)")
      page.say(.dim("What follows from it is carried out by: \(world.resumeCommand)"))
      return journal.leave()
    }
    var document = Closing(interview.state).document(status: "draft", updatedAt: surroundings.now)
    // A version is made by what is closed, and names stand under it; until then they are in the journal alone.
    if template.kind == .agreementReview { document.apply(.remove("newVersion")) }
    if document["signatures"] != nil { document.apply(.set("signatures", [])) }
    do throws(StoreProblem) {
      try writeRest(halfTyped: line)
      let file = try DocumentKeeping(world.store).save(document)
      page.say("Saved. A draft is safe at \(file.path)")
      page.say(.dim("and everything typed so far can be resumed with: \(resumeCommand)"))
    } catch {
      page.say(.strong("The draft could not be written: \(Wording.sentence(error).message)"))
      let safe = journal.hasUnwritten ? "The answers but the last stand" : "The answers stand"
      page.say(.dim("\(safe) at \(journal.place) and can be resumed with: \(resumeCommand)"))
    }
    journal.leave()
  }

  /// Under `edit` the saved document is not touched until the changes are closed.
  private func leaveEdited(halfTyped line: String) {
    page.say("The saved document is as it was.")
    do throws(StoreProblem) {
      try writeRest(halfTyped: line)
      page.say(.dim("What was changed is safe at \(journal.place) and can be gone on with: \(resumeCommand)"))
    } catch {
      page.say(.strong("Not all of what was changed is on the disk: \(Wording.sentence(error).message)"))
      page.say(.dim("What was changed before is safe at \(journal.place). \(resumeCommand) goes on with it."))
    }
    journal.leave()
  }

  /// Writes what waits, and keeps the half-typed line behind it.
  private func writeRest(halfTyped line: String) throws(StoreProblem) {
    let heard = recorder?.take() ?? []
    if journal.hasUnwritten || !heard.isEmpty { try journal.append([], heard: heard) }
    if !line.isEmpty { journal.keep(draft: line) }
  }

  /// How it is gone on with; what is private only when that is asked for.
  private var resumeCommand: String { world.resumeCommand + (head.isPrivate ? " --private" : "") }

  /// Whether an editor's text waits for being taken.
  private var hasEdit: Bool {
    do throws(StoreProblem) { return try journal.edited() != nil } catch { return true }
  }

  private func leaveNothing() {
    do throws(StoreProblem) {
      try journal.finish()
      page.say(.dim(head.base == nil ? "Nothing was answered, and nothing is kept." : "Nothing was changed."))
    } catch {
      journal.leave()
    }
  }
}
