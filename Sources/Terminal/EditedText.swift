import Console

/// The text of a line and the place of the cursor in it.
///
/// Places are counted in scalars, as libedit counts; the cursor stands between graphemes.
package struct EditedText: Hashable, Sendable {
  package private(set) var scalars: [Unicode.Scalar] = []
  package private(set) var cursor = 0
  /// Whether the first character came by a paste, so that the line is never a command.
  package private(set) var startsPasted = false
  private var hasPaste = false

  package init() {}

  /// `text` with the cursor behind it.
  package init(_ text: String) {
    scalars = fitForALine(text)
    cursor = scalars.count
  }

  package var string: String { Self.string(of: scalars[...]) }
  package var beforeCursor: String { Self.string(of: scalars[..<cursor]) }
  package var isEmpty: Bool { scalars.isEmpty }

  package mutating func insert(_ new: [Unicode.Scalar], isPasted: Bool = false) {
    guard !new.isEmpty else { return }
    if cursor == 0 { startsPasted = isPasted }
    if isPasted { hasPaste = true }
    scalars.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Puts in a character as it is typed, composed with what it joins. Says whether nothing but that character changed.
  package mutating func type(_ scalar: Unicode.Scalar) -> Bool {
    if cursor == 0 { startsPasted = false }
    if scalar.isASCII || !joinsWhatIsBefore(scalar) {
      let new = scalar.isASCII ? [scalar] : composed(CollectionOfOne(scalar))
      scalars.insert(contentsOf: new, at: cursor)
      cursor += new.count
      return new == [scalar]
    }
    let start = graphemeStart(before: cursor)
    let joined = composed(scalars[start..<cursor] + CollectionOfOne(scalar))
    let isPlain = joined.count == cursor - start + 1 && joined.dropLast().elementsEqual(scalars[start..<cursor])
    scalars.replaceSubrange(start..<cursor, with: joined)
    cursor = start + joined.count
    return isPlain && joined.last == scalar
  }

  /// Takes a part out and returns it; the cursor stands where it was.
  @discardableResult package mutating func remove(_ range: Range<Int>) -> [Unicode.Scalar] {
    let removed = Array(scalars[range])
    guard !removed.isEmpty else { return [] }
    scalars.removeSubrange(range)
    cursor = range.lowerBound
    if scalars.isEmpty { hasPaste = false }
    // Who brought what now stands first is not known; where anything was pasted it is taken for pasted, never for a command.
    if range.lowerBound == 0 { startsPasted = hasPaste }
    return removed
  }

  package mutating func moveCursor(to place: Int) { cursor = max(0, min(place, scalars.count)) }

  private func joinsWhatIsBefore(_ scalar: Unicode.Scalar) -> Bool {
    guard cursor > 0 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    // Korean vowels and final consonants compose with the syllable before them.
    default: return (0x1160...0x11FF).contains(scalar.value)
    }
  }

  static func string(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
