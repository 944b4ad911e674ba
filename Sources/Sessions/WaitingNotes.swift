import Console
import Documents
import Exchange
import Interviews

/// Notes that were marked in a session and wait for their words, for when the client has gone.
package struct WaitingNotes {
  private let world: World
  private let page: Page

  package init(_ world: World) {
    self.world = world
    page = Page(world.output)
  }

  /// One mark: the document it stands in, and where in it.
  private struct Mark {
    let document: JSON
    /// The note's own path, or nothing where the document is the note.
    let path: Path?
    let about: String
    let quote: String?
  }

  /// Asks for the words of every mark; an empty Enter leaves one for later. Private ones only when asked for.
  package func write(includingPrivate: Bool) throws(VerbFailure) {
    let marks: [Mark]
    do throws(StoreProblem) { marks = try find(includingPrivate: includingPrivate) } catch { throw .store(error) }
    if marks.isEmpty {
      page.say("No note waits for its words.")
      return
    }
    for mark in marks {
      page.blank()
      page.say(.accent(mark.about))
      if let quote = mark.quote { page.say(.strong("“\(quote)”"), hang: 1) }
      page.say("In your words?   Enter leaves it")
      guard let words = words() else { return }
      if !words.isEmpty { try save(mark, words) }
    }
  }

  /// The words that are typed; nothing when it is left.
  private func words() -> String? {
    while true {
      switch world.lines.readLine(LineRequest(isRemembered: false)) {
      case .line(let text):
        guard case .command(.editor, _) = CommandLine(text) else { return text.trimmed }
        page.say(.dim(Wording.noEditorForNotes))
      case .pasted(let text): return text.trimmed
      case .interrupt, .endOfInput, .hangUp: return nil
      }
    }
  }

  private func find(includingPrivate: Bool) throws(StoreProblem) -> [Mark] {
    var marks: [Mark] = []
    for file in try world.store.documents(includingPrivate: includingPrivate) {
      guard let document = try world.store.load(file.id, includingPrivate: includingPrivate) else { continue }
      if document["kind"] == "note", document["text"]?.isAbsent ?? true {
        marks.append(
          Mark(document: document, path: nil, about: "Private, about \(document["about"]?.string ?? "")", quote: nil))
      }
      for note in document["notes"]?.array ?? [] where note["text"]?.isAbsent ?? true {
        guard let id = note["id"]?.string else { continue }
        let place = note["path"]?.string ?? ""
        marks.append(
          Mark(
            document: document, path: Path(["notes", id, "text"]),
            about: "\(file.id), \(PlainWords.place(Path(place)))",
            quote: document[Path(place)].map(Wording.plain)))
      }
    }
    return marks
  }

  /// The document as it is now, with the words; nothing else of it changes.
  private func save(_ mark: Mark, _ words: String) throws(VerbFailure) {
    guard let id = Envelope(mark.document).id else { return }
    do throws(StoreProblem) {
      guard var document = try world.store.load(id, includingPrivate: true) else { return }
      document.apply(.set(mark.path ?? "text", .string(words)))
      document.apply(.set("updatedAt", .string(world.clock.now().description)))
      try DocumentKeeping(world.store).save(document)
      page.say(.dim("Saved."))
    } catch {
      throw .store(error)
    }
  }
}
