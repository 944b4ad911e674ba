import Console
import Terminal

/// Whatever came before, the line answers: nothing is left open, the cursor stands in the text, and what is typed into an
/// emptied line comes back equal. The first byte says how wide the screen is.
func holdKeys(_ bytes: [UInt8]) throws(Finding) {
  guard let columns = bytes.first else { return }
  var decoder = KeyDecoder()
  var editor = LineEditor()
  editor.rows = ScreenRows(prompt: "› ", columns: Int(columns))
  editor.begin("")
  for byte in bytes.dropFirst() {
    var keys: [Key] = []
    decoder.take(byte, into: &keys)
    // A sequence that breaks off gives what was broken and what broke it.
    try hold(keys.count <= 2, "one byte is \(keys.count) keys")
    for key in keys { try editor.holdHandling(key) }
  }
  var keys: [Key] = []
  decoder.expire(into: &keys)
  try hold(decoder.patience == .nothingIsOpen, "something is open for ever")
  for byte in Array("\u{01}\u{0B}the mark é日\r".utf8) { decoder.take(byte, into: &keys) }
  var last = Reaction.nothing
  for key in keys { last = try editor.holdHandling(key) }
  try hold(last == .finished(.line("the mark é日")), "the mark came back as \(last)")
}

extension LineEditor {
  @discardableResult fileprivate mutating func holdHandling(_ key: Key) throws(Finding) -> Reaction {
    let reaction = handle(key) { text in ["aa", "ab", "baa"].filter { text.hasSuffix(String($0.prefix(1))) } }
    if case .finished(let event) = reaction {
      if case .line(let text) = event { try hold(text == answer, "the answer is another than the line") }
      begin(text.scalars.count > 2000 ? "" : answer)
    }
    try hold((0...text.scalars.count).contains(text.cursor), "the cursor is out of the text")
    // All that follows looks at every character after every key.
    guard text.scalars.count <= 4096 else {
      try hold(text.scalars.count <= 2 * LineEditor.mostByYank, "the line grew to \(text.scalars.count)")
      return reaction
    }
    let isFit = text.scalars.allSatisfy { $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && $0 != "\u{7F}") }
    try hold(isFit, "a control character is in the line after \(key)")
    return reaction
  }
}
