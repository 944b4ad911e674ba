import Documents
import Forms

/// Reads the ids of one list as people type them: `2`, `l2`, `1-5`.
struct IDReader {
  let template: Template
  let tree: JSON
  let list: Path

  var all: [String] { tree.ids(in: list) }
  private var prefix: String { template.list(list)?.prefix ?? "" }

  /// The ids that one word names, when all of them are there.
  func ids(in word: some StringProtocol) -> [String]? {
    let text = word.lowercased()
    let ends = text.split(separator: "-", maxSplits: 1).map(String.init)
    if ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low <= high, high - low < 100 {
      let found = (low...high).map { prefix + String($0) }
      return found.allSatisfy(all.contains) ? found : nil
    }
    guard let one = number(text) else { return nil }
    let id = prefix.isEmpty ? String(one) : prefix + String(one)
    return all.contains(id) ? [id] : nil
  }

  private func number(_ text: String) -> Int? {
    if !prefix.isEmpty, text.hasPrefix(prefix) { return Int(text.dropFirst(prefix.count)) }
    return text.allSatisfy(\.isNumber) ? Int(text) : nil
  }
}
