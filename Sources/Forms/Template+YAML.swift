import Documents
import Yams

extension JSON {
  /// Reads YAML, keys in their order. Aliases are refused, and so is a text over 256 KB.
  package init(yaml text: String) throws(TemplateProblem) { self = try TemplateSource(text).tree }
}

extension TemplateSource {
  static let sizeLimit = 256 * 1024
  static let depthLimit = 40

  /// The nodes of a text. What could grow beyond all bounds is refused before it is taken apart.
  static func compose(_ text: String) throws(TemplateProblem) -> Node {
    guard text.utf8.count <= sizeLimit else { throw TemplateProblem(place: "", fact: .isTooLarge(limit: sizeLimit)) }
    if let alias = alias(in: text) {
      let spot = TextSpot(of: alias, in: text)
      throw TemplateProblem(place: "", fact: .hasAlias(line: spot.line, column: spot.column))
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw TemplateProblem(place: "", fact: fact(error, text))
    } catch {
      throw TemplateProblem(place: "", fact: .isNoYAML(message: "\(error)", line: 1, column: 1))
    }
    guard let node else { throw TemplateProblem(place: "", fact: .isEmpty) }
    return node
  }

  /// Where something that was given a name with `&` is meant again with `*`: the parser would put it there without a
  /// word, and a few lines could become a million.
  private static func alias(in text: String) -> String.Index? {
    var names: Set<Substring> = []
    var index = text.utf8.startIndex
    while index < text.utf8.endIndex {
      let sign = text.utf8[index]
      let start = text.utf8.index(after: index)
      if sign == UInt8(ascii: "&") || sign == UInt8(ascii: "*") {
        let name = text.utf8[start...].prefix(64).prefix {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
            || $0 == 0x2D
        }
        let word = Substring(name)
        if sign == UInt8(ascii: "&") { names.insert(word) } else if names.contains(word), !word.isEmpty { return index }
      }
      index = start
    }
    return nil
  }

  private static func fact(_ error: YamlError, _ text: String) -> TemplateProblem.Fact {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting") { return .isTooDeep(limit: depthLimit) }
      if problem.hasPrefix("found undefined alias") { return .hasAlias(line: mark.line, column: mark.column) }
      return .isNoYAML(message: problem, line: mark.line, column: mark.column)
    case .reader(let problem, let offset, _, _):
      let index = offset.flatMap { text.index(text.startIndex, offsetBy: $0, limitedBy: text.endIndex) }
      let spot = TextSpot(of: index ?? text.startIndex, in: text)
      return .isNoYAML(message: problem, line: spot.line, column: spot.column)
    case .duplicatedKeysInMapping(let keys, let context):
      return .hasKeyTwice(keys.first ?? "", line: context.mark.line, column: context.mark.column)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return .isNoYAML(message: "\(error)", line: 1, column: 1)
    }
  }
}
