import ArgumentParser
import Documents
import Sessions

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
    let isJSON = try isJSON(format)
    if let client, ClientCode(client) == nil { throw .badClientCode(client) }
    let rows = try DocumentList(world.store).rows(
      client: client.flatMap(ClientCode.init), includingPrivate: includesPrivate)
    if isJSON {
      world.output.put(JSON.array(rows.map(\.json)).harmlessText)
      return 0
    }
    if rows.isEmpty { Page(world.output).say("No documents yet.") }
    for row in rows { world.output.say(row.line) }
    return 0
  }
}
