import Documents
import Forms
import Interviews

extension Session {
  /// Takes a saved chain up in the same interview. The document stays as it is until the changes are closed; its earlier
  /// revision is kept then.
  package static func edit(
    _ id: DocumentID, includingPrivate: Bool = false, in world: World
  ) throws(VerbFailure) -> Session {
    try edit(id, signing: false, includingPrivate: includingPrivate, in: world)
  }

  /// The same; with `signing` what is left to be done is the two names.
  static func edit(
    _ id: DocumentID, signing: Bool, includingPrivate: Bool = false, in world: World
  ) throws(VerbFailure) -> Session {
    let tree: JSON?
    do throws(StoreProblem) { tree = try world.store.load(id, includingPrivate: includingPrivate) } catch {
      throw .store(error)
    }
    if let tree, tree["kind"] == "agreement", Agreement(tree).isSigned { throw .isSigned(id) }
    let follows = try tree.flatMap { (tree) throws(VerbFailure) in
      try Envelope(tree).client.flatMap { (client) throws(VerbFailure) in
        try self.follows(
          Envelope(tree).kind ?? .chain, with: client, on: Envelope(tree).createdAt?.date ?? world.clock.now().date,
          written: Reflection(tree).flags, in: world)
      }
    }
    do throws(StoreProblem) {
      guard let document = try world.store.load(id, includingPrivate: includingPrivate) else {
        throw .notFound(name: id.text)
      }
      guard let template = Envelope(document).kind.flatMap(BuiltIn.template(of:)),
        let client = Envelope(document).client, let base = try world.store.fingerprint(of: id)
      else { throw .notFound(name: id.text) }
      let now = world.clock.now()
      let head = SessionHead(
        document: id, client: client, template: template.name, templateTree: nil, startedAt: now, base: base,
        isPrivate: Envelope(document).isPrivate)
      let journal = SessionJournal(try world.store.beginJournal(head.journalName))
      let agreed = try agreed(of: document, with: client, in: world)
      let opening = opening(of: document.applying(agreed), template, signing: signing, at: now)
      try journal.begin(head, opening)
      let interview = Interview(
        template: template, catalog: BuiltIn.catalog(), folding: [opening], seal: Signing.seal(of: template.kind),
        follows: follows)
      let session = Session(world: world, template: template, head: head, journal: journal, interview: interview)
      session.opened = Set(template.sections.map(\.id))
      session.closesByItself = false
      session.sweepEdits()
      if !head.isPrivate, keepsTranscripts(world) {
        session.listen(to: ["edit", id.text], at: now, reading: [id.text])
      }
      return session
    } catch {
      throw .store(error)
    }
  }

  /// Everything that was gone past then is gone past now: only what is owed is asked.
  private static func opening(of document: JSON, _ template: Template, signing: Bool, at now: Moment) -> Event {
    var tree = document
    if !(document["target"]?["alsoHappened"]?.isEmpty ?? true) { tree.apply(.set("$alsoAny", true)) }
    if tree["$alsoAny"] == nil, document["target"]?["behavior"] != nil { tree.apply(.set("$alsoAny", false)) }
    tree = tree.applying(Interview.derived(from: tree, template))
    var event = Interview.opening(template: template, tree: tree, at: now)
    let guide = Guide(template: template, tree: tree, passed: [])
    event.passes = guide.places().filter { place in
      guard guide.isOpen(place), !guide.isRequired(place) else { return false }
      return !(signing && guide.asksToSign(at: place))
    }
    event.next = Guide(template: template, tree: tree, passed: Set(event.passes)).next(after: nil, openBefore: [])
    return event
  }
}
