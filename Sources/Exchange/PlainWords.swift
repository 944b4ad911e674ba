import Documents

/// Fields and values in plain words, for a screen.
package enum PlainWords {
  /// A place as people name it: `commitments.k1.outcomeOn` is "commitments k1, outcome on".
  package static func place(_ path: Path) -> String {
    var text = ""
    var wasName = false
    // `repair.items.r1` is a thing to repair, not an item of repair.
    for step in path.steps where step != "items" {
      let isName = isElement(step)
      if !text.isEmpty { text += isName && !wasName ? " " : ", " }
      text += isName ? step : parts(step)
      wasName = isName
    }
    return text
  }

  /// A kind of document as people say it.
  package static func kind(_ name: String) -> String { name == "tibEvent" ? "event" : parts(name) }

  /// A value in one line; an element of a list by its own words.
  package static func value(_ value: JSON?) -> String {
    switch value {
    case nil, .null: return "nothing"
    case .bool(let isTrue): return isTrue ? "yes" : "no"
    case .number(let digits): return digits
    case .string(let text): return text.isEmpty ? "nothing" : word(text)
    case .array(let elements):
      return elements.isEmpty ? "none" : elements.map { self.value($0) }.joined(separator: ", ")
    case .object(let members):
      let said = members.filter { $0.key != "id" && !$0.value.isEmpty }
      return said.map { "\(parts($0.key)) \(self.value($0.value))" }.joined(separator: "; ")
    }
  }

  /// Ids of elements hold a number: `l3`, `tk1`, or are a position, or a reference to another document.
  private static func isElement(_ step: String) -> Bool { step.contains { $0.isNumber } }

  /// A word of an enumeration by its parts; any other text as it stands.
  private static func word(_ text: String) -> String {
    text.allSatisfy { $0.isASCII && $0.isLetter } && text.first?.isLowercase == true ? parts(text) : text
  }

  /// `outcomeOn` is "outcome on".
  package static func parts(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase, !text.isEmpty { text += " " }
      text += character.lowercased()
    }
  }
}
