extension JSON {
  /// The value as documents are saved: two-space indent, keys in their order, a final line feed.
  package var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    text += "\n"
    return text
  }

  /// The value on one line with no white space outside strings, as a journal has it.
  package var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// Without an indent everything stands on one line.
  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): JSON.write(value, to: &text)
    case .array(let elements):
      JSON.write(elements, between: "[", and: "]", to: &text, indent: indent) { element, text, indent in
        element.write(to: &text, indent: indent)
      }
    case .object(let members):
      JSON.write(members, between: "{", and: "}", to: &text, indent: indent) { member, text, indent in
        JSON.write(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Items: Collection>(
    _ items: Items, between open: String, and close: String, to text: inout String, indent: Int?,
    item: (Items.Element, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    var separator = ""
    for element in items {
      text += separator
      separator = ","
      newLine(to: &text, indent: inner)
      item(element, &text, inner)
    }
    if !items.isEmpty { newLine(to: &text, indent: indent) }
    text += close
  }

  private static func newLine(to text: inout String, indent: Int?) {
    guard let indent else { return }
    text += "\n"
    text += String(repeating: " ", count: indent)
  }

  /// What must be escaped is, and nothing else: quotes, backslashes and what lies below a space.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for scalar in string.unicodeScalars { text += escaped(scalar) }
    } else {
      text += string
    }
    text += "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{8}": return "\\b"
    case "\u{C}": return "\\f"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
