import Documents
import Forms

extension Session {
  /// A built-in template, one of the practice's, or a file that was named. A tree comes with what is not built in.
  static func findTemplate(
    _ name: String, of kind: Kind, in world: World
  ) throws(VerbFailure) -> (template: Template, tree: JSON?, name: String) {
    let found = try findTemplate(name, in: world)
    guard found.template.kind == kind else {
      let verb = found.template.kind.verb.joined(separator: " ")
      throw .usage("‘\(name)’ asks for \(found.template.kind.noun).", hint: "attune \(verb) --template \(name)")
    }
    return found
  }

  private static func findTemplate(
    _ name: String, in world: World
  ) throws(VerbFailure) -> (template: Template, tree: JSON?, name: String) {
    if let found = try OwnTemplate(named: name, in: world) {
      let report = TemplateReport(reading: found.bytes)
      guard let (template, tree) = report.template else {
        throw .badTemplateFile(found.file, report.findings, isLint: false)
      }
      return (template, tree, name)
    }
    guard let template = BuiltIn.template(name) else {
      throw .unknownTemplate(name, known: try OwnTemplate.names(in: world))
    }
    return (template, nil, name)
  }
}

/// A question set of the practice's own, or one in a file that was named.
package struct OwnTemplate {
  package let file: String
  package let bytes: [UInt8]

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  package init(file: String, in world: World) throws(VerbFailure) {
    do throws(StoreProblem) { self.init(file: file, bytes: try world.readFile(file)) } catch { throw .store(error) }
  }

  /// What looks like a path is a file; a name alone lies in the practice's folder `Templates`, or is none of one's own.
  package init?(named name: String, in world: World) throws(VerbFailure) {
    if name.hasSuffix(".yaml") || name.contains("/") {
      try self.init(file: name, in: world)
      return
    }
    let found: [UInt8]?
    do throws(StoreProblem) { found = try world.store.file("Templates/\(name).yaml") } catch { throw .store(error) }
    guard let found else { return nil }
    self.init(file: "\(world.store.place)/Templates/\(name).yaml", bytes: found)
  }

  /// The names of those in the practice.
  package static func namesOfThePractice(in world: World) throws(VerbFailure) -> [String] {
    do throws(StoreProblem) {
      return try world.store.files(in: "Templates").filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    } catch {
      throw .store(error)
    }
  }

  /// Every name that there is, the built-in ones first.
  package static func names(in world: World) throws(VerbFailure) -> [String] {
    let builtIn = BuiltIn.templateNames
    return builtIn + (try namesOfThePractice(in: world)).filter { !builtIn.contains($0) }
  }
}
