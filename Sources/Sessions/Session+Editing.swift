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

  /// Holds a prepared conversation in the room: the same interview, and what was left for the room is asked.
  package static func hold(_ id: DocumentID, session: Int?, in world: World) throws(VerbFailure) -> Session {
    try edit(id, signing: false, holding: true, session: session, in: world)
  }

  /// The same; with `signing` what is left to be done is the two names, with `holding` what is said in the room.
  static func edit(
    _ id: DocumentID, signing: Bool, holding: Bool = false, session number: Int? = nil,
    includingPrivate: Bool = false, in world: World
  ) throws(VerbFailure) -> Session {
    let tree: JSON?
    do throws(StoreProblem) { tree = try world.store.load(id, includingPrivate: includingPrivate) } catch {
      throw .store(error)
    }
    if let tree, tree["kind"] == "agreement", Agreement(tree).isSigned { throw .isSigned(id) }
    if let tree, tree["kind"] == "agreementReview", tree["signatures"]?.isEmpty == false { throw .isSigned(id) }
    if let kind = tree.flatMap({ Envelope($0).kind }), kind.templateName == nil {
      throw .usage("‘\(id)’ is \(kind.noun), and no form asks for one.", hint: "attune show \(id), attune void \(id)")
    }
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
      let agreed = try agreed(of: document, with: client, in: world) + reviewed(document, in: world)
      var taken = document.applying(agreed)
      if holding {
        let documents = try Practice(store: world.store).documents(of: client)
        taken = Session.holding(taken, number: number, documents, on: now.date)
      } else if Envelope(document).kind == .accountability, Accountability(document).isPrepared {
        taken.apply(.set("$alone", true))
      }
      let opening = opening(of: taken, template, signing: signing, at: now)
      try journal.begin(head, opening)
      let interview = Interview(
        template: template, catalog: BuiltIn.catalog(), folding: [opening], seal: Signing.seal(of: template.kind),
        follows: follows)
      let session = Session(world: world, template: template, head: head, journal: journal, interview: interview)
      session.opened = Set(template.sections.map(\.id))
      session.closesByItself = false
      let command =
        holding ? ["talk", "--client", client.text] : signing ? ["agree", "sign", id.text] : ["edit", id.text]
      session.sweepEdits()
      if !head.isPrivate, keepsTranscripts(world) {
        session.listen(to: command, at: now, reading: [id.text])
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
    let isHeld = tree["$held"] == true
    event.passes = guide.places().filter { place in
      guard guide.isOpen(place), !guide.isRequired(place) else { return false }
      return !(signing && guide.asksToSign(at: place)) && !(isHeld && guide.isForTheRoom(place))
    }
    event.next = Guide(template: template, tree: tree, passed: Set(event.passes)).next(after: nil, openBefore: [])
    return event
  }
}
