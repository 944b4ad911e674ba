import Documents
import TestSupport
import Testing

/// Files that nobody wrote as a document: refused with the place, in little memory, and with nothing written.
@Suite struct HostileFiles {
  struct File: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: @Sendable () -> [UInt8]
    let says: String

    init(_ name: String, _ bytes: @escaping @autoclosure @Sendable () -> [UInt8], _ says: String) {
      testDescription = name
      self.bytes = bytes
      self.says = says
    }
  }

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func times(_ text: String, _ count: Int) -> [UInt8] { utf8(String(repeating: text, count: count)) }
  private static let overlong = 33 * 1024 * 1024
  private static let document = utf8(#"{"kind":"chain","clientRef":"SYN-MAPLE"}"#)

  private static let files: [File] = [
    File("lists in lists", times("[", 100_000), "it is nested more than 512 levels deep in line 1, column 513"),
    File(
      "objects in objects", times("{\"a\":\n", 100_000), "it is nested more than 512 levels deep in line 513, column 1"),
    File("a list too long", times("[", overlong), "it is larger than 32 MB in line 1, column 1"),
    File(
      "a text too long", utf8("\"") + [UInt8](repeating: 0x61, count: overlong) + utf8("\""),
      "it is larger than 32 MB in line 1, column 1"),
    File(
      "blanks without end", [UInt8](repeating: 0x20, count: overlong), "it is larger than 32 MB in line 1, column 1"),
    File("nothing", [], "it is empty in line 1, column 1"),
    File("NULs", [UInt8](repeating: 0, count: 100_000), "was not expected in line 1, column 1"),
    File("a NUL behind", document + [0x0A, 0x00], "something follows its end in line 2, column 1"),
    File(
      "a NUL inside", utf8("{\"kind\":\"ch\u{0}ain\"}"), "a control character stands in a string in line 1, column 12"),
    File("UTF-16 with its mark", [0xFF, 0xFE] + document.flatMap { [$0, 0] }, "it is no UTF-8 in line 1, column 1"),
    File("UTF-16 the other way", [0xFE, 0xFF] + document.flatMap { [0, $0] }, "it is no UTF-8 in line 1, column 1"),
    File("UTF-16 without it", document.flatMap { [$0, 0] }, "was not expected in line 1, column 2"),
    File("UTF-32", document.flatMap { [$0, 0, 0, 0] }, "was not expected in line 1, column 2"),
    File("Latin-1", utf8("{\n\"kind\":\"") + [0xE9] + utf8("\"}"), "it is no UTF-8 in line 2, column 9"),
    File("a mark before", [0xEF, 0xBB, 0xBF] + document, "it begins with a byte-order mark in line 1, column 1"),
    File("half a pair", utf8(#"{"kind":"\ud83d"}"#), "half a surrogate pair stands there in line 1, column 10"),
    File("a key twice", utf8("{\"kind\":1,\n\"kind\":2}"), "a key stands there twice in line 2, column 1"),
    File("no end", document.dropLast(), "it ends too early in line 1, column 40"),
    File("every byte", Array(0...255), "it is no UTF-8 in line 2, column 118"),
  ]

  @Test(arguments: files) func `It is refused with line and column, by check and by --answers`(file: File) throws {
    let practice = try ScratchPractice()
    let path = try practice.file("given.json", file.bytes())
    for words in [["check", path], ["chain", "--answers", path]] {
      let before = try practice.contents()
      let run = try practice.run(words, kilobytes: 250_000)
      #expect(run.code == 65)
      #expect(run.output == "")
      #expect(run.talk.contains("\(file.says).\nhint: Nothing was "))
      #expect(try practice.documents(of: "SYN-MAPLE") == [])
      #expect(try before.isEmpty || practice.contents() == before)
    }
  }

  @Test func `A file without end is too large`() throws {
    let run = try ScratchPractice().run(["check", "/dev/zero"], kilobytes: 250_000)
    #expect(run.code == 65)
    #expect(run.talk.contains("it is larger than 32 MB"))
  }
}
