/// Typed text as Markdown that shows it as it is and nothing else: no heading, list, link, emphasis or entity is made
/// of what somebody typed.
///
/// Lines are kept as hard breaks and blank lines as paragraphs; runs of spaces become one. Control and format
/// characters, which show nothing or turn what follows around, are dropped. Backslashes stand only where CommonMark,
/// GitHub's or Pandoc's reading would see a sign, so that the source can be read, too.
package struct MarkdownText: Hashable, Sendable {
  private let paragraphs: [[String]]

  package init(_ typed: String) {
    paragraphs =
      MarkdownText.lines(of: typed)
      .split(whereSeparator: \.isEmpty)
      .map(Array.init)
  }

  package var isEmpty: Bool { paragraphs.isEmpty }

  /// All of it in one line, as a heading needs it.
  package func inline(atLineStart: Bool) -> String {
    MarkdownText.escape(paragraphs.joined().joined(separator: " "), atLineStart: atLineStart)
  }

  /// With its lines and paragraphs. Whether something stands before it in its first line makes a difference there;
  /// in a list the lines after the first are still to be indented.
  package func block(atLineStart: Bool) -> String {
    var isFirst = true
    return paragraphs.map { lines in
      lines.map { line in
        defer { isFirst = false }
        return MarkdownText.escape(line, atLineStart: atLineStart || !isFirst)
      }.joined(separator: "\\\n")
    }.joined(separator: "\n\n")
  }
}

// MARK: - Cleaning

extension MarkdownText {
  private static func lines(of typed: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in typed.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(trimmed(line))
        line = .init()
      case " ", "\t":
        if line.last != " " { line.append(" ") }
      default:
        if shows(scalar) { line.append(scalar) }
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  private static func trimmed(_ line: String.UnicodeScalarView) -> String {
    let start = line.first == " " ? line.dropFirst() : line[...]
    return String(start.last == " " ? start.dropLast() : start)
  }

  private static func shows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: false
    // The joiners make one letter or picture of several; a few signs of numbers and verses are drawn.
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}" || !scalar.properties.isDefaultIgnorableCodePoint
    default: true
    }
  }
}

// MARK: - Escaping

extension MarkdownText {
  /// A `#` is one only at the beginning of a word, so that `chain-20260202-maple0#k1` can be read.
  private static let signs = Set("\\`*_{}[]<>#|~$^@&=%")

  private static func escape(_ line: String, atLineStart: Bool) -> String {
    var escaped = ""
    var rest = Substring(line)
    if atLineStart { escaped += takeLineStart(&rest) }
    while let character = rest.first {
      if rest.hasPrefix("://") {
        escaped += "\\:"
      } else if rest.prefix(4).lowercased() == "www." {
        escaped += "\(rest.prefix(3))\\"
        rest = rest.dropFirst(3)
        continue
      } else {
        for scalar in character.unicodeScalars {
          let isPlain = scalar == "#" && escaped.last.map { $0 != " " } ?? false
          if signs.contains(Character(scalar)), !isPlain { escaped += "\\" }
          escaped.unicodeScalars.append(scalar)
        }
      }
      rest = rest.dropFirst()
    }
    return escaped
  }

  /// What would begin a list or a definition at a line's start: a bullet, a colon, a number with a point or a bracket.
  private static func takeLineStart(_ rest: inout Substring) -> String {
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let sign = number.isEmpty ? rest.first : rest[number.endIndex...].first
    guard let sign, (number.isEmpty ? "-+:" : ".)").contains(sign) else { return "" }
    rest = rest.dropFirst(number.count + 1)
    return "\(number)\\\(sign)"
  }
}
