import Console
import Documents
import Interviews

// What the practice keeps of a session besides its document: the conversation itself.

extension Session {
  /// Keeps what is said and typed from now on; `command` is how such a session is begun, `practice` what it has read.
  func listen(to command: [String], at moment: Moment? = nil, reading practice: [String]) {
    noteEndOfEarlierRun()
    let run = TranscriptRun(
      command: command + (page.isPlain ? ["--plain"] : []), zone: world.zone.name, columns: world.output.width,
      isPlain: page.isPlain, place: world.store.place, practice: practice)
    let recorder = Recorder(world) { [template] in template.list(ofID: $0.lowercased()) != nil }
    recorder.note(.run(run), at: moment)
    self.recorder = recorder
    world = world.heard(by: recorder)
    page = Page(world.output)
  }

  /// What the practice says of transcripts; settings that do not read keep none.
  private static func keeping(in world: World) -> Settings.Keeping {
    do throws(VerbFailure) { return try Settings(from: world.store).transcripts } catch { return .discard }
  }

  static func keepsTranscripts(_ world: World) -> Bool { keeping(in: world) != .discard }

  /// A run that was not left was ended where it stood, with the line that comes back now.
  private func noteEndOfEarlierRun() {
    guard let last = journal.heard.last, let entry = TranscriptEntry(last) else { return }
    switch entry.what {
    case .left, .hungUp, .killed: return
    case .run, .said, .typed, .half, .interrupt, .endOfInput: break
    }
    var ends: [TranscriptEntry] = []
    if let half = CommandLine.inTranscript(initial, isPlace: { _ in false }), !half.isEmpty {
      ends.append(TranscriptEntry(.half(half), at: entry.at))
    }
    journal.note(ends + [TranscriptEntry(.killed, at: entry.at)])
  }

  /// Whether a transcript is to be kept, which the practice says or two people are asked.
  func asksToKeepTranscript() -> Bool {
    guard recorder != nil else { return false }
    switch Session.keeping(in: world) {
    case .discard: return false
    case .keep: return true
    case .ask:
      let world = world.unheard
      Page(world.output).say("Keep a transcript of this session?  y · n")
      return YesNo(world).read(enter: .no, endOfInput: .no) == .yes
    }
  }

  /// An id that ends as the document's does, where that is free.
  func newTranscriptID() -> DocumentID? {
    if let transcriptID { return transcriptID }
    let day = head.startedAt.date
    var ending = String(head.document.text.suffix(4))
    while true {
      guard let id = DocumentID(of: .transcript, on: day, ending: ending) else { return nil }
      do throws(StoreProblem) {
        if try world.store.fingerprint(of: id) == nil {
          transcriptID = id
          return id
        }
      } catch {
        return nil
      }
      ending = world.ids.next()
    }
  }

  /// Saves the transcript that a closing names. It is made of what the journal holds, so that a closing that was cut off
  /// saves the same one.
  func saveTranscript(_ facts: JSON) throws(StoreProblem) {
    guard let id = facts["transcript"]?.string, let document = facts["document"] else { return }
    var members: JSON.Members = [
      "schema": "attune/transcript/1", "id": .string(id), "kind": "transcript",
      "synthetic": document["synthetic"] ?? false, "clientRef": .string(head.client.text),
      "therapistRef": document["therapistRef"] ?? "T1", "createdAt": .string(head.startedAt.description),
      "updatedAt": facts["at"] ?? .null, "sessionDate": .string(head.startedAt.date.description),
    ]
    members["sessionNumber"] = document["sessionNumber"]
    members["mode"] = document["mode"] ?? "inSession"
    members["status"] = "complete"
    members["recordClass"] = "psychotherapyNote"
    members["related"] = [["rel": "about", "id": .string(head.document.text)]]
    members["entries"] = .array(journal.heard)
    let file = try DocumentKeeping(world.store).save(.object(members))
    transcript = file
  }
}
