import Console
import Testing

@Suite struct ShellWords {
  @Test(
    arguments: [
      ("", []), ("  ", []), ("a  b", ["a", "b"]), ("'a b' c", ["a b", "c"]), ("\"a 'b'\"c", ["a 'b'c"]), ("''", [""]),
      ("a\\ b", ["a b"]), ("'a\\b'", ["a\\b"]), ("\"a\\\"b\\c\"", ["a\"b\\c"]), ("\\", ["\\"]), ("'open a", ["open a"]),
    ] as [(String, [String])])
  func `Blanks part words, quotes and backslashes keep them together`(line: String, words: [String]) {
    #expect(shellWords(line) == words)
  }
}
