extension StringProtocol {
  /// Without a full stop at its end.
  var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : String(self) }

  /// Without blanks at either end.
  package var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
