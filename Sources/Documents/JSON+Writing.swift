extension JSON {
  /// The value as documents are saved: two-space indent, keys in their order, a final line feed.
  package var pretty: String { "" }

  /// The value on one line with no white space outside strings, as a journal has it.
  package var compact: String { "" }
}
