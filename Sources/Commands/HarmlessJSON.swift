import Console
import Documents

extension JSON {
  /// The value as it is saved, with what a terminal would obey written as escapes: a program reads the same values.
  var harmlessText: String {
    pretty.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\n" || harmless(String(scalar)) == String(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in Character(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }
}
