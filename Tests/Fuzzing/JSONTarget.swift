import Documents

/// What is read, written and read again is the same, and what is refused has its place in the text.
func holdJSON(_ bytes: [UInt8]) throws(Finding) {
  let value: JSON
  do throws(JSONProblem) { value = try JSON(reading: bytes) } catch {
    try hold(error.line >= 1 && error.column >= 1, "\(error) has no place")
    try hold(error.line <= bytes.count { $0 == 0x0A } + 1, "\(error) stands behind the last line")
    try hold(error.column <= bytes.count + 1, "\(error) stands behind the end of its line")
    return
  }
  try holdRereads(value)
}

/// A value comes back from either way of writing it, to the scalar.
func holdRereads(_ value: JSON, within limits: JSON.Limits = .document) throws(Finding) {
  let compact = value.compact
  try hold(!compact.utf8.contains(0x0A), "one line of JSON has a line feed")
  for written in [compact, value.pretty] {
    let again: JSON
    do throws(JSONProblem) { again = try JSON(reading: Array(written.utf8), within: limits) } catch {
      throw Finding(words: "what was written does not read: \(error)")
    }
    try hold(again == value && again.compact.utf8.elementsEqual(compact.utf8), "what was written reads as another")
  }
}
