import Documents
import TestSupport
import Testing

@Suite("The JSON writers") struct JSONWritingTests {
  @Test("write every fixture as it was read, to the byte", arguments: Fixtures.names)
  func fixtures(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let value = try JSON(reading: bytes)
    #expect(value.pretty == String(decoding: bytes, as: UTF8.self))
    #expect(Array(value.pretty.utf8) == bytes)
  }

  @Test("write one line that reads back as the same value", arguments: Fixtures.names)
  func compact(name: String) throws {
    let value = try Fixtures.json(name)
    #expect(!value.compact.utf8.contains(0x0A))
    #expect(try JSON(reading: value.compact) == value)
  }

  @Test("lay a value out", arguments: layouts)
  func layout(value: JSON, pretty: String, compact: String) {
    #expect(value.pretty == pretty)
    #expect(value.compact == compact)
  }

  @Test("escape what must be and nothing else")
  func escapes() throws {
    let all = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
    let written = JSON.string(all).compact
    #expect(written.hasPrefix(#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010"#))
    #expect(written.contains(##"\u001f !\"#$%&'()*+,-./0"##))
    #expect(written.contains("[\\\\]^_"))
    #expect(written.contains("~\u{7F}\u{80}"))
    #expect(try JSON(reading: written) == .string(all))
  }
}

private let layouts: [(JSON, String, String)] = [
  (nil, "null\n", "null"),
  ([], "[]\n", "[]"),
  ([:], "{}\n", "{}"),
  (.number("1.50"), "1.50\n", "1.50"),
  (["a": [], "b": [:]], "{\n  \"a\": [],\n  \"b\": {}\n}\n", #"{"a":[],"b":{}}"#),
  (
    [1, ["b": [true, nil]]], "[\n  1,\n  {\n    \"b\": [\n      true,\n      null\n    ]\n  }\n]\n",
    #"[1,{"b":[true,null]}]"#
  ),
]
