import ArgumentParser
import Documents
import Interviews
import Sessions

/// `attune list`: the documents of the practice in plain columns.
struct ListVerb: Verb {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The documents of the practice.")
  @OptionGroup var common: CommonOptions
  @ArgumentParser.Option(help: ArgumentHelp("Only this client's.", valueName: "code"))
  var client: String?
  @ArgumentParser.Option(help: ArgumentHelp("Only of this kind.", valueName: "kind"))
  var kind: String?
  @ArgumentParser.Option(help: ArgumentHelp("Only those that stand so: draft, complete, void, …", valueName: "status"))
  var status: String?
  @ArgumentParser.Option(help: ArgumentHelp("From this day on.", valueName: "day"))
  var since: String?
  @ArgumentParser.Option(help: ArgumentHelp("Up to this day.", valueName: "day"))
  var until: String?
  @ArgumentParser.Option(help: ArgumentHelp("For people or for programs.", valueName: "text|json"))
  var format: String?
  @Flag(name: .customLong("private"), help: "Private documents too.")
  var includesPrivate = false

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let isJSON = try isJSON(format)
    let rows = try DocumentList(world.store).rows(filter(in: world), includingPrivate: includesPrivate)
    if isJSON {
      world.output.put(JSON.array(rows.map(\.json)).harmlessText)
      return 0
    }
    let page = Page(world.output)
    let isFiltered = [client, kind, status, since, until].contains { $0 != nil }
    if rows.isEmpty { page.say(isFiltered ? "There are no such documents." : "No documents yet.") }
    for row in rows { page.say(row.line, hang: 4) }
    return 0
  }

  private func filter(in world: World) throws(VerbFailure) -> DocumentList.Filter {
    var filter = DocumentList.Filter()
    if let client {
      guard let code = ClientCode(client) else { throw .badClientCode(client) }
      filter.client = code
    }
    if let kind {
      filter.kind = Kind(spoken: kind)
      if filter.kind == nil { _ = try word(kind, "kind", of: Kind.allCases.map(\.rawValue)) }
    }
    if let status { filter.status = try word(status, "status", of: DocumentList.statuses) }
    filter.since = try namedDay(since, in: world)
    filter.until = try namedDay(until, in: world)
    return filter
  }

  private func word(_ typed: String, _ what: String, of known: [String]) throws(VerbFailure) -> String {
    if known.contains(typed) { return typed }
    let near = nearest(typed, among: known).map { "Did you mean ‘\($0)’?" }
    throw .usage("There is no \(what) ‘\(typed)’.", hint: near ?? "Known: \(known.joined(separator: ", ")).")
  }
}
