import Documents
import Forms

/// A document as checks read it: values as they are, states heeded, what is of another type absent.
package struct Checked {
  package let tree: JSON
  package let wording: WordingLists
  package let catalog: Catalog
  /// The day from which is looked; without one nothing is overdue.
  package let today: CivilDate?

  package init(_ tree: JSON, wording: WordingLists, catalog: Catalog, on today: CivilDate? = nil) {
    self.tree = tree
    self.wording = wording
    self.catalog = catalog
    self.today = today
  }

  var kind: Kind? { tree["kind"]?.string.flatMap { Kind(rawValue: $0) } }

  /// The question that a missing-links analysis stopped at, as it says itself.
  var stoppedAt: Path? { kind == .missingLinks ? MissingLinks(tree).stoppedMember.map { Path($0) } : nil }

  /// Whether wording is looked at: the lists are English.
  var isEnglish: Bool { (tree["lang"]?.string ?? "en").lowercased().hasPrefix("en") }

  func text(_ path: Path) -> String? {
    guard let text = tree[path]?.string, !text.trimmed.isEmpty else { return nil }
    return text
  }

  func int(_ path: Path) -> Int? { tree[path]?.int }

  /// A date, time or moment that is one; anything else is absent.
  func day(_ path: Path) -> CivilDate? { tree[path]?.string.flatMap { CivilDate($0.prefix(10)) } }
  func moment(_ path: Path) -> Moment? { tree[path]?.string.flatMap { Moment($0) } }

  /// Whether something absent at a path was answered with a state there or over it. `later` counts in a draft.
  func isAnsweredWithState(_ path: Path) -> Bool {
    let states = tree["fieldStates"]?.object ?? [:]
    var here = path
    while !here.isRoot {
      switch states[here.description]?.string {
      case "unknown", "declined", "notApplicable", "noneIdentified": return true
      case "later": if tree["status"] == "draft" { return true }
      default: break
      }
      here = here.parent
    }
    return false
  }

  /// The elements of a list that are objects, each with the path that names it.
  func elements(_ list: Path) -> [Element] {
    (tree[list]?.array ?? []).enumerated().compactMap { index, element in
      guard element.object != nil else { return nil }
      let id = element["id"]?.string
      return Element(tree: element, path: list.appending(id ?? String(index + 1)), id: id)
    }
  }

  struct Element {
    let tree: JSON
    let path: Path
    let id: String?

    subscript(_ key: String) -> JSON? { tree[key] }
    func text(_ key: String) -> String? {
      guard let text = tree[key]?.string, !text.trimmed.isEmpty else { return nil }
      return text
    }
  }

  // MARK: A chain's parts

  var links: [Element] { elements("links") }
  var solutions: [Element] { elements("solutions") }
  var chosen: [Element] { solutions.filter { $0["chosen"] == true } }
  var isShort: Bool { tree["form"] == "short" }

  /// An intensity of the document's own scale on 0–100.
  func converted(_ value: Int) -> Int { tree["scale"] == "0-5" ? value * 20 : value }
}

extension String {
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }

  /// Words parted by white space.
  var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
