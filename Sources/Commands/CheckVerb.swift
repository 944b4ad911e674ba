import ArgumentParser
import Checks
import Documents
import Forms
import Insights
import Sessions

/// `attune check`: what is worth a second look in documents, for people and for programs (spec 13).
struct CheckVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What is worth a second look in documents.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("JSON files.", valueName: "file"))
  var files: [String] = []
  @ArgumentParser.Option(help: ArgumentHelp("All documents of this client.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("The day from which is looked; today unless said.", valueName: "date"))
  var on: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(help: "What was dismissed too.")
  var dismissed = false
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  var needsPractice: Bool { files.isEmpty }

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let today = world.clock.now().date
    guard let day = on.map({ CivilDate($0) }) ?? today else {
      throw .usage("‘\(on ?? "")’ is no date.", hint: "For example 2026-02-09")
    }
    let found = try documents(in: world).sorted { $0.file < $1.file }
    let together = SetOfDocuments(found.map(\.tree), on: day).findings
    let looks = found.enumerated().map { position, document in
      Look(
        file: document.file, document: document.tree, on: day,
        together: together.filter { $0.position == position }.map(\.finding))
    }
    if isJSON {
      let rows = looks.flatMap { look in look.shown(includingDismissed: dismissed).map(look.row) }
      world.output.put(JSON.array(rows).harmlessText)
    } else {
      say(looks, in: world)
    }
    return looks.contains(where: \.asksForMending) ? 1 : 0
  }

  private func say(_ looks: [Look], in world: World) {
    let page = Page(world.output)
    let found = looks.filter { !$0.shown(includingDismissed: dismissed).isEmpty }
    if found.isEmpty { page.say("Nothing was found.") }
    for look in found {
      if looks.count > 1 { page.say(.strong(look.file)) }
      for finding in look.shown(includingDismissed: dismissed) {
        page.say(Wording.line(finding) + (look.standing.contains(finding) ? "" : "   (dismissed)"), hang: 4)
      }
    }
  }

  // MARK: The documents

  private func documents(in world: World) throws(VerbFailure) -> [(file: String, tree: JSON)] {
    switch (files.isEmpty, client) {
    case (true, nil), (false, _?):
      throw .usage("check takes files, or --client CODE.", hint: "attune check chain.json")
    case (false, nil):
      var found: [(file: String, tree: JSON)] = []
      for file in files where !found.contains(where: { $0.file == file }) {
        found.append((file, try read(file, in: world)))
      }
      return found
    case (true, let code?):
      guard let client = ClientCode(code) else { throw .badClientCode(code) }
      let found = try documents(of: client, in: world)
      if found.isEmpty { throw .noClient(client) }
      return found
    }
  }

  private func read(_ file: String, in world: World) throws(VerbFailure) -> JSON {
    let bytes: [UInt8]
    do throws(StoreProblem) {
      if let id = DocumentID(file), let tree = try world.store.load(id, includingPrivate: includesPrivate) {
        return tree
      }
      bytes = try world.readFile(file)
    } catch { throw .store(error) }
    let tree: JSON
    do throws(JSONProblem) { tree = try JSON(reading: bytes) } catch {
      throw .notChecked(file: file, .isNoJSON(error))
    }
    guard tree.object != nil else { throw .notChecked(file: file, .isNoObject) }
    guard let kind = tree["kind"]?.string else { throw .notChecked(file: file, .hasNoKind) }
    guard Kind(rawValue: kind) != nil else { throw .notChecked(file: file, .isOfKind(kind)) }
    return tree
  }

  /// Those of a client; as if nothing private were there, unless that is asked for.
  private func documents(
    of client: ClientCode, in world: World
  ) throws(VerbFailure) -> [(file: String, tree: JSON)] {
    do throws(StoreProblem) {
      var found: [(file: String, tree: JSON)] = []
      for file in try world.store.documents(of: client, includingPrivate: includesPrivate) {
        if let tree = try world.store.load(file.id, includingPrivate: includesPrivate) {
          found.append((file.path, tree))
        }
      }
      return found
    } catch {
      throw .store(error)
    }
  }
}

/// A document with what is found in it.
private struct Look {
  let file: String
  /// What was not dismissed.
  let standing: [Finding]
  private let all: [Finding]

  /// `together` is what only a look at several documents shows of this one.
  init(file: String, document: JSON, on day: CivilDate, together: [Finding]) {
    self.file = file
    let checked = Checked(
      document, wording: BuiltIn.catalog().wording, catalog: BuiltIn.catalog(), on: day)
    let own = Checks.findings(in: checked, includingDismissed: true)
    // One finding a check and a place.
    let others = together.filter { other in !own.contains { $0.check == other.check && $0.path == other.path } }
    all = (own + others).sorted(by: Finding.order)
    standing = all.filter { !Checks.isDismissed($0, in: document) }
  }

  var asksForMending: Bool { standing.contains { $0.severity != .consider } }

  func shown(includingDismissed: Bool) -> [Finding] { includingDismissed ? all : standing }

  func row(_ finding: Finding) -> JSON {
    [
      "file": .string(file), "check": .string(finding.check), "severity": .string(finding.severity.rawValue),
      "path": .string(finding.path.description), "message": .string(finding.message),
    ]
  }
}
