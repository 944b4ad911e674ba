import Documents

extension Event {
  var changesStates: Bool {
    changes.contains {
      switch $0 {
      case .set(let path, _), .remove(let path), .insert(_, let path, _), .move(_, let path, _):
        path.steps.first == "fieldStates"
      }
    }
  }

  /// The members of the document under which its changes lie; nothing where that is the whole document. A state counts
  /// for what it is the state of.
  var changedRoots: Set<String>? {
    var roots: Set<String> = []
    for change in changes {
      let steps =
        switch change {
        case .set(let path, _), .remove(let path), .insert(_, let path, _), .move(_, let path, _): path.steps
        }
      guard let root = steps.first else { return nil }
      if root != "fieldStates" {
        roots.insert(root)
      } else if steps.count == 2, let root = Path(steps[1]).steps.first {
        roots.insert(root)
      } else {
        return nil
      }
    }
    return roots
  }
}
