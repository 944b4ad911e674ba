/// A line cut into words as a shell would see them.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var quote: Character?
  var isStarted = false
  for character in line {
    if let open = quote {
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
  if isStarted { words.append(word) }
  return words
}
