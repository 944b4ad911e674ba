import Documents
import Interviews

/// What a session's journal holds. Nothing in it is passed over: a line that does not read makes the whole unreadable,
/// and its file is left as it is.
package enum JournalContent: Hashable, Sendable {
  /// Not even its first line was written: nothing was asked.
  case nothing
  case session(SessionHead, [Event], heard: [JSON])
  case unreadable(line: Int)

  package init(_ lines: [[UInt8]]) {
    var head: SessionHead?
    var events: [Event] = []
    var heard: [JSON] = []
    for (index, line) in lines.enumerated() {
      let value: JSON
      do throws(JSONProblem) { value = try JSON(reading: line, within: .journalLine) } catch {
        self = .unreadable(line: index + 1)
        return
      }
      if index == 0 {
        guard let found = SessionHead(value) else {
          self = .unreadable(line: 1)
          return
        }
        head = found
        continue
      }
      for element in value.array ?? [value] {
        if let entries = element["heard"]?.array {
          heard += entries
        } else if let event = Event(element) {
          events.append(event)
        } else {
          self = .unreadable(line: index + 1)
          return
        }
      }
    }
    guard let head, !events.isEmpty else {
      self = .nothing
      return
    }
    self = .session(head, events, heard: heard)
  }
}
