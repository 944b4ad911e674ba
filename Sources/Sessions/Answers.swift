import Documents
import Forms
import Interviews

/// A document that comes whole from a file, `--answers`: kept as it is given, with what is missing filled in.
package struct Answers {
  private let file: String
  private let client: String?
  private let kind: Kind
  private let isSynthetic: Bool

  package init(file: String, client: String?, kind: Kind, isSynthetic: Bool) {
    self.file = file
    self.client = client
    self.kind = kind
    self.isSynthetic = isSynthetic
  }

  /// Saves the document. One that is there with the same content is no write; `isHeldBack` says that it was saved as a
  /// draft since the safety gate is open.
  package func save(in world: World) throws(VerbFailure) -> (file: DocumentFile, isHeldBack: Bool) {
    var tree = try read(in: world)
    try fill(&tree, in: world)
    try check(tree)
    let isHeldBack =
      kind == .chain && ["complete", "active"].contains(tree["status"]?.string ?? "")
      && ChainAnalysis(tree).safetyGateIsOpen
    if isHeldBack { tree.apply(.set("status", "draft")) }
    do throws(StoreProblem) {
      if let id = Envelope(tree).id, let there = try world.store.load(id, includingPrivate: true) {
        guard there == tree else { throw .inUse(name: id.text) }
      }
      return (try DocumentKeeping(world.store).save(tree), isHeldBack)
    } catch {
      if case .inUse(let name) = error, let id = DocumentID(name) { throw .exists(id) }
      throw .store(error)
    }
  }

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

  /// Fills in what an envelope needs; what is given is never changed.
  private func fill(_ tree: inout JSON, in world: World) throws(VerbFailure) {
    switch (tree["clientRef"]?.string, client) {
    case (nil, let code?): tree.apply(.set("clientRef", .string(code)))
    case (let given?, let code?) where given != code:
      throw .usage("The file is of ‘\(given)’, not of ‘\(code)’.", hint: "Leave --client out, or give the file's own.")
    case (nil, nil): throw .usage("The file names no client.", hint: "Give one with --client CODE.")
    case (_?, _): break
    }
    guard let code = tree["clientRef"]?.string, ClientCode(code) != nil else {
      throw .badClientCode(tree["clientRef"]?.string ?? "")
    }
    let now = world.clock.now()
    let settings = try Settings(from: world.store)
    let standard: [(String, JSON)] = [
      ("schema", .string("attune/\(kind.rawValue)/1")), ("synthetic", .bool(isSynthetic)),
      ("therapistRef", .string(settings.clinician ?? "T1")), ("createdAt", .string(now.description)),
      ("updatedAt", .string(now.description)), ("sessionDate", .string(now.date.description)), ("mode", "inSession"),
      ("status", "draft"), ("recordClass", "clinicalRecord"),
    ]
    let before = tree
    for (key, value) in standard where tree[key]?.isAbsent ?? true { tree.apply(.set(Path([key]), value)) }
    if tree["id"]?.isAbsent ?? true {
      do throws(StoreProblem) {
        let made = Envelope(tree).createdAt?.date ?? now.date
        while true {
          guard let id = DocumentID(of: kind, on: made, ending: world.ids.next()) else { continue }
          if try world.store.fingerprint(of: id) == nil {
            tree.apply(.set("id", .string(id.text)))
            break
          }
        }
      } catch {
        throw .store(error)
      }
    }
    guard Envelope(tree).id != nil else {
      throw .badAnswers(file: file, .isWrongType(path: "id", wants: "an id of small letters, digits and -"))
    }
    // Only where something was filled in are keys brought into their order.
    if tree != before, before["schema"] == nil { tree = Closing.ordered(tree) }
  }

  private func check(_ tree: JSON) throws(VerbFailure) {
    guard let template = BuiltIn.template(kind.rawValue) else { return }
    let shape = DocumentShape(of: template, scale: tree["scale"] == "0-5" ? 5 : 100)
    guard let problem = shape.problem(in: tree) else { return }
    let path = problem.path.description
    switch problem.expected {
    case .int(let range): throw .badAnswers(file: file, .isOutOfRange(path: path, range))
    case .word(let words, _), .words(let words, _): throw .badAnswers(file: file, .isNotAWord(path: path, of: words))
    case .text: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a text"))
    case .bool: throw .badAnswers(file: file, .isWrongType(path: path, wants: "true or false"))
    case .number: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a number"))
    case .date: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a date, yyyy-mm-dd,"))
    case .moment: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a date, or a time with its offset,"))
    case .time: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a time, hh:mm,"))
    case .object: throw .badAnswers(file: file, .isWrongType(path: path, wants: "an object"))
    case .list: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a list"))
    case .texts: throw .badAnswers(file: file, .isWrongType(path: path, wants: "a list of texts"))
    }
  }
}
