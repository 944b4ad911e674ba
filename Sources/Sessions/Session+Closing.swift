import Console
import Documents
import Exchange
import Forms
import Interviews

extension Session {
  /// Closes the session: its own document first, then what became of earlier commitments, then the journal goes.
  func close() -> End? {
    let status = closingStatus
    var event = Event(.closing, at: surroundings.now)
    event.said = status
    interview.fold(event)
    keep([event])
    guard !journal.hasUnwritten else { return nil }
    return finish(status: status, at: event.at)
  }

  /// Complete, unless the safety gate is open, an answer is still owed, or one was put off.
  private var closingStatus: String {
    let states = (tree["fieldStates"]?.object ?? [:]).values
    let isComplete = Closing(interview.state).isComplete && openPlaces.isEmpty && !states.contains("later")
    return isComplete ? "complete" : "draft"
  }

  /// Carries a closing out; doing it twice changes no byte.
  func finish(status: String, at closed: Moment) -> End? {
    let closing = Closing(interview.state)
    do throws(StoreProblem) {
      let document = closing.document(status: status, updatedAt: closed)
      let file = try DocumentKeeping(world.store).save(document)
      for (id, element, fields) in closing.outcomes(on: closed.date) {
        try writeHome(id, element, fields, at: closed)
      }
      try journal.finish()
      page.blank()
      page.say(status == "complete" ? "Saved." : "Saved as a draft.")
      page.say(.dim(file.path))
      page.say(.dim(file.markdownPath))
      return .closed([file])
    } catch {
      let words = Wording.sentence(error)
      page.say(.strong("Not saved yet: \(words.message)"))
      page.say(.dim("Every answer is safe at \(journal.place). \(words.hint)"))
      return nil
    }
  }

  /// Writes what became of a commitment where it stands, in the file as it is now. A later outcome stands.
  private func writeHome(
    _ id: DocumentID, _ element: String, _ fields: JSON.Members, at closed: Moment
  ) throws(StoreProblem) {
    guard var document = try world.store.load(id, includingPrivate: false) else { return }
    let path = Path(["commitments", element])
    guard let home = document[path] else { return }
    if let on = home["outcomeOn"]?.string.flatMap({ CivilDate($0) }), on > closed.date { return }
    let changed = fields.filter { home[$0.key] != $0.value }
    guard !changed.isEmpty else { return }
    for (key, value) in changed { document.apply(.set(path.appending(key), value)) }
    document.apply(.set("updatedAt", .string(closed.description)))
    try DocumentKeeping(world.store).save(Closing.ordered(document))
  }

  /// Leaves: the journal stays, and the document is written as a draft.
  func leave() {
    let document = Closing(interview.state).document(status: "draft", updatedAt: surroundings.now)
    do throws(StoreProblem) {
      if journal.hasUnwritten { try journal.append([]) }
      let file = try DocumentKeeping(world.store).save(document)
      page.say("Saved. A draft is safe at \(file.path)")
      page.say(.dim("and everything typed so far can be resumed with: attune resume"))
    } catch {
      page.say(.strong("The draft could not be written: \(Wording.sentence(error).message)"))
      page.say(.dim("The answers stand at \(journal.place) and can be resumed with: attune resume"))
    }
    journal.leave()
  }
}

/// Saves documents with the Markdown that belongs to them.
package struct DocumentKeeping {
  private let store: any Store

  package init(_ store: any Store) { self.store = store }

  @discardableResult
  package func save(_ document: JSON) throws(StoreProblem) -> DocumentFile {
    try store.save(document, markdown: DocumentKeeping.markdown(document))
  }

  /// A document as people read it.
  package static func markdown(_ document: JSON) -> String {
    let catalog = BuiltIn.catalog()
    return chainMarkdown(
      document, crisisLine: CrisisPage.emergencyLine(BuiltIn.crisisSet()), skills: { catalog.skill($0)?.name })
  }
}
