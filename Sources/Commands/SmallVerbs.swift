import ArgumentParser
import Console
import Documents
import Forms
import Sessions

/// `attune crisis`: crisis resources, with no practice, no question and no record.
struct CrisisVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "crisis", abstract: "Crisis resources.")
  @OptionGroup var common: CommonOptions

  func run(in world: World) -> Int32 {
    for line in CrisisPage.lines(BuiltIn.crisisSet()) { Page(world.output).say(line.text, .strong, hang: 4) }
    return 0
  }
}

/// `quit`, at `attune>`; on the command line there is nothing to leave.
struct QuitVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "quit", abstract: "Leaves attune.")
  @OptionGroup var common: CommonOptions

  func run(in world: World) -> Int32 { 0 }
}

/// `attune list`: the documents of the practice in plain columns.
struct ListVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The documents of the practice.")
  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let format, !["text", "json"].contains(format) {
      throw .usage("There is no format ‘\(format)’.", hint: "text or json.")
    }
    if let client, ClientCode(client) == nil { throw .badClientCode(client) }
    let rows = try DocumentList(world.store).rows(
      client: client.flatMap(ClientCode.init), includingPrivate: includesPrivate)
    if format == "json" {
      world.output.put(JSON.array(rows.map(\.json)).pretty)
      return 0
    }
    let page = Page(world.output)
    if rows.isEmpty { page.say("No documents yet.") }
    for row in rows { world.output.say(row.line) }
    return 0
  }
}

extension JSON {
  /// The document as it is saved, with what a terminal would obey written as escapes: a program reads the same values.
  fileprivate var harmlessText: String {
    pretty.unicodeScalars.reduce(into: "") { text, scalar in
      let isSafe = scalar == "\n" || harmless(String(scalar)) == String(scalar)
      if isSafe || scalar.value > 0xFFFF {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
}

/// `attune show`: a document as people or programs read it.
struct ShowVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "A document, by its id or its file.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("An id, or the path of a JSON file.", valueName: "id|file"))
  var document: String
  @ArgumentParser.Option(help: ArgumentHelp("Markdown or JSON.", valueName: "md|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    if let format, !["md", "json"].contains(format) {
      throw .usage("There is no format ‘\(format)’.", hint: "md or json.")
    }
    let tree = try find(in: world)
    world.output.put(format == "json" ? tree.harmlessText : harmless(DocumentKeeping.markdown(tree)))
    return 0
  }

  private func find(in world: World) throws(VerbFailure) -> JSON {
    do throws(StoreProblem) {
      if let id = DocumentID(document), let tree = try world.store.load(id, includingPrivate: includesPrivate) {
        return tree
      }
      if document.contains("/") || document.hasSuffix(".json") {
        let bytes = try world.readFile(document)
        do throws(JSONProblem) { return try JSON(reading: bytes) } catch {
          throw .unreadable(path: document, error)
        }
      }
      let known = try world.store.documents(includingPrivate: includesPrivate).map(\.id.text)
      throw .notFound(name: nearestHint(known) ?? document)
    } catch {
      if case .notFound(let name) = error, name != document {
        throw .notFound(document, hint: "Did you mean ‘\(name)’?")
      }
      if case .notFound = error { throw .notFound(document, hint: nil) }
      throw .store(error)
    }
  }

  private func nearestHint(_ known: [String]) -> String? { nearestName(document, among: known) }
}
