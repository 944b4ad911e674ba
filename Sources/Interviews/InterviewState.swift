import Documents
import Forms

/// An interview as it stands: what the events so far come to.
package struct InterviewState: Hashable, Sendable {
  /// The document so far. Keys that begin with `$` are the interview's own and leave with no document.
  package private(set) var tree: JSON = .object([:])
  /// Where we are; nothing is the end of the form.
  package private(set) var cursor: Place?
  package private(set) var passed: Set<Place> = []
  package private(set) var doubts: [Doubt] = []
  /// Whose answers these are, when it was said.
  package private(set) var voice: Voice?
  /// What was typed at each place, for `/edit`.
  package private(set) var said: [Place: String] = [:]
  /// Where the last line was answered.
  package private(set) var lastSaid: Place?
  package private(set) var returnsTo: Place?
  package private(set) var nudged: Set<String> = []
  /// The highest number that an id of each kind had, so that none is given twice.
  private var highest: [String: Int] = [:]

  package init() {}

  /// Takes an event in. `undone` and `redone` are carried out by the interview, which keeps the states before.
  mutating func apply(_ event: Event) {
    for change in event.changes {
      tree.apply(change)
      if case .insert(let element, _, _) = change { noteID(of: element) }
    }
    passed.formUnion(event.passes.map(\.plain))
    passed.subtract(event.reopens.map(\.plain))
    doubts = event.doubts
    nudged.formUnion(event.nudges)
    if event.what == .voiced { voice = event.voice }
    if let place = event.place, let words = event.said, [.answered, .skipped].contains(event.what) {
      said[place.plain] = words
      lastSaid = place.plain
    }
    cursor = event.next
    returnsTo = event.returnsTo
  }

  private mutating func noteID(of element: JSON) {
    guard let id = element["id"]?.string, let number = idNumber(id.drop { !$0.isNumber }) else { return }
    let prefix = String(id.prefix { !$0.isNumber })
    highest[prefix] = max(highest[prefix] ?? 0, number)
  }

  /// An id that no element of this session has had.
  func newID(_ prefix: String, in list: Path) -> String {
    let ids = (tree[list]?.array ?? []).compactMap { $0["id"]?.string }
    let there = ids.filter { $0.hasPrefix(prefix) }.compactMap { idNumber($0.dropFirst(prefix.count)) }
    var number = max(highest[prefix] ?? 0, there.max() ?? 0) + 1
    while ids.contains("\(prefix)\(number)") { number += 1 }
    return "\(prefix)\(number)"
  }
}

/// The number in an id. One with more digits was not counted up to, and is not counted on from.
private func idNumber(_ digits: Substring) -> Int? { digits.utf8.count <= 9 ? Int(digits) : nil }
