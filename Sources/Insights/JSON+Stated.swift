import Documents

extension JSON {
  /// Whether a place, or one over it, was answered with a state, as "declined"; `later` holds only in a draft (spec 2.3).
  func isStated(_ path: Path) -> Bool {
    guard let states = self["fieldStates"]?.object, !states.isEmpty else { return false }
    return states.contains { place, state in
      guard Path(place).covers(path), let state = state.string else { return false }
      return state != "later" || self["status"] == "draft"
    }
  }
}
