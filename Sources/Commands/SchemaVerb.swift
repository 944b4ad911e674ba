import ArgumentParser
import Documents
import Exchange
import Forms
import Interviews
import Sessions

/// `attune schema`: the JSON Schema of a kind of document, for other programs.
struct SchemaVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The JSON Schema of a kind of document.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("What kind of document.", valueName: "kind"))
  var kind: String

  var needsPractice: Bool { false }

  func run(in world: World) throws(VerbFailure) -> Int32 {
    let named = BuiltIn.template(kind) ?? Kind(rawValue: kind).flatMap(BuiltIn.template(of:))
    let schema = named.map { jsonSchema(of: $0) } ?? Kind(rawValue: kind).flatMap { jsonSchema(formless: $0) }
    guard let schema else {
      let known = Kind.allCases.map(\.rawValue)
      let near = nearest(kind, among: known).map { "Did you mean ‘\($0)’?" }
      throw .usage("There is no schema of ‘\(kind)’.", hint: near ?? "Known: \(known.joined(separator: ", ")).")
    }
    world.output.put(schema.harmlessText)
    return 0
  }
}
