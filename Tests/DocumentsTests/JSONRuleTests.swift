import Documents
import Testing

/// The rules of RFC 8259, and those of this house, as a table: what must be read, and what must be refused.
@Suite struct JSONRules {
  @Test(arguments: JSONRules.accepted) func `What the rules allow is read, and comes back`(text: String) throws {
    let value = try JSON(reading: text)
    #expect(try JSON(reading: value.compact) == value)
    #expect(try JSON(reading: value.pretty) == value)
  }

  @Test(arguments: JSONRules.refused) func `What the rules do not allow is refused with its place`(text: String) {
    let problem = #expect(throws: JSONProblem.self) { try JSON(reading: text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect((1...max(1, lines.count)).contains(problem?.line ?? 0))
    #expect((1...text.count + 1).contains(problem?.column ?? 0))
  }

  @Test(arguments: JSONRules.refusedBytes) func `What is no UTF-8 is refused, wherever it stands`(bytes: [UInt8]) {
    for around in ["\"", "", "[1,", "{\"a\":\""] {
      let problem = #expect(throws: JSONProblem.self) { try JSON(reading: Array(around.utf8) + bytes + [0x22]) }
      #expect(problem?.fact == .invalidUTF8)
      #expect(problem?.column == around.count + 1)
    }
  }

  @Test(arguments: JSONRules.encodings) func `Another encoding than UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: JSONProblem.self) { try JSON(reading: bytes) }
  }

  @Test(arguments: JSONRules.values) func `A text stands for this value and no other`(text: String, value: JSON) throws
  {
    #expect(try JSON(reading: text).compact == value.compact)
  }

  @Test(arguments: [
    ("1000000000000", 1_000_000_000_000), ("-1000000000000", -1_000_000_000_000), ("1000000000001", nil),
    ("9223372036854775807", nil), ("-9223372036854775808", nil), ("92233720368547758070", nil), ("7.0", nil), ("-0", 0),
  ]) func `A whole number that nobody could count to is kept, and reads as absent`(text: String, number: Int?) throws {
    #expect(try JSON(reading: text).int == number)
    #expect(try JSON(reading: text).compact == text)
  }

  @Test(arguments: ["7", "-7", "1.50", "0", "1e3"]) func `A number that was typed is one of JSON`(text: String) {
    #expect(JSON(number: text) == .number(text))
  }

  @Test(arguments: ["05", "7.", ".5", "0x10", "1_000", "+5", "", "\"7\"", "[7]", "٣", "7 8"])
  func `What JSON writes otherwise is no number`(text: String) { #expect(JSON(number: text) == nil) }

  @Test(
    arguments: [
      (-9, [["id": "c"], ["id": "a"], ["id": "b"]]), (1, [["id": "a"], ["id": "c"], ["id": "b"]]),
      (99, [["id": "a"], ["id": "b"], ["id": "c"]]),
    ] as [(Int, JSON)])
  func `A position outside a list is the nearest end of it`(position: Int, ids: JSON) {
    let list: JSON = ["x": [["id": "a"], ["id": "b"]]]
    #expect(list.applying([.insert(["id": "c"], into: "x", at: position)])["x"] == ids)
    let whole: JSON = ["x": [["id": "a"], ["id": "c"], ["id": "b"]]]
    #expect(whole.applying([.move(id: "c", in: "x", to: position)])["x"] == ids)
  }

  /// A text of one line, cut off anywhere, is no other text.
  @Test func `A beginning of an object or a list is never one`() {
    let whole = Array(#"{"a":[1,-2.5e3,true,false,null,"x\u00e9\n",{"b":{}}],"c":""}"#.utf8)
    for count in 0..<whole.count { #expect(throws: JSONProblem.self) { try JSON(reading: Array(whole[..<count])) } }
  }
}

/// A text of as many levels, or as long, as it says.
private func deep(_ open: String, _ count: Int, _ middle: String = "", _ close: String = "") -> String {
  String(repeating: open, count: count) + middle + String(repeating: close, count: count)
}

@Suite struct HugeJSON {
  struct Depth: Sendable, CustomTestStringConvertible {
    let open: String
    let count: Int
    let close: String
    let isRead: Bool
    var testDescription: String { "\(open.debugDescription) \(count) times" }

    init(_ open: String, _ count: Int, _ close: String, isRead: Bool) {
      self.open = open
      self.count = count
      self.close = close
      self.isRead = isRead
    }
  }

  @Test(arguments: [
    Depth("[", 512, "]", isRead: true), Depth("[", 513, "]", isRead: false), Depth("{\"a\":", 512, "}", isRead: true),
    Depth("{\"a\":", 513, "}", isRead: false), Depth("[{\"a\":", 256, "}]", isRead: true),
    Depth("[{\"a\":", 257, "}]", isRead: false), Depth("[\n", 513, "]", isRead: false),
    Depth("[", 100_000, "", isRead: false), Depth("[", 100_000, "]", isRead: false),
    Depth("{\"a\":", 100_000, "", isRead: false), Depth("[{\"\":", 100_000, "}]", isRead: false),
  ]) func `Five hundred and twelve levels are read, and not one more`(depth: Depth) throws {
    do throws(JSONProblem) {
      _ = try JSON(reading: deep(depth.open, depth.count, "1", depth.close))
      #expect(depth.isRead)
    } catch {
      #expect(!depth.isRead)
      #expect(error.fact == .tooDeep(limit: 512))
      #expect(error.line == 1 && error.column > 512 || error.line == 513)
    }
  }

  @Test func `A line of a journal may hold a document of any depth that is read`() throws {
    let document = try JSON(reading: deep("[", 512, "", "]"))
    let line = Array((["changes": [["set": [], "value": document]]] as JSON).compact.utf8)
    #expect(throws: JSONProblem.self) { try JSON(reading: line) }
    #expect(try JSON(reading: line, within: .journalLine)["changes"]?.array?.first?["value"] == document)
    #expect(throws: JSONProblem.self) { try JSON(reading: Array(deep("[", 100_000).utf8), within: .journalLine) }
  }

  @Test func `Thirty-two megabytes are read, and not one byte more`() throws {
    let full = [0x22] + [UInt8](repeating: 0x61, count: JSON.sizeLimit - 2) + [0x22]
    #expect(try JSON(reading: full).string?.utf8.count == JSON.sizeLimit - 2)
    let problem = #expect(throws: JSONProblem.self) { try JSON(reading: full + [0x20]) }
    #expect(problem == JSONProblem(.tooLarge(limit: JSON.sizeLimit), line: 1, column: 1))
  }

  @Test func `A mistake at the end of a long line is placed there`() {
    let text = "[\n" + deep("1,", 500_000) + "]"
    let problem = #expect(throws: JSONProblem.self) { try JSON(reading: text) }
    #expect(problem == JSONProblem(.unexpected("]"), line: 2, column: 1_000_001))
  }
}
