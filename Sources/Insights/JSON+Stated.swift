import Documents

extension JSON {
  /// Whether a place, or one over it, was answered with a state, as "declined".
  func isStated(_ path: Path) -> Bool {
    guard let states = self["fieldStates"]?.object, !states.isEmpty else { return false }
    return states.contains { Path($0.key).covers(path) && $0.value.string != nil }
  }
}
