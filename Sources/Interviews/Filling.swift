import Documents

extension JSON {
  /// The words that are offered for a field, made of what was answered before.
  func offered(at path: Path) -> JSON? {
    self[Path(["$offered"] + path.steps)].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A template's words with what stands in braces taken from the document: `It counts under {countsUnder}.`
  func filling(_ words: String) -> String {
    guard words.contains("{") else { return words }
    var filled = ""
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let path = Path(String(rest[rest.index(after: open)..<close]))
      switch self[path] {
      case .string(let text): filled += text
      case .number(let digits): filled += digits
      case .null, .bool, .array, .object, nil: filled += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
