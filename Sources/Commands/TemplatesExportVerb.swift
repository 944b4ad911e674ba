import ArgumentParser
import Documents
import Forms
import Interviews
import Sessions

/// `attune templates export`: a built-in question set as it is written, to be changed by hand.
struct TemplatesExportVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "A built-in question set as it is written, to make your own of.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
  var name: String
  @ArgumentParser.Option(help: ArgumentHelp("A new file to write it to.", valueName: "file"))
  var out: String?

  var needsPractice: Bool { false }

  func run(in world: World) throws(VerbFailure) -> Int32 {
    guard let source = BuiltIn.source(name) else { throw .unknownTemplate(name, known: BuiltIn.templateNames) }
    guard let out else {
      world.output.put(source)
      return 0
    }
    let isNew: Bool
    do throws(StoreProblem) { isNew = try world.writeFile(out, Array(source.utf8)) } catch { throw .store(error) }
    guard isNew else { throw .fileExists(out) }
    world.output.put(out + "\n")
    return 0
  }
}
