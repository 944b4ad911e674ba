import Console
import Documents
import Insights
import Interviews

/// Takes what became of a step of a reflection, and what was learned from it, and writes it where the step stands:
/// `done Say it in one sentence.` Only where what is private was asked for.
package struct StepTalk {
  private let world: World
  private let page: Page

  package init(_ world: World) {
    self.world = world
    page = Page(world.output)
  }

  /// A step, where it stands.
  package struct Step {
    package let document: DocumentID
    package let place: Path
    let tree: JSON

    package var ref: String { "\(document)#\(place)" }
  }

  /// The step that `id#nextSteps.2` names, or a bare `nextSteps.2` in the newest reflection where it is open; nothing
  /// when the reference names something else.
  package func step(_ ref: String, client: String?) throws(VerbFailure) -> Step? {
    let parts = ref.split(separator: "#", maxSplits: 1).map(String.init)
    guard let sub = parts.last, sub.hasPrefix("nextSteps.") else { return nil }
    let name = parts.count == 2 ? parts[0] : try newest(sub, client: client)
    let (id, tree) = try DocumentFinder(world, includingPrivate: true).documentToChange(name)
    let place = Path(sub)
    guard place.steps.count == 2, let step = tree[place], step.object != nil else {
      let count = tree["nextSteps"]?.array?.count ?? 0
      throw .notFound(ref, hint: count == 0 ? "‘\(id)’ holds no step." : "‘\(id)’ holds \(count).")
    }
    guard !["draft", "void"].contains(Envelope(tree).status ?? "draft") else {
      throw .usage("‘\(id)’ is \(Envelope(tree).status ?? "a draft").", hint: "Nothing was changed.")
    }
    return Step(document: id, place: place, tree: step)
  }

  private func newest(_ sub: String, client: String?) throws(VerbFailure) -> String {
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      var found: [JSON] = []
      for code in try practice.clients(includingPrivate: true) where client == nil || code.text == client {
        found += try practice.documents(of: code, includingPrivate: true)
      }
      let open = found.last {
        Envelope($0).kind == .reflection && !["draft", "void"].contains(Envelope($0).status ?? "draft")
          && $0[Path(sub)] != nil && $0[Path(sub)]?["done"] != true
      }
      if let id = open?["id"]?.string { return id }
    } catch {
      throw .store(error)
    }
    throw .notFound(sub, hint: "attune agenda --private names the steps that are open.")
  }

  /// The steps that are open, the soonest first.
  package func open(of client: ClientCode?) throws(VerbFailure) -> [AgendaItem] {
    do throws(StoreProblem) {
      let practice = Practice(store: world.store)
      var items: [AgendaItem] = []
      for code in try practice.clients(includingPrivate: true) where client == nil || code == client {
        let documents = try practice.documents(of: code, includingPrivate: true)
        items += AgendaItem.all(in: documents, on: world.clock.now().date).filter { $0.what == .step }
      }
      return items.sorted(by: AgendaItem.order)
    } catch {
      throw .store(error)
    }
  }

  // MARK: Telling

  /// Takes the line that is given, or asks for it; `note` is what was learned, where the line does not say it.
  package func record(_ step: Step, line: String?, note: String?) throws(VerbFailure) {
    var typed = line
    if typed == nil {
      page.blank()
      page.say(.accent(step.ref))
      page.say(.strong("“\(step.tree["text"]?.string ?? "")”"), hang: 1)
      page.say("What came of it, and what did you learn?")
      page.say(.dim("done or open   what was learned | what was decided"))
    }
    while true {
      if typed == nil { typed = try answer() }
      guard let text = typed, !text.isEmpty else {
        if !world.isAttended { throw .usage("No outcome was given.", hint: "Nothing was written.") }
        return page.say(.dim("Nothing was written."))
      }
      typed = nil
      if let told = Told(text) { return try write(told.learning(note), to: step) }
      page.say(.dim("‘\(Wording.brief(text))’ was not understood. The line: done or open, then what was learned."))
    }
  }

  private func answer() throws(VerbFailure) -> String? {
    switch ShortAnswer(world).read() {
    case .text(let text): return text
    case .ended: return nil
    case .left, .hungUp: throw .interrupted
    }
  }

  /// What a line says of a step.
  private struct Told {
    var fields: JSON.Members

    init?(_ line: String) {
      let words = line.split(whereSeparator: \.isWhitespace)
      let first = words.first?.lowercased().filter(\.isLetter) ?? ""
      guard ["done", "open"].contains(first) || words.prefix(2).map({ $0.lowercased() }) == ["not", "done"] else {
        return nil
      }
      let rest = words.dropFirst(first == "not" ? 2 : 1)
      fields = ["done": .bool(first == "done")]
      let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      for (key, part) in zip(["learned", "decision"], parts) where !part.isEmpty {
        fields[key] = .string(part.joined(separator: " "))
      }
    }

    func learning(_ note: String?) -> Told {
      var told = self
      if let note, !note.isEmpty, told.fields["learned"] == nil { told.fields["learned"] = .string(note) }
      return told
    }
  }

  private func write(_ told: Told, to step: Step) throws(VerbFailure) {
    var (_, document) = try DocumentFinder(world, includingPrivate: true).documentToChange(step.document.text)
    let changed = told.fields.filter { document[step.place.appending($0.key)] != $0.value }
    guard !changed.isEmpty else { return page.say("That is what stands there already.") }
    for (key, value) in changed { document.apply(.set(step.place.appending(key), value)) }
    document.apply(.set("updatedAt", .string(world.clock.now().description)))
    do throws(StoreProblem) { try DocumentKeeping(world.store).save(document) } catch { throw .store(error) }
    page.say(told.fields["done"] == true ? "Done." : "Open.")
    page.say(.dim("Written in \(step.document). attune outcome \(step.ref) --private changes it."), hang: 2)
  }
}
