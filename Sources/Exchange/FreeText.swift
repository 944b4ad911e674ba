import Documents
import Forms

/// Words that somebody typed in their own way: where they stand, and what they are. A name may stand in them.
package struct FreeText: Hashable, Sendable {
  package let path: Path
  package let text: String

  /// All of a document, in its order: every text that is no word of a list, no day, no time and no id.
  package static func all(in document: JSON) -> [FreeText] {
    let template = Envelope(document).kind.flatMap { BuiltIn.template(of: $0) }
    let shape = template.map { DocumentShape(of: $0, scale: 100).root }
    var found: [FreeText] = []
    for (key, value) in document.object ?? [:] where !known.contains(key) {
      collect(value, at: Path([key]), shape?.member(key), into: &found)
    }
    return found
  }

  /// The fields of the envelope, and what is keyed by paths or is no part of a copy.
  private static let known = Set(
    Envelope.keys + ["lang", "form", "scale", "fieldStates", "notes", "dismissals", "answeredBy", "checkAgain"])

  /// Fields whose text names another part of a document.
  private static let references: Set = [
    "id", "ref", "solutionRefs", "repairRef", "clause", "countsUnder", "supersedes", "sha256", "agreementRef", "skill",
    "crisisResourceSet", "modes", "proposedBy",
  ]

  private static func collect(_ value: JSON, at path: Path, _ shape: ShapeNode?, into found: inout [FreeText]) {
    switch value {
    case .string(let text):
      guard !text.allSatisfy(\.isWhitespace), !references.contains(path.last), !isData(text, shape?.expected) else {
        return
      }
      found.append(FreeText(path: path, text: text))
    case .array(let elements):
      guard !references.contains(path.last) else { return }
      for (index, element) in elements.enumerated() {
        let name = element["id"]?.string ?? String(index + 1)
        if case .words = shape?.expected { continue }
        collect(element, at: path.appending(name), shape?.element, into: &found)
      }
    case .object(let members):
      for (key, member) in members where key.first != "$" {
        collect(member, at: path.appending(key), shape?.member(key), into: &found)
      }
    case .null, .bool, .number: break
    }
  }

  private static func isData(_ text: String, _ expected: DocumentShape.Expectation?) -> Bool {
    switch expected {
    case .word, .words, .date, .time, .instant, .moment, .dateOrNo, .code, .id, .language, .bool, .number, .int,
      .object,
      .list:
      true
    case .text, .texts, nil: CivilDate(text) != nil || Moment(text) != nil || TimeOfDay(text) != nil
    }
  }
}

extension ShapeNode {
  fileprivate func member(_ name: String) -> ShapeNode? { members.first { $0.name == name }?.node ?? value }
}

extension JSON {
  /// The document with other words where these stand.
  package func replacing(_ texts: [String: String]) -> JSON {
    if texts.isEmpty { return self }
    var tree = self
    for free in FreeText.all(in: self) {
      if let words = texts[free.text] { tree.apply(.set(free.path, .string(words))) }
    }
    return tree
  }
}
