import Checks
import Documents
import Forms
import Interviews

/// A document that comes whole from a file, `--answers`: kept as it is given, with what is missing filled in.
package struct Answers {
  /// What became of it: its file, and the findings that kept it a draft.
  package struct Saved {
    package let file: DocumentFile
    package let stops: [Finding]
  }

  private let file: String
  private let kind: Kind
  package var client: String?
  package var session: Int?
  /// The document that it is written about.
  package var about: DocumentID?
  package var isSynthetic = false

  package init(file: String, kind: Kind) {
    self.file = file
    self.kind = kind
  }

  /// Saves the document. One that is there with the same content is no write; one with a finding that stops it is a
  /// draft.
  package func save(in world: World) throws(VerbFailure) -> Saved {
    var tree = try read(in: world)
    try check(tree)
    try address(&tree)
    let stored = try self.stored(tree, in: world)
    if kind == .agreement, tree["status"] == "active", Agreement(tree).isSigned {
      try Agreements(world).refuseRival(of: tree)
    }
    try fill(&tree, as: stored, in: world)
    let stops = isFinished(tree) ? Answers.stops(in: tree) : []
    if !stops.isEmpty { tree.apply(.set("status", "draft")) }
    if let stored, let id = Envelope(tree).id {
      guard stored.hasSameContent(as: tree), let file = try fileOf(id, in: world) else { throw .exists(id) }
      return Saved(file: file, stops: stops)
    }
    do throws(StoreProblem) {
      let file = try DocumentKeeping(world.store).save(tree)
      // A version that both have signed takes the place of the one before, however it came.
      if kind == .agreement {
        try Agreements(world).supersede(by: tree, at: .string(world.clock.now().description))
      }
      return Saved(file: file, stops: stops)
    } catch {
      throw .store(error)
    }
  }

  // MARK: What is given

  private func read(in world: World) throws(VerbFailure) -> JSON {
    let bytes: [UInt8]
    do throws(StoreProblem) { bytes = try world.readFile(file) } catch { throw .store(error) }
    let tree: JSON
    do throws(JSONProblem) { tree = try JSON(reading: bytes) } catch { throw .badAnswers(file: file, .isNoJSON(error)) }
    guard tree.object != nil else { throw .badAnswers(file: file, .isNoObject) }
    guard let found = tree["kind"]?.string else { throw .badAnswers(file: file, .hasNoKind) }
    guard found == kind.rawValue else { throw .badAnswers(file: file, .isOfKind(found)) }
    return tree
  }

  private func check(_ tree: JSON) throws(VerbFailure) {
    if kind == .measure, let misfit = Measures.misfit(in: tree) {
      throw .badAnswers(file: file, .doesNotFit(path: misfit.path, misfit.expected))
    }
    guard let template = BuiltIn.template(of: kind) else { return }
    let shape = DocumentShape(of: template, scale: tree["scale"] == "0-5" ? 5 : 100)
    if let problem = shape.problem(in: tree) {
      throw .badAnswers(file: file, .doesNotFit(path: problem.path, problem.expected))
    }
    // What two people sign is called by its id.
    if kind == .agreement, let twin = tree.firstTwin { throw .badAnswers(file: file, .hasTwins(path: twin)) }
  }

  private func isFinished(_ tree: JSON) -> Bool { ["complete", "active"].contains(tree["status"]?.string ?? "") }

  /// What must be settled first, or dismissed with a reason (spec 13.2).
  static func stops(in tree: JSON) -> [Finding] {
    let checked = Checked(tree, wording: BuiltIn.catalog().wording, catalog: BuiltIn.catalog())
    return Checks.findings(in: checked).filter { $0.severity == .stop }
  }

  // MARK: What is filled in

  /// Fills in what the command line says. What the file says otherwise is never changed.
  private func address(_ tree: inout JSON) throws(VerbFailure) {
    switch (tree.given("clientRef")?.string, client) {
    case (nil, let code?):
      guard ClientCode(code) != nil else { throw .badClientCode(code) }
      tree.place("clientRef", .string(code))
    case (let given?, let code?) where given != code:
      throw .usage("The file is of ‘\(given)’, not of ‘\(code)’.", hint: "Leave --client out, or give the file's own.")
    case (nil, nil): throw .usage("The file names no client.", hint: "Give one with --client CODE.")
    case (_?, _): break
    }
    if let session {
      let given = tree.given("sessionNumber")?.int
      guard given == nil || given == session else {
        throw .usage("The file is of another session than \(session).", hint: "Leave --session out.")
      }
      if given == nil { tree.place("sessionNumber", JSON(session)) }
    }
    if isSynthetic {
      guard tree.given("synthetic") != false else {
        throw .usage("The file says that it is no demonstration.", hint: "Leave --synthetic out.")
      }
      tree.place("synthetic", true)
    }
    if let about {
      let entry: JSON = ["rel": .string(kind == .reflection ? "about" : about.relation), "id": .string(about.text)]
      let related = tree["related"]?.array ?? []
      if !related.contains(where: { $0["id"] == entry["id"] }) { tree.place("related", .array(related + [entry])) }
    }
  }

  /// Fills in what an envelope needs. Where the document is there already, what was filled in then is taken again, so
  /// that the same file is the same content on another day.
  private func fill(_ tree: inout JSON, as stored: JSON?, in world: World) throws(VerbFailure) {
    let now = world.clock.now()
    let settings = try Settings(from: world.store)
    let day = kind == .measure ? tree.given("on") : nil
    let standard: [(String, JSON)] = [
      ("schema", .string("attune/\(kind.rawValue)/1")), ("synthetic", false),
      ("therapistRef", .string(settings.clinician ?? "T1")), ("createdAt", .string(now.description)),
      ("updatedAt", .string(now.description)), ("sessionDate", day ?? .string(now.date.description)),
      ("mode", kind == .reflection ? "therapistOnly" : "inSession"),
      ("status", kind == .measure ? "complete" : "draft"), ("recordClass", .string(kind.defaultRecordClass)),
    ]
    for (key, value) in standard where tree.given(key) == nil { tree.place(key, stored?.given(key) ?? value) }
    guard tree.given("id") == nil else { return }
    do throws(StoreProblem) {
      let made = Envelope(tree).createdAt?.date ?? now.date
      while true {
        guard let id = DocumentID(of: kind, on: made, ending: world.ids.next()) else { continue }
        if try world.store.fingerprint(of: id) == nil { return tree.place("id", .string(id.text)) }
      }
    } catch {
      throw .store(error)
    }
  }

  // MARK: What is there

  private func stored(_ tree: JSON, in world: World) throws(VerbFailure) -> JSON? {
    guard let id = Envelope(tree).id else { return nil }
    do throws(StoreProblem) { return try world.store.load(id, includingPrivate: true) } catch { throw .store(error) }
  }

  private func fileOf(_ id: DocumentID, in world: World) throws(VerbFailure) -> DocumentFile? {
    do throws(StoreProblem) { return try world.store.documents(includingPrivate: true).first { $0.id == id } } catch {
      throw .store(error)
    }
  }
}

extension DocumentID {
  /// How a document that is written about this one is related to it.
  package var relation: String { text.hasPrefix("tib-") ? "target" : "about" }
}

extension JSON {
  /// The first element of a list that another before it has the id of; how documents are related is no list of ids.
  fileprivate var firstTwin: Path? {
    switch self {
    case .object(let members):
      for (key, member) in members where key != "related" {
        if let twin = member.firstTwin { return Path([key] + twin.steps) }
      }
    case .array(let elements):
      var known: Set<String> = []
      for element in elements {
        if let id = element["id"]?.string, !id.isEmpty, !known.insert(id).inserted { return Path([id]) }
      }
    case .null, .bool, .number, .string: break
    }
    return nil
  }

  /// What is said under a key: `null` and the empty text say nothing (spec 2.3).
  fileprivate func given(_ key: String) -> JSON? { self[key].flatMap { $0.isAbsent ? nil : $0 } }

  /// Puts a field of the envelope behind the one that comes before it in a document; what is there already stays where
  /// it stands.
  fileprivate mutating func place(_ key: String, _ value: JSON) {
    guard var members = object else { return }
    if members[key] == nil {
      let before = Envelope.keys.prefix { $0 != key }.last { members[$0] != nil }
      let position = before.flatMap { members.keys.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      var placed = members.prefix(position).map { ($0.key, $0.value) }
      placed.append((key, value))
      placed += members.dropFirst(position).map { ($0.key, $0.value) }
      self = .object(Members(placed, uniquingKeysWith: { first, _ in first }))
    } else {
      members[key] = value
      self = .object(members)
    }
  }

  /// Whether it says the same; in which order the keys of an object stand says nothing.
  fileprivate func hasSameContent(as other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let mine), .object(let theirs)):
      mine.count == theirs.count
        && mine.allSatisfy { member in theirs[member.key].map(member.value.hasSameContent) ?? false }
    case (.array(let mine), .array(let theirs)):
      mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.hasSameContent(as: $1) }
    case (_, _): self == other
    }
  }
}
