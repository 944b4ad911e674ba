import Console
import Documents
import Exchange

/// The card of a chain, laid out in no more than fifteen lines.
package struct CardPage {
  static let limit = 15
  static let width = 72

  /// The lines of the card. What is too long for it ends in `…`; the crisis line is always whole.
  package static func lines(of document: JSON, in store: any Store) -> [String] {
    let parts = chainCard(document, crisisLine: CrisisPage.emergencyLine(CrisisPage.crisisSet(of: store).0))
    guard let last = parts.last else { return [] }
    let crisis = rows(last, most: .max)
    // Each part has as many lines as leaves room for all.
    for most in stride(from: 4, through: 1, by: -1) {
      let above = parts.dropLast().flatMap { rows($0, most: most) }
      if above.count + crisis.count <= limit || most == 1 { return above.prefix(limit - crisis.count) + crisis }
    }
    return crisis
  }

  private static func rows(_ part: (label: String, text: String), most: Int) -> [String] {
    let text = harmless(part.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let rows = wrapped(StyledLine("\(part.label): \(text)"), width: width, hang: 2).map(\.text)
    guard rows.count > most else { return rows }
    var last = rows[most - 1]
    while displayWidth(last) > width - 2 || last.last == " " { last.removeLast() }
    return rows.prefix(most - 1) + [last + " …"]
  }
}
