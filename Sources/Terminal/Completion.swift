/// What Tab does with the words that could stand where the last word is.
package enum Completion: Hashable, Sendable {
  case nothing
  /// The last word, so many characters of it, gives way to this.
  case replace(characters: Int, with: String)
  /// There are several and they begin no more alike than what stands there.
  case choices([String])
}

/// Decides on `candidates` for the last word of `text`: one replaces it, of several what they have in common does.
package func completion(of text: String, candidates: [String]) -> Completion {
  let word = text.reversed().prefix { !$0.isWhitespace }
  guard let first = candidates.first else { return .nothing }
  if candidates.count == 1 { return .replace(characters: word.count, with: first + " ") }
  let common = candidates.dropFirst().reduce(first) { commonPrefix($0, $1) }
  return common.count > word.count ? .replace(characters: word.count, with: common) : .choices(candidates)
}

/// Rows of `choices` in columns, read downwards.
package func columns(_ choices: [String], width: Int, measure: (String) -> Int) -> [String] {
  let column = (choices.map(measure).max() ?? 0) + 2
  let across = max(1, (width + 2) / column)
  let down = (choices.count + across - 1) / across
  return (0..<down).map { row in
    let cells = stride(from: row, to: choices.count, by: down).map { choices[$0] }
    let padded = cells.dropLast().map { $0 + String(repeating: " ", count: column - measure($0)) }
    return padded.joined() + (cells.last ?? "")
  }
}

private func commonPrefix(_ a: String, _ b: String) -> String {
  String(zip(a, b).prefix { $0 == $1 }.map(\.0))
}
