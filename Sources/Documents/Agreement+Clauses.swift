extension Agreement {
  /// Where a new version keeps, while it is written, the clauses that versions before it had.
  package static let used: Path = "$used"

  /// The clauses that an agreement has or tells of, as paths: those that stand, and those that were changed or left out.
  package var clauses: [Path] {
    let standing = ["clientAgreements", "therapistAgreements", "goals"].flatMap { list in
      (tree[list]?.array ?? []).compactMap { $0["id"]?.string.map { Path([list, $0]) } }
    }
    return standing + (tree["amendments"]?.array ?? []).compactMap { $0["clause"]?.string.map { Path($0) } }
  }
}
