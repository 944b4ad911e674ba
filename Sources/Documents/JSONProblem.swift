/// Why a text is no JSON that this program reads, and where: line and column count from 1, the column in characters.
package struct JSONProblem: Error, Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    case isEmpty
    case unexpectedEnd
    case unexpected(String)
    case duplicateKey(String)
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter
    case invalidUTF8
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    case textAfterEnd
    case byteOrderMark
  }

  package let fact: Fact
  package let line: Int
  package let column: Int

  package init(_ fact: Fact, line: Int, column: Int) {
    self.fact = fact
    self.line = line
    self.column = column
  }
}
