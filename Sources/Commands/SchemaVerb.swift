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
    guard let template = named else {
      let known = "Known: \(BuiltIn.kinds.map(\.rawValue).joined(separator: ", "))."
      throw .usage("There is no schema of ‘\(kind)’.", hint: known)
    }
    world.output.put(jsonSchema(of: template).harmlessText)
    return 0
  }
}
