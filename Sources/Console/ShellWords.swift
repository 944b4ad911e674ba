/// A line cut into words as a shell would see them: blanks part them, quotes and backslashes keep them together. Nothing
/// else of a shell is done.
package func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var quote: Character?
  var isStarted = false
  var isEscaped = false
  for character in line {
    if isEscaped {
      // Between double quotes a backslash is one, but before what it would take the meaning from.
      if quote != nil, !"\"\\$`".contains(character) { word.append("\\") }
      word.append(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
      isStarted = true
    } else if let open = quote {
      if character == open { quote = nil } else { word.append(character) }
    } else if character == "\"" || character == "'" {
      quote = character
      isStarted = true
    } else if character.isWhitespace {
      if isStarted { words.append(word) }
      word = ""
      isStarted = false
    } else {
      word.append(character)
      isStarted = true
    }
  }
  if isEscaped { word.append("\\") }
  if isStarted { words.append(word) }
  return words
}
