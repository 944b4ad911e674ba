import Console
import Documents
import Forms
import Interviews

// What is off the record, and what is written down when the client has gone.

extension Session {
  /// Off the record: nothing typed reaches the disk, the draft included; only `/on`, `/crisis`, `/hide` and `/quit` act.
  func offTheRecord() -> End? {
    journal.forgetDraft()
    page.say(.dim("Off the record. Nothing typed is kept. /on goes on."))
    keep([])
    let began = world.clock.now()
    recorder?.pause()
    let end = talkOffTheRecord()
    recorder?.goOn()
    if let end { return end }
    let minutes = world.clock.now().minutes(since: began)
    recorder?.note(typed: "/on")
    page.say(.dim("On the record again, after \(minutes == 1 ? "1 minute" : "\(minutes) minutes")."))
    keep([interview.wasOffTheRecord(minutes: minutes, in: surroundings)])
    return nil
  }

  private func talkOffTheRecord() -> End? {
    while true {
      switch world.lines.readLine(LineRequest(prompt: "off › ", isRemembered: false)) {
      case .line(let text):
        guard case .command(let command, _) = CommandLine(text) else { continue }
        if command == .on {
          return nil
        } else if command == .quit {
          recorder?.note(.typed("/quit"))
          leave()
          return .left
        } else if command == .crisis {
          if let end = crisis() { return end }
        } else if command == .hide {
          if let end = hide() { return end }
        } else {
          page.say(.dim("Off the record: /on, /crisis, /hide and /quit act."))
        }
      case .pasted, .interrupt: continue
      case .endOfInput:
        recorder?.note(.endOfInput)
        leave()
        return .left
      case .hangUp:
        recorder?.note(.hungUp)
        leave()
        return .hungUp
      }
    }
  }

  // MARK: Notes

  /// A mark for a note; words typed with it are neither shown to anyone nor kept.
  func markNote(_ command: Command, _ rest: String) {
    let words = rest.split(whereSeparator: \.isWhitespace)
    let isPlace = words.count == 1 && template.list(ofID: words[0].lowercased()) != nil
    if !rest.isEmpty, !isPlace {
      page.say(.dim("The words wait until the client has gone; what was typed is not kept."))
    }
    handle(interview.carryOut(command, isPlace ? rest : "", in: surroundings))
  }

  private func waiting(_ list: Path) -> [(id: String, path: String)] {
    (tree[list]?.array ?? []).filter { $0["text"]?.isAbsent ?? true }.compactMap { mark in
      mark["id"]?.string.map { ($0, mark["path"]?.string ?? "") }
    }
  }

  /// The marks of this session, when the client has gone: their words now, or later by `attune notes`.
  func askForNotes() -> End? {
    let notes = waiting("notes")
    let privateNotes = waiting("$private")
    guard !notes.isEmpty || !privateNotes.isEmpty else { return nil }
    world.output.clearScreen()
    page.say(
      "For the therapist alone: \(notes.count + privateNotes.count) marked for words. Now, with the client gone?  y · n (later)"
    )
    let isNow = YesNo(world).read(enter: .no, endOfInput: .no) == .yes
    defer { recorder?.masksWords = false }
    var goesOn = isNow
    for note in notes where goesOn {
      guard let words = words(about: note.path) else {
        goesOn = false
        break
      }
      if !words.isEmpty { handle(interview.write(note: note.id, words: words, in: surroundings)) }
    }
    recorder?.masksWords = true
    for note in privateNotes {
      let words = goesOn ? words(about: note.path) : nil
      if words == nil { goesOn = false }
      savePrivately(words ?? "", note)
    }
    if isNow { world.output.clearScreen() }
    if !goesOn { page.say(.dim("What is left waits: attune notes")) }
    return nil
  }

  private func words(about path: String) -> String? {
    page.blank()
    page.say(.accent(path))
    if let text = tree[Path(path)].map(Wording.plain), !text.isEmpty { page.say(.strong("“\(text)”"), hang: 1) }
    page.say("In your words?")
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

  /// The same for the same mark, so that a note whose closing was cut off is not written twice.
  private func ownEnding(of mark: String) -> String {
    let digest = sha256(Array("\(head.document)#\(mark)".utf8))
    return String(String(Int(digest.prefix(12), radix: 16) ?? 0, radix: 36).suffix(4))
  }

  /// A private note is a document of its own under `Private/`; of its words nothing stands anywhere else.
  private func savePrivately(_ words: String, _ note: (id: String, path: String)) {
    let now = world.clock.now()
    do throws(StoreProblem) {
      var ending: String? = ownEnding(of: note.id)
      while true {
        let id = DocumentID(of: .note, on: head.startedAt.date, ending: ending ?? world.ids.next())
        guard let id else { continue }
        ending = nil
        if let there = try world.store.load(id, includingPrivate: true) {
          guard there["about"]?.string == head.document.text, there["path"]?.string == note.path else { continue }
          // It was saved before a closing was cut off: it stays, unless there are words for it now.
          if words.isEmpty || !(there["text"]?.isAbsent ?? true) {
            try DocumentKeeping(world.store).save(there)
            return
          }
        }
        var document: JSON = [
          "schema": "attune/note/1", "id": .string(id.text), "kind": "note", "synthetic": tree["synthetic"] ?? false,
          "clientRef": .string(head.client.text), "therapistRef": tree["therapistRef"] ?? "T1",
          "createdAt": .string(now.description), "updatedAt": .string(now.description),
          "sessionDate": tree["sessionDate"] ?? .string(now.date.description), "mode": "therapistOnly",
          "status": "complete", "recordClass": "private", "related": [],
          "about": .string(head.document.text), "path": .string(note.path),
        ]
        if !words.isEmpty { document.apply(.set("text", .string(words))) }
        try DocumentKeeping(world.store).save(document)
        if !words.isEmpty { page.say(.dim("Private note \(note.id.dropFirst()) saved.")) }
        return
      }
    } catch {
      page.say(.strong("The private note is not saved: \(Wording.sentence(error).message)"))
    }
  }
}
