import Documents

/// The front matter of a Markdown file: YAML between two lines of dashes that other programs read as properties.
struct FrontMatter {
  private var lines: [String] = []

  var markdown: String { (["---"] + lines + ["---"]).joined(separator: "\n") }

  mutating func add(_ key: String, _ text: String?) {
    if let text { lines.append("\(key): \(FrontMatter.quoted(text))") }
  }

  mutating func add(_ key: String, _ date: CivilDate?) {
    if let date { lines.append("\(key): \(date)") }
  }

  mutating func add(_ key: String, _ claim: Bool) { lines.append("\(key): \(claim)") }

  mutating func add(_ key: String, _ list: [String]) {
    lines.append("\(key):")
    lines += list.map { "  - \(FrontMatter.quoted($0))" }
  }

  /// A YAML scalar that reads back as the same text, whatever it is.
  ///
  /// Always in double quotes: without them `no` is a boolean, `12:30` a number of minutes and `@x` no YAML at all.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      // What YAML calls not printable, and what it takes for the end of a line.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// A YAML scalar that reads back as `text`, whatever it is.
package func yamlScalar(_ text: String) -> String { FrontMatter.quoted(text) }
