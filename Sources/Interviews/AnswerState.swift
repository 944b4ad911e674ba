import Documents
import Forms

/// Ways of answering without a value: in therapy, not knowing is data (spec 2.3).
package enum AnswerState: String, CaseIterable, Hashable, Sendable {
  case unknown, declined, later, notApplicable, noneIdentified

  /// As `/skip` takes it.
  package var word: String {
    switch self {
    case .unknown: "unknown"
    case .declined: "declined"
    case .later: "later"
    case .notApplicable: "na"
    case .noneIdentified: "none"
    }
  }
}

extension JSON {
  /// The state at a path or over it, if there is one.
  package func state(at path: Path) -> AnswerState? {
    guard let states = self["fieldStates"]?.object else { return nil }
    var here = Substring(path.description)
    while !here.isEmpty {
      if let word = states[String(here)]?.string, let state = AnswerState(rawValue: word) { return state }
      here = here.utf8.lastIndex(of: UInt8(ascii: ".")).map { here[..<$0] } ?? ""
    }
    return nil
  }

  /// Whether something stands at a path: a value, or a state.
  package func isAnswered(_ path: Path) -> Bool {
    if let value = self[path], !value.isEmpty { return true }
    return state(at: path) != nil
  }

  /// The ids of a list's elements, or their positions where they have none.
  package func ids(in list: Path) -> [String] {
    (self[list]?.array ?? []).enumerated().map { $1["id"]?.string ?? String($0 + 1) }
  }
}

/// The path of a field's state.
func statePath(_ path: Path) -> Path { Path(["fieldStates", path.description]) }

extension Event {
  /// The state that a question was answered with.
  package var stateGiven: String? {
    guard what == .skipped else { return nil }
    return changes.lazy.compactMap { change -> String? in
      if case .set(let path, let value) = change, path.steps.first == "fieldStates" { value.string } else { nil }
    }.first
  }
}
