import Checks
import Console
import Documents
import Exchange

/// The agreements of a practice.
package struct Agreements {
  private let world: World

  package init(_ world: World) { self.world = world }

  /// The version in force on a day.
  package func inForce(of client: ClientCode, on day: CivilDate) throws(VerbFailure) -> JSON? {
    Agreement.inForce(on: day, among: try documents(of: client))?.tree
  }

  private func documents(of client: ClientCode) throws(VerbFailure) -> [JSON] {
    do throws(StoreProblem) {
      let (documents, unreadable) = try Practice(store: world.store).read(client)
      // An agreement that does not read is there all the same.
      world.complain(unreadable: unreadable)
      return documents
    } catch {
      throw .store(error)
    }
  }

  /// The one that a person means: by its id or its file, else the one in force of the client.
  package func named(_ name: String?, client: String?) throws(VerbFailure) -> JSON {
    if let name {
      let tree = try DocumentFinder(world, includingPrivate: false).read(name)
      guard tree["kind"] == "agreement" else { throw .usage("‘\(name)’ is no agreement.", hint: nil) }
      return tree
    }
    return try inForce(of: try ShortAnswer(world).client(client))
  }

  /// The one in force today; where there is none it says which will be.
  func inForce(of client: ClientCode) throws(VerbFailure) -> JSON {
    let today = world.clock.now().date
    if let tree = try inForce(of: client, on: today) { return tree }
    throw try nothingInForce(of: client, on: today)
  }

  /// That none is in force, and which one will be, or how one is made.
  private func nothingInForce(of client: ClientCode, on day: CivilDate) throws(VerbFailure) -> VerbFailure {
    let next = try documents(of: client).filter { $0["kind"] == "agreement" && $0["status"] == "active" }
      .compactMap { tree in Agreement(tree).effective.map { (day: $0, tree: tree) } }.filter { $0.day > day }
      .min { $0.day < $1.day }
    guard let next, let id = Envelope(next.tree).id else {
      if let waiting = try unsigned(of: client).last.flatMap({ Envelope($0).id }) {
        return .notFound(
          "agreement of \(client) in force",
          hint: "‘\(waiting)’ waits for names: attune agree sign \(waiting), attune agree show \(waiting)")
      }
      return .notFound("agreement of \(client)", hint: "attune agree new --client \(client) makes one.")
    }
    return .notFound(
      "agreement of \(client) in force today",
      hint: "‘\(id)’ is signed, and holds from \(next.day.spoken) \(next.day.year) on: attune agree show \(id)")
  }

  /// Those that are complete and wait for names, oldest first.
  package func unsigned(of client: ClientCode?) throws(VerbFailure) -> [JSON] {
    var clients = [client].compactMap(\.self)
    if client == nil {
      do throws(StoreProblem) { clients = try Practice(store: world.store).clients() } catch { throw .store(error) }
    }
    var found: [JSON] = []
    for client in clients {
      found += try documents(of: client).filter {
        $0["kind"] == "agreement" && $0["status"] == "complete" && !Agreement($0).isSigned
      }
    }
    return found
  }

  /// A version after this one that waits for names.
  func waiting(after id: DocumentID, of client: ClientCode) throws(VerbFailure) -> DocumentID? {
    let next = try documents(of: client).last { document in
      document["kind"] == "agreement" && Agreement(document).supersedes == id && !Agreement(document).isSigned
        && !["void", "superseded"].contains(Envelope(document).status)
    }
    return next.flatMap { Envelope($0).id }
  }

  /// Refuses a version whose place another has taken: the one before it was superseded already.
  func refuseRival(of document: JSON) throws(VerbFailure) {
    guard let old = Agreement(document).supersedes else { return }
    let before: JSON?
    do throws(StoreProblem) { before = try world.store.load(old, includingPrivate: false) } catch {
      throw .store(error)
    }
    guard let other = before?.successor, other != Envelope(document).id else { return }
    let id = Envelope(document).id?.text ?? ""
    throw .usage(
      "‘\(id)’ would take the place of ‘\(old)’, and ‘\(other)’ has taken it already.",
      hint: "attune agree amend \(other), attune void \(id)")
  }

  /// Puts an agreement in force that came with both names under it.
  func putInForce(_ signed: JSON) throws(VerbFailure) {
    let id = Envelope(signed).id?.text ?? ""
    let fingerprint = agreementFingerprint(signed)
    let isBroken = Agreement.roles.compactMap { Agreement(signed).signature(of: $0) }.contains {
      SignatureStanding($0, of: signed, fingerprint: fingerprint) == .broken
    }
    if isBroken {
      throw .usage("The text of ‘\(id)’ is not the one that was signed.", hint: "attune agree verify \(id)")
    }
    if let stop = Answers.stops(in: signed).first {
      throw .usage(
        "‘\(id)’ is signed, and is not put in force: \(stop.check)  \(stop.message)",
        hint: "A signed text is not changed. attune agree new begins another.")
    }
    let now = JSON.string(world.clock.now().description)
    let document = signed.applying([.set("status", "active"), .set("updatedAt", now)])
    do throws(StoreProblem) {
      let file = try DocumentKeeping(world.store).save(document)
      try supersede(by: document, at: now)
      let page = Page(world.output)
      page.say("Both names stand under it already. It is in force now.")
      page.say(.dim(file.path))
      page.sayCode(of: document)
    } catch {
      throw .store(error)
    }
  }

  /// The document that a signed one takes the place of is marked, when both have signed the new one and not before.
  func supersede(by document: JSON, at closed: JSON) throws(StoreProblem) {
    let agreement = Agreement(document)
    guard document["status"] == "active", agreement.isSigned, let old = agreement.supersedes,
      var before = try world.store.load(old, includingPrivate: false), let id = document["id"],
      before["kind"] == "agreement", before["clientRef"] == document["clientRef"]
    else { return }
    let relation: JSON = ["rel": "supersededBy", "id": id]
    let related = before["related"]?.array ?? []
    if before["status"] == "superseded", related.contains(relation) { return }
    before.apply(.set("status", "superseded"))
    if !related.contains(relation) { before.apply(.set("related", .array(related + [relation]))) }
    before.apply(.set("updatedAt", closed))
    try DocumentKeeping(world.store).save(before)
  }
}

extension Agreements {
  /// Where a version is taken out of use, the one whose place it had taken holds again. Returns that one.
  func giveBackPlace(of void: JSON) throws(StoreProblem) -> DocumentID? {
    guard void["kind"] == "agreement", let old = Agreement(void).supersedes,
      var before = try world.store.load(old, includingPrivate: false), before.successor == Envelope(void).id
    else { return nil }
    let related = (before["related"]?.array ?? []).filter {
      $0["rel"] != "supersededBy" || $0["id"] != void["id"]
    }
    before.apply(.set("status", "active"))
    before.apply(related.isEmpty ? .remove("related") : .set("related", .array(related)))
    before.apply(.set("updatedAt", void["updatedAt"] ?? .null))
    try DocumentKeeping(world.store).save(before)
    return old
  }
}

extension JSON {
  /// The document that took the place of this one.
  var successor: DocumentID? {
    guard self["status"] == "superseded" else { return nil }
    return (self["related"]?.array ?? []).last { $0["rel"] == "supersededBy" }?["id"]?.string.flatMap(DocumentID.init)
  }
}

extension Page {
  /// What the client takes home of a text that was signed now.
  func sayCode(of document: JSON) {
    guard let text = Signing.text(of: document), let code = signatureCode(of: sha256(Array(text.utf8))) else { return }
    say(.dim("Signed by both. The code for the client's copy:"))
    say(.strong(code), indent: 4)
    if let old = Agreement(document).supersedes { say(.dim("\(old) is superseded, and kept.")) }
  }
}
