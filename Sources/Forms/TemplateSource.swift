import Documents
import Yams

/// A template as it is written, so that every problem can be shown where it stands.
struct TemplateSource {
  let root: Node

  init(_ text: String) throws(TemplateProblem) { root = try TemplateSource.compose(text) }

  /// Where a place like `sections.3.questions.1.id` stands: the value, or its key where `key` says so. A place that is
  /// not there stands where the nearest thing around it begins.
  func spot(of place: String, key wantsKey: Bool) -> TextSpot {
    var node = root
    var key: Node?
    var rest = place[...]
    while !rest.isEmpty, let step = TemplateSource.step(into: node, at: rest) {
      (key, node, rest) = (step.key, step.value, step.rest)
    }
    let isThere = rest.isEmpty
    let mark = (isThere && wantsKey ? key : nil)?.mark ?? node.mark
    return TextSpot(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private static func step(into node: Node, at rest: Substring) -> (key: Node?, value: Node, rest: Substring)? {
    switch node {
    case .mapping(let pairs):
      // A key may hold points itself, as in `passes: {promptingEvent.askedOutside: true}`.
      let fitting = pairs.filter { pair in
        pair.key.string.map { rest == $0 || rest.hasPrefix("\($0).") } ?? false
      }
      guard let pair = fitting.max(by: { ($0.key.string ?? "").count < ($1.key.string ?? "").count }) else {
        return nil
      }
      return (pair.key, pair.value, rest.dropFirst((pair.key.string ?? "").count + 1))
    case .sequence(let items):
      let number = rest.prefix { $0 != "." }
      guard let position = Int(number), position >= 1, position <= items.count else { return nil }
      return (nil, items[position - 1], rest.dropFirst(number.count + 1))
    case .scalar, .alias: return nil
    }
  }
}
