import Documents
import TestSupport
import Testing

@Suite("The JSON reader") struct JSONReadingTests {
  @Test("accepts what RFC 8259 allows", arguments: accepted)
  func accepts(text: String, value: JSON) throws {
    #expect(try JSON(reading: text) == value)
  }

  @Test("refuses everything else and says where", arguments: refused)
  func refuses(text: String, fact: JSONProblem.Fact, line: Int, column: Int) {
    #expect(throws: JSONProblem(fact, line: line, column: column)) { try JSON(reading: text) }
  }

  @Test("refuses bytes that are no UTF-8", arguments: badBytes)
  func refusesBytes(bytes: [UInt8], fact: JSONProblem.Fact, column: Int) {
    #expect(throws: JSONProblem(fact, line: 1, column: column)) { try JSON(reading: bytes) }
  }

  @Test("keeps two spellings of one letter apart, in keys and as text")
  func spellings() throws {
    let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
    let value = try JSON(reading: text)
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(Array(value.compact.utf8) == Array(text.utf8))
  }

  @Test("reads 512 levels and not one more")
  func depth() throws {
    let open = String(repeating: "[", count: 512)
    let close = String(repeating: "]", count: 512)
    let deepest = try JSON(reading: open + close)
    #expect(deepest.compact == open + close)
    #expect(throws: JSONProblem(.tooDeep(limit: 512), line: 1, column: 513)) {
      try JSON(reading: "[" + open + close + "]")
    }
    #expect(throws: JSONProblem(.tooDeep(limit: 512), line: 1, column: 513)) {
      try JSON(reading: String(repeating: "[", count: 1_000_000))
    }
  }

  @Test("refuses more than 32 MB before it looks at them")
  func size() {
    let bytes = [UInt8](repeating: 0x20, count: JSON.sizeLimit + 1)
    #expect(throws: JSONProblem(.tooLarge(limit: JSON.sizeLimit), line: 1, column: 1)) { try JSON(reading: bytes) }
  }

  @Test("counts many objects side by side as one level")
  func wide() throws {
    let value = try JSON(reading: "[" + String(repeating: "{},", count: 5000) + "{}]")
    #expect(value.array?.count == 5001)
  }
}

private let accepted: [(String, JSON)] = [
  ("null", .null), (" true\r\n", true), ("\tfalse", false), ("\"\"", ""), ("[]", []), ("{}", [:]),
  ("0", .number("0")), ("-0", .number("-0")), ("1.50", .number("1.50")), ("-12.5e+10", .number("-12.5e+10")),
  ("1E3", .number("1E3")), ("123456789012345678901234567890", .number("123456789012345678901234567890")),
  ("[ 1 , [ 2 ] ]", [1, [2]]), ("{ \"a\" : { \"b\" : [ null ] } }", ["a": ["b": [nil]]]),
  (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")), (#""\u00e9\u20AC""#, "é€"),
  (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\u{0}"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  (#"{"":1}"#, ["": 1]), ("\"\u{FEFF}\"", "\u{FEFF}"),
]

private let refused: [(String, JSONProblem.Fact, Int, Int)] = [
  ("", .isEmpty, 1, 1), (" \n ", .isEmpty, 1, 1),
  ("[", .unexpectedEnd, 1, 2), ("{\"a\":", .unexpectedEnd, 1, 6), ("\"ab", .unexpectedEnd, 1, 4),
  ("tru", .unexpectedEnd, 1, 4), ("\"\\", .unexpectedEnd, 1, 3), ("\"\\u12", .unexpectedEnd, 1, 6),
  ("[1,]", .unexpected("]"), 1, 4), ("[,1]", .unexpected(","), 1, 2), ("{\"a\":1,}", .unexpected("}"), 1, 8),
  ("{\n  'a': 1\n}", .unexpected("'"), 2, 3), ("{a:1}", .unexpected("a"), 1, 2), ("{\"a\" 1}", .unexpected("1"), 1, 6),
  ("[1 2]", .unexpected("2"), 1, 4), ("[1}", .unexpected("}"), 1, 3), ("trux", .unexpected("x"), 1, 4),
  ("True", .unexpected("T"), 1, 1), ("NaN", .unexpected("N"), 1, 1), ("+1", .unexpected("+"), 1, 1),
  (".5", .unexpected("."), 1, 1), ("// no\n1", .unexpected("/"), 1, 1), ("[\u{A0}1]", .unexpected("\u{A0}"), 1, 2),
  ("[\u{201C}a\u{201D}]", .unexpected("\u{201C}"), 1, 2),
  ("01", .badNumber, 1, 1), ("[1,\n -]", .badNumber, 2, 2), ("1.", .badNumber, 1, 1), ("1.e3", .badNumber, 1, 1),
  ("1e", .badNumber, 1, 1), ("1e+", .badNumber, 1, 1), ("-a", .badNumber, 1, 1), ("-01", .badNumber, 1, 1),
  ("1 1", .textAfterEnd, 1, 3), ("{}\n\n{}", .textAfterEnd, 3, 1), ("1a", .textAfterEnd, 1, 2),
  ("{\"a\":1,\n\"b\":2,\n\"a\":3}", .duplicateKey("a"), 3, 1), (#"{"a":1,"\u0061":2}"#, .duplicateKey("a"), 1, 8),
  (#""\x""#, .badEscape, 1, 2), (#""\u12g4""#, .badEscape, 1, 2), (#""é\U0041""#, .badEscape, 1, 3),
  (#""\ud83d""#, .loneSurrogate, 1, 2), (#""\ud83dx""#, .loneSurrogate, 1, 2), (#""\ude00""#, .loneSurrogate, 1, 2),
  (#""a\ud83d\ud83d""#, .loneSurrogate, 1, 3), (#""\ud83d\u0041""#, .loneSurrogate, 1, 2),
  ("\"a\nb\"", .controlCharacter, 1, 3), ("\"a\tb\"", .controlCharacter, 1, 3), ("\"\u{0}\"", .controlCharacter, 1, 2),
  ("\u{FEFF}{}", .byteOrderMark, 1, 1),
]

private let badBytes: [([UInt8], JSONProblem.Fact, Int)] = [
  ([0x22, 0x61, 0xFF, 0x22], .invalidUTF8, 3),
  ([0x22, 0xC3, 0x22], .invalidUTF8, 2),
  ([0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, 2),
  ([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, 2),
  ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, 2),
  ([0xFF, 0xFE, 0x31, 0x00], .invalidUTF8, 1),
]
