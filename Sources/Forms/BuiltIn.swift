import Documents
import Synchronization

/// What comes with the program: the files of `Templates/`, decoded when they are first wanted.
package enum BuiltIn {
  package static var templateNames: [String] {
    [
      "chain", "missing", "agreement",
      "agreement-review",
      "log", "session",
      "talk",
      "reflect",
    ]
  }

  /// Forms that change a document that is there, and have no variants of one's own.
  private static let further = ["amendment"]

  /// The built-in template of a kind of document; nothing where there is none.
  package static func template(of kind: Kind) -> Template? { kind.templateName.flatMap(template) }

  /// The kinds of documents that there is a built-in template for.
  package static var kinds: [Kind] { Kind.allCases.filter { $0.templateName != nil } }

  /// A built-in template as it is written in `Templates/`, with its comments.
  package static func source(_ name: String) -> String? {
    templateNames.contains(name) ? EmbeddedTemplates.source(name) : nil
  }

  /// The tree of a built-in file, or nothing when there is none of that name.
  package static func tree(_ name: String) -> JSON? {
    guard let text = EmbeddedTemplates.text(name) else { return nil }
    do { return try JSON(reading: Array(text.utf8)) } catch { return nil }
  }

  /// A built-in template, decoded once. A test holds that each one reads.
  package static func template(_ name: String) -> Template? {
    guard (templateNames + further).contains(name) else { return nil }
    return decoded.withLock { decoded in
      if let template = decoded[name] { return template }
      guard let tree = tree(name) else { return nil }
      do { decoded[name] = try Template(tree) } catch { return nil }
      return decoded[name]
    }
  }

  private static let decoded = Mutex<[String: Template]>([:])

  package static func catalog() -> Catalog { decodedCatalog }

  private static let decodedCatalog = Catalog(tree)

  package static func crisisSet() -> CrisisSet { CrisisSet(tree("crisis") ?? [:]) }
}
