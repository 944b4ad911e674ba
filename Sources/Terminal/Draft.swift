/// Decides when a line that is being written is kept: a second after the first key that was not kept yet.
struct Draft {
  static let delay = 1000

  private var kept: EditedText
  private var due: Int?

  /// `kept` needs no keeping any more; times are in milliseconds.
  init(kept: EditedText) { self.kept = kept }

  /// When the line has to be kept, nil if it is kept already.
  var deadline: Int? { due }

  mutating func note(_ text: EditedText, at now: Int) {
    if due == nil, text.scalars != kept.scalars { due = now + Self.delay }
  }

  /// Whether the line is to be kept now; it counts as kept from then on.
  mutating func take(_ text: EditedText, at now: Int) -> Bool {
    guard let due, now >= due else { return false }
    self.due = nil
    kept = text
    return true
  }
}
