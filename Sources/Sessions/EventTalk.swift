import Console
import Documents
import Forms
import Interviews

/// Takes when and how an event was raised, told later, and writes it where the event stands: `4 Feb short`.
package struct EventTalk {
  private let world: World
  private let page: Page

  package init(_ world: World) {
    self.world = world
    page = Page(world.output)
  }

  /// The event that a reference names, or nothing when it names another thing.
  package func event(_ ref: String) throws(VerbFailure) -> DocumentID? {
    guard let id = DocumentID(ref) else { return nil }
    do throws(StoreProblem) {
      return try world.store.load(id, includingPrivate: false)?["kind"] == "tibEvent" ? id : nil
    } catch {
      throw .store(error)
    }
  }

  /// Takes the line that is given, or asks for it.
  package func record(_ id: DocumentID, line: String?) throws(VerbFailure) {
    guard let question = BuiltIn.template(of: .tibEvent)?.question("raised"),
      let reader = RaisedReader(now: world.clock.now(), zone: world.zone)
    else { throw .unknownTemplate("log", known: BuiltIn.templateNames) }
    var document = try DocumentFinder(world, includingPrivate: false).documentToChange(id.text).tree
    guard !["draft", "void"].contains(Envelope(document).status ?? "draft") else {
      throw .usage("‘\(id)’ is \(Envelope(document).status ?? "a draft").", hint: "Nothing was changed.")
    }
    var typed = line
    if typed == nil {
      page.blank()
      page.say(.accent("\(id) · \(document["clientRef"]?.string ?? "")"))
      if let words = document["description"]?.string { page.say(.strong("“\(words)”"), hang: 1) }
      page.say(question.first.therapist)
      page.say(.dim("[day] \(question.first.shape ?? "")"))
    }
    while true {
      if typed == nil { typed = try answer() }
      guard let text = typed, !text.isEmpty else {
        if !world.isAttended { throw .usage("No outcome was given.", hint: "Nothing was written.") }
        return page.say(.dim("Nothing was written."))
      }
      typed = nil
      do throws(AnswerProblem) {
        let reading = try reader.read(text)
        let changed = document.applying(reading.changes)
        guard changed != document else { return page.say("That is what stands there already.") }
        document = changed.applying([.set("updatedAt", .string(world.clock.now().description))])
        page.say(reading.sayings.joined(separator: ", "))
        break
      } catch {
        page.say(.dim(Wording.sentence(error)))
      }
    }
    do throws(StoreProblem) { try DocumentKeeping(world.store).save(document) } catch { throw .store(error) }
    page.say(.dim("Written in \(id). attune outcome \(id) changes it."), hang: 2)
  }

  private func answer() throws(VerbFailure) -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): return text
    case .ended: return nil
    case .left, .hungUp: throw .interrupted
    }
  }
}
