import Documents

/// A place of a document with what lies under it, as its shape has it.
package struct ShapeNode: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let name: String
    package fileprivate(set) var node: ShapeNode
  }

  private var own: DocumentShape.Expectation?
  package private(set) var members: [Member] = []
  /// What every element of a list, or every member of an object keyed by paths, is like: one node or none.
  private var inner: [ShapeNode] = []
  private var isKeyedByPaths = false

  /// What every element of this list is like.
  package var element: ShapeNode? { isKeyedByPaths ? nil : inner.first }
  /// What stands under every key of this object, whatever the keys are.
  package var value: ShapeNode? { isKeyedByPaths ? inner.first : nil }

  /// What stands here itself: what holds something is an object or a list.
  package var expected: DocumentShape.Expectation? {
    if element != nil { return .list }
    return members.isEmpty && value == nil ? own : .object
  }

  /// What was expected first at a place holds.
  mutating func put(_ expected: DocumentShape.Expectation, at steps: ArraySlice<String>) {
    guard let step = steps.first else {
      own = own ?? expected
      return
    }
    let rest = steps.dropFirst()
    if step == "*" || step == "@" {
      if inner.isEmpty { inner = [ShapeNode()] }
      isKeyedByPaths = step == "@"
      inner[0].put(expected, at: rest)
    } else if let index = members.firstIndex(where: { $0.name == step }) {
      members[index].node.put(expected, at: rest)
    } else {
      var node = ShapeNode()
      node.put(expected, at: rest)
      members.append(Member(name: step, node: node))
    }
  }

  /// The first place in `tree` that is not as it must be. An element of a list is named by its id, else its position.
  func problem(in tree: JSON, at path: Path) -> DocumentShape.Problem? {
    if tree == .null { return nil }
    if let expected, !expected.fits(tree) { return DocumentShape.Problem(path: path, expected: expected) }
    if let element {
      for (index, value) in (tree.array ?? []).enumerated() {
        let name = value["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index + 1)
        if let problem = element.problem(in: value, at: path.appending(name)) { return problem }
      }
    }
    if let value {
      for (key, member) in tree.object ?? [:] {
        if let problem = value.problem(in: member, at: path.appending(key)) { return problem }
      }
    }
    for member in members {
      if let value = tree[member.name], let problem = member.node.problem(in: value, at: path.appending(member.name)) {
        return problem
      }
    }
    return nil
  }
}
