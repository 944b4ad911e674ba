import Console
import Documents
import Exchange

/// Two documents, or two revisions of one, and what they say differently.
package struct DifferencePage {
  /// A document with how it is called: `chain-20260204-cedar1@2` where a revision is meant.
  package struct Side {
    package let name: String
    package let tree: JSON
  }

  private let world: World
  private let includesPrivate: Bool

  package init(_ world: World, includingPrivate: Bool) {
    self.world = world
    includesPrivate = includingPrivate
  }

  /// The two that are named. With one name alone it is the revision before that it is compared with; nothing when there
  /// is none.
  package func sides(_ first: String, _ second: String?) throws(VerbFailure) -> (Side, Side)? {
    let one = try side(first)
    if let second { return (one, try side(second)) }
    guard let (id, number) = try revision(first) else {
      throw .usage("Two files are wanted.", hint: "A document of the practice is compared with its revision before.")
    }
    if number == 1 { return nil }
    return (try side("\(id)@\(number - 1)"), one)
  }

  package func say(_ differences: [DocumentDifference], _ old: Side, _ new: Side) {
    let page = Page(world.output)
    page.say(.accent("\(old.name) → \(new.name)"))
    if differences.isEmpty { page.say("They say the same.") }
    for difference in differences {
      let place = PlainWords.place(difference.path)
      switch difference {
      case .changed(_, let from, let to):
        page.say(.dim("\(place): ") + changed(from, to), hang: 4)
      case .added(_, let element): page.say(.dim("\(place) added: ") + .strong(PlainWords.value(element)), hang: 4)
      case .takenOut(_, let element): page.say(.dim("\(place) taken out: ") + said(PlainWords.value(element)), hang: 4)
      case .moved(_, let from, let to): page.say(.dim("\(place) moved: ") + .strong("place \(from) → \(to)"), hang: 4)
      }
    }
  }

  private func changed(_ from: JSON?, _ to: JSON?) -> StyledLine {
    said(PlainWords.value(from)) + .dim(" → ") + .strong(PlainWords.value(to))
  }

  private func said(_ text: String) -> StyledLine { StyledLine(text) }

  // MARK: Finding

  private func side(_ name: String) throws(VerbFailure) -> Side {
    let finder = DocumentFinder(world, includingPrivate: includesPrivate)
    guard name.contains("@"), !name.contains("/"), let (id, number) = try revision(name) else {
      return Side(name: name, tree: try finder.read(name))
    }
    let current = try finder.document(id.text).tree
    do throws(StoreProblem) {
      let earlier = try world.store.revisions(of: id, includingPrivate: includesPrivate)
      if number == (earlier.last ?? 0) + 1 { return Side(name: name, tree: current) }
      if let tree = try world.store.load(id, revision: number, includingPrivate: includesPrivate) {
        return Side(name: name, tree: tree)
      }
      throw StoreProblem.notFound(name: name)
    } catch {
      if case .notFound = error { throw .notFound(name, hint: "The revisions of ‘\(id)’ are \(try range(id)).") }
      throw .store(error)
    }
  }

  /// The document and the number of the revision that are named; as it is now, a document is its own last revision.
  private func revision(_ name: String) throws(VerbFailure) -> (DocumentID, Int)? {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard let id = DocumentID(parts[0]), parts.count <= 2 else { return nil }
    if parts.count == 2 { return Int(parts[1]).flatMap { $0 > 0 ? (id, $0) : nil } }
    return (id, try last(id))
  }

  private func last(_ id: DocumentID) throws(VerbFailure) -> Int {
    do throws(StoreProblem) {
      return (try world.store.revisions(of: id, includingPrivate: includesPrivate).last ?? 0) + 1
    } catch {
      throw .store(error)
    }
  }

  private func range(_ id: DocumentID) throws(VerbFailure) -> String {
    let last = try last(id)
    return last == 1 ? "only \(id)@1" : "\(id)@1 to \(id)@\(last)"
  }
}
