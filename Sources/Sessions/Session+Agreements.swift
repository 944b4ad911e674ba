import Console
import Documents
import Exchange
import Forms
import Interviews

extension Session {
  /// What an agreement begins with besides: its version, and the crisis resources of the practice.
  static func addAgreement(in world: World, to members: inout JSON.Members) {
    let crisis = CrisisPage.crisisSet(of: world.store).0
    members["version"] = 1
    members["safety"] = [
      "crisisResourceSet": .string(crisis.id == BuiltIn.crisisSet().id ? "US-default" : crisis.id),
      "noSuicidePromiseUsed": false,
    ]
    members["signatures"] = []
    members["amendments"] = []
  }

  /// That there is an agreement already, and how it is changed.
  static func sayWhatIsInForce(_ documents: [JSON], in world: World) {
    guard let standing = documents.last(where: { $0["kind"] == "agreement" && Envelope($0).status == "active" }),
      let id = Envelope(standing).id
    else { return }
    Page(world.output).say(
      .dim("\(id) is in force. To change it: attune agree amend \(id). This begins another."), hang: 2)
  }

  /// Takes a complete agreement up for the two names. Nothing is written until both stand there.
  /// What came signed by both from a file, and is no draft of anything, is put in force; then there is nothing to ask.
  package static func sign(_ name: String, in world: World) throws(VerbFailure) -> Session? {
    guard world.lines.isInteractive else { throw .needsTerminal }
    let (id, tree) = try DocumentFinder(world, includingPrivate: false).documentToChange(name)
    guard tree["kind"] == "agreement" else { throw .usage("‘\(id)’ is no agreement.", hint: nil) }
    if ["void", "superseded"].contains(Envelope(tree).status ?? "") {
      throw .usage("‘\(id)’ is \(Envelope(tree).status ?? ""), and is not signed any more.", hint: nil)
    }
    if Envelope(tree).status != "active" { try Agreements(world).refuseRival(of: tree) }
    if Agreement(tree).isSigned {
      guard Envelope(tree).status != "active" else {
        throw .usage(
          "‘\(id)’ is signed by both already.", hint: "attune agree show \(id) says whether the text is still it.")
      }
      try Agreements(world).putInForce(tree)
      return nil
    }
    return try edit(id, signing: true, in: world)
  }

  /// Begins a new version of an agreement: its terms as they stand, to be changed. The old version stays in force until
  /// both have signed the new one.
  package static func amend(
    _ name: String, session number: Int?, synthetic: Bool, in world: World
  ) throws(VerbFailure) -> Session? {
    let (id, old) = try DocumentFinder(world, includingPrivate: false).documentToChange(name)
    guard old["kind"] == "agreement", let client = Envelope(old).client else {
      throw .usage("‘\(id)’ is no agreement.", hint: nil)
    }
    guard Envelope(old).status == "active" else {
      if let next = old.successor {
        throw .usage("‘\(next)’ has taken the place of ‘\(id)’.", hint: "attune agree amend \(next)")
      }
      throw .usage("‘\(id)’ is not in force.", hint: "attune edit \(id), or attune agree sign \(id)")
    }
    if let open = try openAmendment(of: client, in: world) {
      throw .isBeingWritten(open)
    }
    if let next = try Agreements(world).waiting(after: id, of: client) {
      throw .usage("‘\(next)’ would take its place, and waits for names.", hint: waitingHint(next))
    }
    let shown = AgreementPage(world.output)
    Page(world.output).say(.accent("As it stands: \(id), version \(Agreement(old).version ?? 1)"))
    shown.sayTerms(of: old)
    shown.sayHistory(of: old)
    guard let keepsHistory = asksToConsolidate(old, in: world) else { return nil }
    guard let template = BuiltIn.template("amendment") else { return nil }
    do throws(StoreProblem) {
      let now = world.clock.now()
      let documents = try Practice(store: world.store).documents(of: client)
      let head = SessionHead(
        document: try newID(of: .agreement, on: now.date, in: world), client: client, template: template.name,
        templateTree: nil, startedAt: now)
      let journal = SessionJournal(try world.store.beginJournal(head.journalName))
      var tree = newVersion(of: old, id, as: head.document, at: now, keepsHistory: keepsHistory, among: documents)
      if let number = number ?? Practice.nextSession(after: documents) {
        tree.apply(.set("sessionNumber", JSON(number)))
      }
      if synthetic { tree.apply(.set("synthetic", true)) }
      let opening = Interview.opening(template: template, tree: tree, at: now)
      try journal.begin(head, opening)
      let session = Session(
        world: world, template: template, head: head, journal: journal,
        interview: Interview(
          template: template, catalog: BuiltIn.catalog(), folding: [opening], seal: Signing.seal(of: .agreement)))
      session.sweepEdits()
      if keepsTranscripts(world) {
        session.listen(to: ["agree", "amend", id.text], at: now, reading: documents.compactMap { $0["id"]?.string })
      }
      return session
    } catch {
      throw .store(error)
    }
  }

  /// What can be done with a version that waits for names.
  static func waitingHint(_ next: DocumentID) -> String {
    "attune agree sign \(next), attune edit \(next), or attune void \(next)"
  }

  /// A version of the same client's agreement that is being written.
  static func openAmendment(of client: ClientCode, in world: World) throws(VerbFailure) -> DocumentID? {
    try OpenSession.all(in: world).first {
      $0.client == client && ($0.kind == .agreement || $0.kind == .agreementReview)
    }?.document
  }

  /// After three changes the terms can be written as they stand, the history left to the versions before. Nothing where
  /// it was left.
  private static func asksToConsolidate(_ old: JSON, in world: World) -> Bool? {
    let count = old["amendments"]?.array?.count ?? 0
    guard count >= 3, world.isAttended || world.lines.isInteractive else { return true }
    let page = Page(world.output)
    page.blank()
    page.say(
      "\(Wording.number(count)) changes so far. Write the terms as they stand into one agreement, and leave the history to the versions before?  y · n"
    )
    switch YesNo(world).read(enter: .no, endOfInput: .left) {
    case .yes: return false
    case .no: return true
    case .left, .hungUp: return nil
    }
  }

  static func newVersion(
    of old: JSON, _ id: DocumentID, as new: DocumentID, at start: Moment, keepsHistory: Bool,
    among documents: [JSON]
  ) -> JSON {
    let now = JSON.string(start.description)
    var tree = old
    for path: Path in [
      "copiesGivenOn", "commitment.clientWords", "commitment.strength", "commitment.strategies", "effective",
      "reviewOn", "notes", "checkAgain", "dismissals", "sessionNumber",
    ] { tree.apply(.remove(path)) }
    tree = tree.applying([
      .set("id", .string(new.text)), .set("createdAt", now), .set("updatedAt", now),
      .set("sessionDate", .string(start.date.description)), .set("status", "draft"),
      .set("related", [["rel": "amends", "id": .string(id.text)]]), .set("supersedes", .string(id.text)),
      .set("version", JSON((Agreement(old).version ?? 1) + 1)), .set("signatures", []),
    ])
    if !keepsHistory { tree.apply(.set("amendments", [])) }
    if tree["amendments"] == nil { tree.apply(.set("amendments", [])) }
    let used = documents.filter { $0["kind"] == "agreement" }.flatMap { Agreement($0).clauses.map(\.description) }
    tree.apply(.set(Agreement.used, .array(Set(used).sorted().map { .string($0) })))
    // A review that is still ahead stays where it was agreed.
    if let review = Agreement(old).reviewOn, review > start.date, review - start.date <= 92 {
      tree.apply(.set(Path(["$offers", "reviewOn"]), .string(review.description)))
    }
    return tree
  }
}
