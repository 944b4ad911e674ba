import Console
import Documents
import Forms
import Interviews

/// What a session is begun with.
package struct SessionStart {
  /// What kind of document it makes.
  package let kind: Kind
  package var client: String?
  package var form: String?
  package var template: String?
  package var session: Int?
  package var about: String?
  package var isSynthetic = false
  /// Whose event it is, where it is one.
  package var who = "client"
  /// How it is raised, where it is a conversation about how the two work together.
  package var raising = Raising.here
  /// The first line, where it was typed behind the verb.
  package var opening: String?

  package init(_ kind: Kind) { self.kind = kind }

  /// How the document is related to the one that it is written about.
  func relation(to id: String) -> String {
    switch kind {
    case .missingLinks: "with"
    case .reflection: "about"
    default: id.hasPrefix("tib-") ? "target" : "about"
    }
  }

  /// The words after `attune` that begin the same session.
  func command(for client: ClientCode) -> [String] {
    var words = kind.verb + (kind == .tibEvent && who == "therapist" ? ["--therapist"] : [])
    if kind == .accountability, raising != .here { words.append(raising == .prepared ? "--prepare" : "--mine") }
    words += ["--client", client.text]
    if let form { words += ["--form", form] }
    if let template { words += ["--template", template] }
    if let session { words += ["--session", String(session)] }
    if let about { words += ["--about", about] }
    return words + (isSynthetic ? ["--synthetic"] : [])
  }
}

extension Session {
  /// Begins a session: asks for the client's code where it was not given, opens the journal, loads what is open.
  package static func begin(_ start: SessionStart, in world: World) throws(VerbFailure) -> Session? {
    let settings = try Settings(from: world.store)
    let (template, tree, name) = try findTemplate(
      start.template ?? start.kind.templateName ?? "", of: start.kind, in: world)
    let known = start.client == nil ? try onlyClient(for: start.kind, in: world) : start.client
    let isPrivate = start.kind == .reflection
    guard let client = try askForClient(known, includingPrivate: isPrivate, in: world) else { return nil }
    if start.kind == .agreementReview { try findAgreement(of: client, named: start.about, in: world) }
    let practice = Practice(store: world.store)
    let follows = try follows(start.kind, with: client, on: world.clock.now().date, in: world)
    do throws(StoreProblem) {
      let documents = try practice.documents(of: client, includingPrivate: isPrivate)
      let now = world.clock.now()
      let id = try newID(of: start.kind, on: now.date, in: world)
      let head = SessionHead(
        document: id, client: client, template: name, templateTree: tree, startedAt: now,
        isPrivate: isPrivate)
      let journal = SessionJournal(try world.store.beginJournal(head.journalName))
      let opening = Interview.opening(
        template: template, tree: try envelope(start, settings, head, documents, in: world), at: now)
      try journal.begin(head, opening)
      let interview = Interview(
        template: template, catalog: BuiltIn.catalog(), folding: [opening], seal: Signing.seal(of: template.kind),
        follows: follows)
      if let lang = settings.lang, !lang.hasPrefix("en") {
        Page(world.output).say(.dim(Wording.notLookedAt(in: lang)))
      }
      if start.kind == .agreement { sayWhatIsInForce(documents, in: world) }
      if start.kind == .agreementReview { sayWhatWasAgreed(interview.state.tree, documents, in: world) }
      let session = Session(
        world: world, template: template, head: head, journal: journal, interview: interview)
      session.opening = start.opening
      session.sweepEdits()
      if !isPrivate, keepsTranscripts(world) {
        session.listen(
          to: start.command(for: client), at: now, reading: documents.compactMap { $0["id"]?.string })
      }
      return session
    } catch {
      throw .store(error)
    }
  }

  static func newID(of kind: Kind, on day: CivilDate, in world: World) throws(StoreProblem) -> DocumentID {
    while true {
      guard let id = DocumentID(of: kind, on: day, ending: world.ids.next()) else { continue }
      if try world.store.fingerprint(of: id) == nil { return id }
    }
  }

  private static func envelope(
    _ start: SessionStart, _ settings: Settings, _ head: SessionHead, _ documents: [JSON], in world: World
  ) throws(StoreProblem) -> JSON {
    var members: JSON.Members = [
      "schema": .string("attune/\(start.kind.rawValue)/1"), "id": .string(head.document.text),
      "kind": .string(start.kind.rawValue),
      "synthetic": .bool(start.isSynthetic), "clientRef": .string(head.client.text),
      "therapistRef": .string(settings.clinician ?? (start.isSynthetic ? "SYN-T1" : "T1")),
      "createdAt": .string(head.startedAt.description), "updatedAt": .string(head.startedAt.description),
      "sessionDate": .string(head.startedAt.date.description),
    ]
    members["sessionNumber"] = (start.session ?? number(of: start.kind, head, documents)).map { JSON($0) }
    members["mode"] = "inSession"
    members["status"] = "draft"
    members["recordClass"] = .string(start.kind.defaultRecordClass)
    if let lang = settings.lang, lang != "en" { members["lang"] = .string(lang) }
    members["related"] = .array(
      start.about.map { [["rel": .string(start.relation(to: $0)), "id": .string($0)]] } ?? [])
    if start.kind == .chain { addChain(start, settings, head, documents, to: &members) }
    if start.kind == .tibEvent || start.kind == .session {
      addLog(start, on: head.startedAt.date, documents, to: &members)
    }
    if start.kind == .reflection { addReflection(start, on: head.startedAt.date, documents, to: &members) }
    if start.kind == .accountability { addConversation(start, on: head.startedAt.date, documents, to: &members) }
    if start.kind == .agreement { addAgreement(in: world, to: &members) }
    if start.kind == .agreementReview { try addReview(start, head, documents, in: world, to: &members) }
    return .object(members)
  }

  /// What is logged belongs to the session of its day, where that has a number.
  private static func number(of kind: Kind, _ head: SessionHead, _ documents: [JSON]) -> Int? {
    let today = documents.filter { Envelope($0).sessionDate == head.startedAt.date }
    let isLogged = kind == .tibEvent || kind == .session
    return isLogged
      ? today.compactMap { Envelope($0).sessionNumber }.max() ?? Practice.nextSession(after: documents)
      : Practice.nextSession(after: documents)
  }

  /// What a chain begins with besides: earlier promises, and what earlier chains had in common with any.
  private static func addChain(
    _ start: SessionStart, _ settings: Settings, _ head: SessionHead, _ documents: [JSON],
    to members: inout JSON.Members
  ) {
    let open = Practice.openCommitments(in: documents)
    var related: [JSON] = []
    for (document, _) in open where !related.contains(["rel": "reviews", "id": .string(document)]) {
      related.append(["rel": "reviews", "id": .string(document)])
    }
    if start.about?.hasPrefix("tib-") ?? false { members["$aboutInterference"] = true }
    members["related"] = .array(related + (members["related"]?.array ?? []))
    let earlier = Practice.earlierCauses(in: documents)
    if !earlier.isEmpty { members["$earlier"] = .object(earlier) }
    let recent = Practice.recentTags(in: documents, before: head.startedAt.date)
    if !recent.isEmpty { members["$recent"] = .object(recent) }
    members["form"] = .string(start.form ?? settings.form)
    members["scale"] = .string(settings.scale)
    if !open.isEmpty {
      let priors = open.map { document, commitment -> JSON in
        ["ref": .string("\(document)#\(commitment["id"]?.string ?? "")"), "$text": commitment["text"] ?? ""]
      }
      members["orientation"] = ["priorCommitments": .array(priors)]
    }
  }

  // MARK: The client's code

  /// What is logged is of the one client there is, where there is one.
  private static func onlyClient(for kind: Kind, in world: World) throws(VerbFailure) -> String? {
    guard kind == .tibEvent || kind == .session else { return nil }
    do throws(StoreProblem) {
      let known = try Practice(store: world.store).clients()
      return known.count == 1 ? known[0].text : nil
    } catch {
      throw .store(error)
    }
  }

  /// The code that was given or is asked for. One not seen before is asked about once, where there is someone to ask.
  package static func askForClient(
    _ given: String?, includingPrivate: Bool = false, in world: World
  ) throws(VerbFailure) -> ClientCode? {
    let page = Page(world.output)
    if let given, ClientCode(given) == nil { throw .badClientCode(given) }
    var code = given.flatMap(ClientCode.init)
    while true {
      if code == nil {
        guard world.isAttended || world.lines.isInteractive || given == nil else { return nil }
        page.blank()
        page.say("For which client? A code, not a name, date of birth or initials plus birth year.", hang: 2)
        guard let text = try readWord(world) else { return nil }
        code = ClientCode(text)
        if code == nil {
          if !text.isEmpty { page.say(.dim(Wording.parts(.badClientCode(text)).1 ?? "")) }
          continue
        }
      }
      guard let candidate = code else { continue }
      if try isKnown(candidate, includingPrivate, in: world) || !world.isAttended { return candidate }
      guard let isRight = try confirmNew(candidate, page, world) else { return nil }
      if isRight { return candidate }
      code = nil
    }
  }

  private static func isKnown(
    _ code: ClientCode, _ includesPrivate: Bool, in world: World
  ) throws(VerbFailure) -> Bool {
    do throws(StoreProblem) {
      return try Practice(store: world.store).clients(includingPrivate: includesPrivate).contains(code)
    } catch {
      throw .store(error)
    }
  }

  private static func confirmNew(_ code: ClientCode, _ page: Page, _ world: World) throws(VerbFailure) -> Bool? {
    let known: [ClientCode]
    do throws(StoreProblem) { known = try Practice(store: world.store).clients() } catch { throw .store(error) }
    // In a practice that has no client yet there is none to be mistaken for another.
    if known.isEmpty { return true }
    page.say("New client \(code)?  y · n")
    if let near = nearest(code.text, among: known.map(\.text)) { page.say(.dim("hint: \(near) exists")) }
    while let text = try readWord(world) {
      switch text.lowercased() {
      case "", "y", "yes": return true
      case "n", "no": return false
      default: page.say(.dim("y or n."))
      }
    }
    return nil
  }

  /// One word; nothing when the input ended. `/crisis` works here too.
  private static func readWord(_ world: World) throws(VerbFailure) -> String? {
    while true {
      switch world.lines.readLine(LineRequest()) {
      case .line(let text):
        switch CommandLine(text) {
        case .command(.crisis, _):
          CrisisPage.show(in: world)
        case .command(.quit, _): return nil
        case .command, .unknown:
          Page(world.output).say(.dim("Here /crisis and /quit act; all others come with the first question."))
        case .answer: return text.trimmed
        }
      case .pasted(let text): return text.trimmed
      case .interrupt: throw .interrupted
      case .endOfInput, .hangUp: return nil
      }
    }
  }
}
