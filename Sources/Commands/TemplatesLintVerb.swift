import ArgumentParser
import Documents
import Forms
import Sessions

/// `attune templates lint`: whether a question set of one's own reads, and all that is wrong with it.
struct TemplatesLintVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Whether a question set of your own reads, and what is wrong with it.")
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("Files, or names of those in the practice.", valueName: "file"))
  var files: [String]

  var needsPractice: Bool { false }

  func run(in world: World) throws(VerbFailure) -> Int32 {
    var code: Int32 = 0
    for name in files {
      let report: TemplateReport
      let file: String
      if let own = try OwnTemplate(named: name, in: world) {
        (report, file) = (TemplateReport(reading: own.bytes), own.file)
      } else {
        (report, file) = (TemplateReport(reading: try OwnTemplate(file: name, in: world).bytes), name)
      }
      if let (template, _) = report.template {
        let questions = template.sections.map(\.questions.count).reduce(0, +)
        world.output.put("\(name): \(template.sections.count) sections, \(questions) questions, nothing wrong.\n")
      } else {
        code = 65
        complain(.badTemplateFile(file, report.findings, isLint: true), in: world)
      }
    }
    return code
  }
}
