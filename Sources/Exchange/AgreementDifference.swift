import Documents

/// What two versions of an agreement say differently, line by line of their texts: by label, old and new words.
package enum AgreementDifference: Hashable, Sendable {
  case changed(AgreementTerm, to: AgreementTerm)
  case added(AgreementTerm)
  case takenOut(AgreementTerm)

  package static func all(from old: JSON, to new: JSON) -> [AgreementDifference] {
    let (before, after) = (AgreementTerm.all(of: old), AgreementTerm.all(of: new))
    func key(_ term: AgreementTerm) -> String { "\(term.section) \(term.label)" }
    let known = Dictionary(before.map { (key($0), $0) }) { first, _ in first }
    let kept = Set(after.map(key))
    return before.filter { !kept.contains(key($0)) }.map { .takenOut($0) }
      + after.compactMap { term in
        guard let was = known[key(term)] else { return .added(term) }
        return was.text == term.text ? nil : .changed(was, to: term)
      }
  }
}
